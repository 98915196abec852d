namespace Vta.Isa.Instructions;

/// <summary>What every instruction has: opcode, dependency flags, and the unit that runs it.</summary>
public static class InstructionWords
{
    public static Opcode Opcode(this InstructionWord word, InstructionLayout layout) => (Opcode)layout.Common.Opcode.Extract(word);

    public static Dependencies Dependencies(this InstructionWord word, InstructionLayout layout) =>
        (Dependencies)((word.Low >> layout.Common.PopPrev.Offset) & 0xf);

    /// <summary>The unit that runs an instruction; what no other unit knows goes to compute.</summary>
    public static Unit Unit(this InstructionWord word, InstructionLayout layout) => word.Opcode(layout) switch
    {
        Instructions.Opcode.Store => Instructions.Unit.Store,
        Instructions.Opcode.Load when IsOfLoadUnit((MemoryId)layout.Memory.MemoryType.Extract(word), layout) => Instructions.Unit.Load,
        _ => Instructions.Unit.Compute,
    };

    private static bool IsOfLoadUnit(MemoryId memory, InstructionLayout layout) =>
        memory is MemoryId.Inp or MemoryId.Wgt || (memory == MemoryId.Pad && layout.Knows(memory));

    /// <summary>A FINISH instruction.</summary>
    public static InstructionWord Finish(InstructionLayout layout, Dependencies dependencies = Instructions.Dependencies.None) =>
        Begin(layout, Instructions.Opcode.Finish, dependencies);

    /// <summary>Instructions as they lie in memory.</summary>
    public static byte[] ToBytes(IReadOnlyList<InstructionWord> words)
    {
        var bytes = new byte[words.Count * InstructionWord.Bytes];
        for (var index = 0; index < words.Count; index++)
            words[index].Write(bytes.AsSpan(index * InstructionWord.Bytes));
        return bytes;
    }

    internal static InstructionWord Begin(InstructionLayout layout, Opcode opcode, Dependencies dependencies)
    {
        var word = layout.Common.Opcode.Insert(default, (int)opcode);
        return word with { Low = word.Low | ((ulong)dependencies << layout.Common.PopPrev.Offset) };
    }
}
