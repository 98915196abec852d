using Vta.Hardware.Control;
using Vta.Isa.Instructions;

namespace Vta.Hardware.Storing;

/// <summary>A STORE under way: it is over when all its bursts are answered.</summary>
internal sealed class PendingStore : Bundle
{
    /// <summary>The dependency queues that it pushes to, one bit each.</summary>
    public readonly UInt Pushes = Field(UInt(TokenQueue.Count));

    public readonly UInt Index = Field(UInt(ProgramIndex.Width));

    public static readonly BundleType<PendingStore> Type = BundleOf(() => new PendingStore());
}
