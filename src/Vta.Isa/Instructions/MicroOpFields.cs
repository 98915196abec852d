namespace Vta.Isa;

/// <summary>The fields of a 32-bit micro-op. ALU micro-ops use <see cref="Dst"/> and <see cref="Src"/> only, both accumulators.</summary>
public sealed class MicroOpFields
{
    internal MicroOpFields(VtaConfig config)
    {
        var packer = new FieldPacker();
        Dst = packer.Add("dst", config.Acc.LogDepth);
        Src = packer.Add("src", Math.Max(config.Acc.LogDepth, config.Inp.LogDepth));
        Wgt = packer.Add("wgt", config.Wgt.LogDepth);
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
