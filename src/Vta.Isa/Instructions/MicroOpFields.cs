namespace Vta.Isa.Instructions;

/// <summary>The fields of a 32-bit micro-op. ALU micro-ops use <see cref="Dst"/> and <see cref="Src"/> only, both accumulators.</summary>
public sealed class MicroOpFields
{
    internal MicroOpFields(LogDepths depths)
    {
        var packer = new FieldPacker();
        Dst = packer.Add("dst", depths.Acc);
        Src = packer.Add("src", Math.Max(depths.Acc, depths.Inp));
        Wgt = packer.Add("wgt", depths.Wgt);
        All = packer.Fields;
    }

    /// <summary>Accumulator index.</summary>
    public InstructionField Dst { get; }

    /// <summary>Input index (GEMM) or accumulator index (ALU).</summary>
    public InstructionField Src { get; }

    /// <summary>Weight index.</summary>
    public InstructionField Wgt { get; }

    /// <summary>All fields, in order of their bits.</summary>
    public IReadOnlyList<InstructionField> All { get; }
}
