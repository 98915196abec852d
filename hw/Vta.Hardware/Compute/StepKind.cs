namespace Vta.Hardware;

/// <summary>What a step does to its accumulator; the same for all steps of an instruction.</summary>
internal sealed class StepKind(VtaConfig config) : Bundle
{
    public readonly Bool IsGemm = Field(Bool());

    /// <summary>GEMM that clears.</summary>
    public readonly Bool IsReset = Field(Bool());

    /// <summary>ALU with the immediate in place of the source.</summary>
    public readonly Bool UsesImmediate = Field(Bool());
    public readonly UInt AluOpcode = Field(UInt(config.Layout.Alu.AluOpcode.Width));
    public readonly SInt Immediate = Field(SInt(config.Layout.Alu.Immediate.Width));

    /// <summary>GEMM that overwrites: GEMM_SET without reset.</summary>
    public readonly Bool Overwrites = config.Layout.Knows(Opcode.GemmSet) ? Field(Bool()) : false;

    public readonly Bool IsRequant = config.HasRequant ? Field(Bool()) : false;

    public static BundleType<StepKind> Type(VtaConfig config) => BundleOf(() => new StepKind(config));
}
