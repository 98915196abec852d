using Vta.Isa;
using Vta.Isa.Instructions;
using Vta.Isa.Launch;
using Vta.Isa.Memory;

namespace Vta.Compiler.Verification.Programs;

/// <summary>Reads what fetch hands out.</summary>
internal static class LaunchCommands
{
    /// <summary>The instructions of a launch up to its first FINISH, which is the last that runs.</summary>
    internal static IReadOnlyList<Command> Read(VtaConfig config, Dram dram, LaunchRequest request, int launch)
    {
        var layout = config.Layout;
        var commands = new List<Command>();
        Span<byte> bytes = stackalloc byte[InstructionWord.Bytes];
        for (var index = 0u; index < request.InstructionCount; index++)
        {
            dram.Read(request.InstructionAddress + index * InstructionWord.Bytes, bytes);
            var word = InstructionWord.Read(bytes);
            var (opcode, unit, dependencies) = (word.Opcode(layout), word.Unit(layout), word.Dependencies(layout));
            var (pops, pushes) = (TokenQueue.Popped(unit, dependencies), TokenQueue.Pushed(unit, dependencies));
            commands.Add(new Command(launch, index, word, opcode, unit, pops, pushes));
            if (opcode == Opcode.Finish)
                break;
        }
        return commands;
    }
}
