using Vta.Compiler.Verification.Programs;
using Vta.Isa.Instructions;
using Vta.Isa.Programs;

namespace Vta.Conformance.Tests.Verification;

/// <summary>A program with one instruction changed.</summary>
/// <param name="Bundle">The program.</param>
/// <param name="Instruction">Which instruction of its first launch is another.</param>
/// <param name="Description">What was done to it.</param>
internal sealed record PlantedMistake(ProgramBundle Bundle, uint Instruction, string Description)
{
    /// <summary>Changes a dependency flag of an instruction: takes it away, adds one, or exchanges it for the other neighbour's.</summary>
    public static PlantedMistake OfTokens(ProgramBundle bundle, Random random)
    {
        var layout = bundle.Config.Layout;
        while (true)
        {
            var (index, word) = Any(bundle, random);
            var flag = (Dependencies)(1 << random.Next(4));
            var (dependencies, what) = (word.Dependencies(layout), random.Next(3));
            var other = flag is Dependencies.PopPrev or Dependencies.PushPrev ? (Dependencies)((int)flag << 1) : (Dependencies)((int)flag >> 1);
            var changed = what switch
            {
                0 => dependencies & ~flag,
                1 => dependencies | flag,
                _ => dependencies.HasFlag(flag) && !dependencies.HasFlag(other) ? (dependencies & ~flag) | other : dependencies,
            };
            var unit = word.Unit(layout);
            if (TokenQueue.Popped(unit, changed) == TokenQueue.Popped(unit, dependencies) && TokenQueue.Pushed(unit, changed) == TokenQueue.Pushed(unit, dependencies))
                continue;
            var planted = word with { Low = word.Low & ~(0xful << 3) | ((ulong)changed << 3) };
            return With(bundle, index, planted, $"{dependencies} is {changed}");
        }
    }

    /// <summary>Moves the elements of a transfer so far that they go beyond their buffer.</summary>
    public static PlantedMistake OfElements(ProgramBundle bundle, Random random)
    {
        var (index, transfer) = AnyTransfer(bundle, random);
        var depth = bundle.Config.Buffer(transfer.Memory)!.Depth;
        var isLoad = transfer.Opcode == Opcode.Load;
        var rows = transfer.YSize + (isLoad ? transfer.YPad0 + transfer.YPad1 : 0);
        var columns = transfer.XSize + (isLoad ? transfer.XPad0 + transfer.XPad1 : 0);
        var moved = transfer with { SramBase = Math.Min(depth - rows * columns + 1 + random.Next(depth), (1 << 16) - 1) };
        return With(bundle, index, moved.Encode(bundle.Config.Layout), $"sram {transfer.SramBase} is {moved.SramBase}");
    }

    /// <summary>Moves a transfer in DRAM to where the bundle has nothing.</summary>
    public static PlantedMistake OfAddresses(ProgramBundle bundle, Random random)
    {
        var (index, transfer) = AnyTransfer(bundle, random);
        var elements = (uint)(bundle.Reach() / bundle.Config.DramElemBytes(transfer.Memory)) + 1 + (uint)random.Next(1 << 10);
        var moved = transfer with { DramBase = elements };
        return With(bundle, index, moved.Encode(bundle.Config.Layout), $"dram {transfer.DramBase} is {moved.DramBase}");
    }

    /// <summary>The program with flags of instructions set, or taken away, as a mend says.</summary>
    public static ProgramBundle Mended(ProgramBundle bundle, Mend mend)
    {
        foreach (var change in mend.Changes)
        {
            var word = Word(bundle, change.First);
            var unit = word.Unit(bundle.Config.Layout);
            var flag = Enum.GetValues<Dependencies>()
                .Single(flag => (change.IsPush ? TokenQueue.Pushed(unit, flag) : TokenQueue.Popped(unit, flag)) == change.Queue);
            bundle = With(bundle, change.First, word with { Low = word.Low ^ ((ulong)flag << 3) }, "mended").Bundle;
        }
        return bundle;
    }

    private static PlantedMistake With(ProgramBundle bundle, uint index, InstructionWord word, string description)
    {
        var bytes = new byte[InstructionWord.Bytes];
        word.Write(bytes);
        var planted = new MemorySegment("planted", bundle.Launches[0].InstructionAddress + index * InstructionWord.Bytes, bytes);
        return new PlantedMistake(
            new ProgramBundle
            {
                Name = bundle.Name,
                Config = bundle.Config,
                Launches = bundle.Launches,
                Memory = [.. bundle.Memory, planted],
                Expected = bundle.Expected,
                Arguments = bundle.Arguments,
            },
            index, $"{bundle.Name}, instruction {index}: {description}");
    }

    private static (uint Index, InstructionWord Word) Any(ProgramBundle bundle, Random random)
    {
        var index = (uint)random.Next((int)bundle.Launches[0].InstructionCount);
        return (index, Word(bundle, index));
    }

    private static InstructionWord Word(ProgramBundle bundle, uint index)
    {
        var bytes = new byte[InstructionWord.Bytes];
        bundle.CreateDram().Read(bundle.Launches[0].InstructionAddress + index * InstructionWord.Bytes, bytes);
        return InstructionWord.Read(bytes);
    }

    private static (uint Index, MemoryInstruction Transfer) AnyTransfer(
        ProgramBundle bundle, Random random)
    {
        var layout = bundle.Config.Layout;
        while (true)
        {
            var (index, word) = Any(bundle, random);
            if (word.Opcode(layout) is Opcode.Load or Opcode.Store && MemoryInstruction.Decode(layout, word) is { IsEmpty: false } transfer
                && !transfer.SetsPadValue(layout))
                return (index, transfer);
        }
    }
}
