using Vta.Hardware.Control;

namespace Vta.Hardware.Computing;

/// <summary>One step of a GEMM or ALU instruction, as the loops make it: the micro-op's fields are still to be added.</summary>
internal sealed class Step(VtaConfig config) : Bundle
{
    /// <summary>Index of the micro-op; its top bit is set where that is past the buffer.</summary>
    public readonly UInt Uop = Field(UInt(config.Uop.LogDepth + 1));

    public readonly Offset Dst = Field(Offset.Type(config.Acc.LogDepth));
    public readonly Offset SrcAcc = Field(Offset.Type(config.Acc.LogDepth));
    public readonly Offset SrcInp = Field(Offset.Type(config.Inp.LogDepth));
    public readonly Offset Wgt = Field(Offset.Type(config.Wgt.LogDepth));
    public readonly StepKind Kind = Field(StepKind.Type(config));

    /// <summary>The last step of its instruction.</summary>
    public readonly Bool IsLast = Field(Bool());

    /// <summary>Program index of the instruction.</summary>
    public readonly UInt Index = Field(UInt(ProgramIndex.Width));

    public static BundleType<Step> Type(VtaConfig config) => BundleOf(() => new Step(config));
}
