namespace Vta.Isa.Instructions;

/// <summary>The fields of GEMM. A factor is what an index grows by with each iteration of a loop.</summary>
public sealed class GemmFields : KernelFields
{
    internal GemmFields(CommonFields common, LogDepths depths)
        : this(new FieldPacker(common.All), depths)
    {
    }

    private GemmFields(FieldPacker packer, LogDepths depths)
        : base(packer, depths)
    {
        DstFactorOut = packer.Add("dst_factor_out", depths.Acc);
        DstFactorIn = packer.Add("dst_factor_in", depths.Acc);
        SrcFactorOut = packer.Add("src_factor_out", depths.Inp);
        SrcFactorIn = packer.Add("src_factor_in", depths.Inp);
        WgtFactorOut = packer.Add("wgt_factor_out", depths.Wgt);
        WgtFactorIn = packer.Add("wgt_factor_in", depths.Wgt);
    }

    public InstructionField DstFactorOut { get; }

    public InstructionField DstFactorIn { get; }

    public InstructionField SrcFactorOut { get; }

    public InstructionField SrcFactorIn { get; }

    public InstructionField WgtFactorOut { get; }

    public InstructionField WgtFactorIn { get; }
}
