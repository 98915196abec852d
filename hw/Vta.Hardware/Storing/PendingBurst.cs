namespace Vta.Hardware.Storing;

/// <summary>A burst whose write response is still to come.</summary>
internal sealed class PendingBurst : Bundle
{
    /// <summary>Memory answers it: not so for the mark of an instruction that writes nothing.</summary>
    public readonly Bool IsAnswered = Field(Bool());

    /// <summary>The last burst of its instruction.</summary>
    public readonly Bool IsLast = Field(Bool());

    public static readonly BundleType<PendingBurst> Type = BundleOf(() => new PendingBurst());
}
