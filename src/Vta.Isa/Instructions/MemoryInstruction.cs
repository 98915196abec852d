namespace Vta.Isa;

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
    /// <summary>Whether the unit that runs it knows the memory: OUT for a STORE, all but OUT for a LOAD.</summary>
    public bool IsLegal => Opcode == Opcode.Store
        ? Memory == MemoryId.Out
        : Memory is MemoryId.Uop or MemoryId.Wgt or MemoryId.Inp or MemoryId.Acc or MemoryId.Acc8Bit;

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
