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

    public static BundleType<StepKind> Type(VtaConfig config) => BundleOf(() => new StepKind(config));
}
