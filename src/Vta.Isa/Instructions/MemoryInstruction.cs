namespace Vta.Isa.Instructions;

/// <summary>A LOAD or STORE. Bases, sizes, strides and pads count elements of its memory.</summary>
public readonly record struct MemoryInstruction(
    Opcode Opcode,
    Dependencies Dependencies,
    MemoryId Memory,
    int SramBase,
    uint DramBase,
    int YSize,
    int XSize,
    int XStride,
    int YPad0 = 0,
    int YPad1 = 0,
    int XPad0 = 0,
    int XPad1 = 0)
{
    /// <summary>Whether the unit that runs it knows the memory: OUT for a STORE, all that the device has but OUT for a LOAD.</summary>
    public bool IsLegal(InstructionLayout layout) => Opcode == Opcode.Store ? Memory == MemoryId.Out : Memory != MemoryId.Out && layout.Knows(Memory);

    /// <summary>Whether it sets the value that loads of inputs pad with, and moves nothing; only sram_base counts, of which it takes INP_WIDTH bits.</summary>
    public bool SetsPadValue(InstructionLayout layout) => Opcode == Opcode.Load && Memory == MemoryId.Pad && layout.Knows(Memory);

    /// <summary>A LOAD that sets the value that loads of inputs pad with.</summary>
    /// <param name="dependencies">Its tokens.</param>
    /// <param name="value">Of INP_WIDTH bits, signed.</param>
    public static MemoryInstruction PadValue(Dependencies dependencies, int value) =>
        new(Opcode.Load, dependencies, MemoryId.Pad, value & ((1 << InstructionLayout.SramBaseWidth) - 1), 0, 0, 0, 0);

    /// <summary>Whether there is nothing to move: it does nothing and raises no fault, whatever its memory.</summary>
    public bool IsEmpty => XSize == 0 || YSize == 0;

    /// <summary>Reads the fields of a LOAD or STORE.</summary>
    public static MemoryInstruction Decode(InstructionLayout layout, InstructionWord word)
    {
        var fields = layout.Memory;
        return new MemoryInstruction(
            word.Opcode(layout),
            word.Dependencies(layout),
            (MemoryId)fields.MemoryType.Extract(word),
            (int)fields.SramBase.Extract(word),
            fields.DramBase.Extract(word),
            (int)fields.YSize.Extract(word),
            (int)fields.XSize.Extract(word),
            (int)fields.XStride.Extract(word),
            (int)fields.YPad0.Extract(word),
            (int)fields.YPad1.Extract(word),
            (int)fields.XPad0.Extract(word),
            (int)fields.XPad1.Extract(word));
    }

    /// <exception cref="VtaInputException">A value does not fit its field.</exception>
    public InstructionWord Encode(InstructionLayout layout)
    {
        var fields = layout.Memory;
        var word = InstructionWords.Begin(layout, Opcode, Dependencies);
        word = fields.MemoryType.Insert(word, (int)Memory);
        word = fields.SramBase.Insert(word, SramBase);
        word = fields.DramBase.Insert(word, DramBase);
        word = fields.YSize.Insert(word, YSize);
        word = fields.XSize.Insert(word, XSize);
        word = fields.XStride.Insert(word, XStride);
        word = fields.YPad0.Insert(word, YPad0);
        word = fields.YPad1.Insert(word, YPad1);
        word = fields.XPad0.Insert(word, XPad0);
        return fields.XPad1.Insert(word, XPad1);
    }
}
