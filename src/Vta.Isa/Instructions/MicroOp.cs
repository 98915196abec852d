namespace Vta.Isa.Instructions;

/// <summary>A micro-op: where one step of a GEMM or ALU kernel reads and writes, before factors are added.</summary>
/// <param name="Dst">Accumulator index.</param>
/// <param name="Src">Input index (GEMM) or accumulator index (ALU).</param>
/// <param name="Wgt">Weight index; unused by ALU.</param>
public readonly record struct MicroOp(int Dst, int Src, int Wgt)
{
    /// <summary>Reads the fields of a micro-op.</summary>
    public static MicroOp Decode(InstructionLayout layout, uint bits)
    {
        var fields = layout.MicroOp;
        var word = new InstructionWord(bits, 0);
        return new MicroOp((int)fields.Dst.Extract(word), (int)fields.Src.Extract(word), (int)fields.Wgt.Extract(word));
    }

    /// <exception cref="VtaInputException">An index does not fit its field.</exception>
    public uint Encode(InstructionLayout layout)
    {
        var fields = layout.MicroOp;
        var word = fields.Dst.Insert(default, Dst);
        word = fields.Src.Insert(word, Src);
        return (uint)fields.Wgt.Insert(word, Wgt).Low;
    }
}
