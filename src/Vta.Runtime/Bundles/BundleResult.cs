using Vta.Isa;

namespace Vta.Runtime.Bundles;

/// <summary>How a bundle ran on a device.</summary>
/// <param name="Statistics">What was counted, over all launches.</param>
/// <param name="Mismatches">Where memory is not as expected.</param>
public sealed record BundleResult(LaunchStatistics Statistics, IReadOnlyList<Mismatch> Mismatches)
{
    /// <summary>Memory is as expected.</summary>
    public bool Verified => Mismatches.Count == 0;

    public override string ToString() => $"{(Verified ? "verified" : string.Join("; ", Mismatches))}\n{Statistics}";
}
