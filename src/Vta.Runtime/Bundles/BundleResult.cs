using Vta.Isa.Instructions;
using Vta.Isa.Launch;
using Vta.Isa.Programs;

namespace Vta.Runtime.Bundles;

/// <summary>How a bundle ran on a device.</summary>
/// <param name="Statistics">What was counted, over all launches.</param>
/// <param name="Mismatches">Where memory is not as expected.</param>
public sealed record BundleResult(LaunchStatistics Statistics, IReadOnlyList<Mismatch> Mismatches)
{
    /// <summary>Whether the bundle expects anything: without, it only ran.</summary>
    public required bool IsChecked { get; init; }

    /// <summary>Where cycles went, over all launches, per unit in the order of <see cref="Unit"/>; empty on a backend without cycles.</summary>
    public IReadOnlyList<UnitCycles> Cycles { get; init; } = [];

    /// <summary>Tokens that its launches left over, in words; they change no result.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Memory is as the bundle expects.</summary>
    public bool Verified => IsChecked && Mismatches.Count == 0;

    public override string ToString() =>
        $"{Verdict}{string.Concat(Notes.Select(note => $"\nnote: {note}"))}\n{Statistics}";

    private string Verdict => Mismatches.Count > 0 ? string.Join("; ", Mismatches) : IsChecked ? "verified" : "ran; nothing is expected";
}
