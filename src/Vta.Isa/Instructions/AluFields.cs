namespace Vta.Isa;

/// <summary>The fields of ALU. A factor is what an index grows by with each iteration of a loop.</summary>
public sealed class AluFields : KernelFields
{
    internal AluFields(CommonFields common, VtaConfig config)
        : this(new FieldPacker(common.All), config)
    {
    }

    private AluFields(FieldPacker packer, VtaConfig config)
        : base(packer, config)
    {
        DstFactorOut = packer.Add("dst_factor_out", config.Acc.LogDepth);
        DstFactorIn = packer.Add("dst_factor_in", config.Acc.LogDepth);
        SrcFactorOut = packer.Add("src_factor_out", config.Acc.LogDepth);
        SrcFactorIn = packer.Add("src_factor_in", config.Acc.LogDepth);
        AluOpcode = packer.Add("alu_opcode", AluOperations.CodeWidth);
        UseImmediate = packer.Add("use_imm", 1);
        Immediate = packer.Add("imm", 16, isSigned: true);
    }

    public InstructionField DstFactorOut { get; }

    public InstructionField DstFactorIn { get; }

    public InstructionField SrcFactorOut { get; }

    public InstructionField SrcFactorIn { get; }

    public InstructionField AluOpcode { get; }

    public InstructionField UseImmediate { get; }

    public InstructionField Immediate { get; }
}
