using Vta.Isa.Alu;

namespace Vta.Isa.Instructions;

/// <summary>The fields of ALU. A factor is what an index grows by with each iteration of a loop.</summary>
public sealed class AluFields : KernelFields
{
    internal AluFields(CommonFields common, LogDepths depths)
        : this(new FieldPacker(common.All), depths)
    {
    }

    private AluFields(FieldPacker packer, LogDepths depths)
        : base(packer, depths)
    {
        DstFactorOut = packer.Add("dst_factor_out", depths.Acc);
        DstFactorIn = packer.Add("dst_factor_in", depths.Acc);
        SrcFactorOut = packer.Add("src_factor_out", depths.Acc);
        SrcFactorIn = packer.Add("src_factor_in", depths.Acc);
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
