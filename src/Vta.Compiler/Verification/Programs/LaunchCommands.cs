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
        return [.. LaunchInstructions.Fetched(config, dram, request).Select((word, index) =>
        {
            var (unit, dependencies) = (word.Unit(layout), word.Dependencies(layout));
            var (pops, pushes) = (TokenQueue.Popped(unit, dependencies), TokenQueue.Pushed(unit, dependencies));
            return new Command(launch, (uint)index, word, word.Opcode(layout), unit, pops, pushes);
        })];
    }
}
