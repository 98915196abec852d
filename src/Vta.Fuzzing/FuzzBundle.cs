using Vta.Fuzzing.Comparison;
using Vta.Fuzzing.Programs;
using Vta.Isa.Instructions;
using Vta.Isa.Launch;
using Vta.Isa.Memory;
using Vta.Isa.Programs;
using Vta.Runtime;

namespace Vta.Fuzzing;

/// <summary>Random programs as bundles.</summary>
internal static class FuzzBundle
{
    /// <summary>The program with base registers of zero, and what the behavioural simulator makes of it.</summary>
    public static ProgramBundle Of(string name, RandomProgram program)
    {
        var layout = program.Config.Layout;
        var moved = program.WithWords([.. program.Words.Select(Moved)]);
        moved = moved with { Launch = moved.Launch with { Bases = default } };
        using var device = Devices.Create(Devices.Fsim, program.Config);
        moved.Write(device.Dram);
        device.Launch(moved.Launch);
        return new ProgramBundle
        {
            Name = name,
            Config = program.Config,
            Launches = [moved.Launch],
            Memory = [.. moved.Memory.Select((segment, index) => segment with { File = $"{segment.File}{index}.bin.gz" })],
            Expected = [.. Written(moved, device.Dram)],
        };

        InstructionWord Moved(InstructionWord word)
        {
            if (word.Opcode(layout) is not (Opcode.Load or Opcode.Store) || MemoryInstruction.Decode(layout, word) is not { IsEmpty: false } transfer
                || !transfer.IsLegal(layout) || transfer.SetsPadValue(layout))
            {
                return word;
            }
            var elements = program.Launch.Bases.Of(transfer.Memory) / (uint)program.Config.DramElemBytes(transfer.Memory);
            return (transfer with { DramBase = transfer.DramBase + elements }).Encode(layout);
        }
    }

    /// <summary>Pages that the program wrote.</summary>
    private static IEnumerable<MemorySegment> Written(RandomProgram program, Dram after)
    {
        var before = new Dram();
        program.Write(before);
        while (before.FirstDifference(after) is { } address)
        {
            var page = address / Dram.PageBytes * Dram.PageBytes;
            var bytes = new byte[Dram.PageBytes];
            after.Read(page, bytes);
            before.Write(page, bytes);
            yield return new MemorySegment($"expected.{page:x8}.bin.gz", page, bytes);
        }
    }
}
