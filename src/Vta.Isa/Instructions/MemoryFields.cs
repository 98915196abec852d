namespace Vta.Isa.Instructions;

/// <summary>The fields of LOAD and STORE. Bases, sizes, strides and pads count elements.</summary>
public sealed class MemoryFields
{
    internal MemoryFields(CommonFields common)
    {
        var packer = new FieldPacker(common.All);
        MemoryType = packer.Add("memory_type", 3);
        SramBase = packer.Add("sram_base", InstructionLayout.SramBaseWidth);
        DramBase = packer.Add("dram_base", 32);
        YSize = packer.Add("y_size", 16);
        XSize = packer.Add("x_size", 16);
        XStride = packer.Add("x_stride", 16);
        YPad0 = packer.Add("y_pad_0", 4);
        YPad1 = packer.Add("y_pad_1", 4);
        XPad0 = packer.Add("x_pad_0", 4);
        XPad1 = packer.Add("x_pad_1", 4);
        All = packer.Fields;
    }

    public InstructionField MemoryType { get; }

    public InstructionField SramBase { get; }

    public InstructionField DramBase { get; }

    public InstructionField YSize { get; }

    public InstructionField XSize { get; }

    public InstructionField XStride { get; }

    /// <summary>Rows of zeros before.</summary>
    public InstructionField YPad0 { get; }

    /// <summary>Rows of zeros after.</summary>
    public InstructionField YPad1 { get; }

    /// <summary>Zeros before each row.</summary>
    public InstructionField XPad0 { get; }

    /// <summary>Zeros after each row.</summary>
    public InstructionField XPad1 { get; }

    /// <summary>All fields, the common ones included, in order of their bits.</summary>
    public IReadOnlyList<InstructionField> All { get; }
}
