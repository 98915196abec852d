namespace Vta.Isa;

/// <summary>The fields of GEMM. A factor is what an index grows by with each iteration of a loop.</summary>
public sealed class GemmFields : KernelFields
{
    internal GemmFields(CommonFields common, VtaConfig config)
        : this(new FieldPacker(common.All), config)
    {
    }

    private GemmFields(FieldPacker packer, VtaConfig config)
        : base(packer, config)
    {
        DstFactorOut = packer.Add("dst_factor_out", config.Acc.LogDepth);
        DstFactorIn = packer.Add("dst_factor_in", config.Acc.LogDepth);
        SrcFactorOut = packer.Add("src_factor_out", config.Inp.LogDepth);
        SrcFactorIn = packer.Add("src_factor_in", config.Inp.LogDepth);
        WgtFactorOut = packer.Add("wgt_factor_out", config.Wgt.LogDepth);
        WgtFactorIn = packer.Add("wgt_factor_in", config.Wgt.LogDepth);
    }

    public InstructionField DstFactorOut { get; }

    public InstructionField DstFactorIn { get; }

    public InstructionField SrcFactorOut { get; }

    public InstructionField SrcFactorIn { get; }

    public InstructionField WgtFactorOut { get; }

    public InstructionField WgtFactorIn { get; }
}
