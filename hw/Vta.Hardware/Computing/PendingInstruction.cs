using Vta.Hardware.Control;
using Vta.Isa.Instructions;

namespace Vta.Hardware.Computing;

/// <summary>An instruction of the compute unit under way. They end in order, each when its part of the unit says so.</summary>
internal sealed class PendingInstruction : Bundle
{
    /// <summary>A LOAD: over when the load side is done with it.</summary>
    public readonly Bool IsLoad = Field(Bool());

    /// <summary>GEMM or ALU: over when its last step is written. Neither: nothing to do.</summary>
    public readonly Bool IsStep = Field(Bool());

    /// <summary>The dependency queues that it pushes to, one bit each.</summary>
    public readonly UInt Pushes = Field(UInt(TokenQueue.Count));

    public readonly UInt Index = Field(UInt(ProgramIndex.Width));

    public static readonly BundleType<PendingInstruction> Type = BundleOf(() => new PendingInstruction());
}
