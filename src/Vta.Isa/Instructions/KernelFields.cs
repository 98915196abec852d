namespace Vta.Isa.Instructions;

/// <summary>The fields that GEMM and ALU share: which micro-ops run, and how often.</summary>
public abstract class KernelFields
{
    private protected KernelFields(FieldPacker packer, LogDepths depths)
    {
        Reset = packer.Add("reset", 1);
        UopBegin = packer.Add("uop_bgn", depths.Uop);
        UopEnd = packer.Add("uop_end", depths.Uop + 1);
        IterOut = packer.Add("iter_out", IterationWidth);
        IterIn = packer.Add("iter_in", IterationWidth);
        All = packer.Fields;
    }

    private const int IterationWidth = 14;

    public InstructionField Reset { get; }

    /// <summary>The first micro-op.</summary>
    public InstructionField UopBegin { get; }

    /// <summary>The micro-op after the last.</summary>
    public InstructionField UopEnd { get; }

    public InstructionField IterOut { get; }

    public InstructionField IterIn { get; }

    /// <summary>All fields, the common ones included, in order of their bits.</summary>
    public IReadOnlyList<InstructionField> All { get; }
}
