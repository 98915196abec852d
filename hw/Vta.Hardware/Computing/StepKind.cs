using Vta.Isa.Instructions;

namespace Vta.Hardware.Computing;

/// <summary>What a step does to its accumulator.</summary>
internal sealed class StepKind(VtaConfig config) : Bundle
{
    public readonly Bool IsGemm = Field(Bool());

    /// <summary>GEMM that clears.</summary>
    public readonly Bool IsReset = Field(Bool());

    /// <summary>ALU with the immediate in place of the source.</summary>
    public readonly Bool UsesImmediate = Field(Bool());
    public readonly UInt AluOpcode = Field(UInt(config.Layout.Alu.AluOpcode.Width));
    public readonly SInt Immediate = Field(SInt(config.Layout.Alu.Immediate.Width));

    /// <summary>GEMM that overwrites: GEMM_SET without reset, or DWCONV with it.</summary>
    public readonly Bool Overwrites = CanOverwrite(config) ? Field(Bool()) : false;

    public readonly Bool IsRequant = config.HasRequant ? Field(Bool()) : false;

    public readonly Bool IsDepthwise = config.HasDepthwise ? Field(Bool()) : false;

    /// <summary>DWCONV: the window has nothing before this step's input.</summary>
    public readonly Bool Starts = config.HasDepthwise ? Field(Bool()) : false;

    /// <summary>DWCONV: the step fills the window, and writes nothing.</summary>
    public readonly Bool Fills = config.HasDepthwise ? Field(Bool()) : false;

    /// <summary>Whether a device has instructions that overwrite.</summary>
    public static bool CanOverwrite(VtaConfig config) => config.Layout.Knows(Opcode.GemmSet) || config.HasDepthwise;

    public static BundleType<StepKind> Type(VtaConfig config) => BundleOf(() => new StepKind(config));
}
