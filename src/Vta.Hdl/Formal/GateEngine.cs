using System.Globalization;
using System.Text.RegularExpressions;
using Vta.Hdl.Tools;

namespace Vta.Hdl.Formal;

/// <summary>
/// Property-directed reachability with ABC, which comes with Yosys: finds by itself the invariants that induction would have to be given. For designs
/// of some thousand bits of state.
/// </summary>
internal sealed partial class GateEngine(ProofModel model, ProofOptions options)
{
    /// <summary>Tries to prove all assertions at once; where one fails, gives a bound on the cycles that it takes.</summary>
    public (bool IsProven, int? FailsWithin) Run()
    {
        if (!model.HasGates)
            return (false, null);
        var seconds = Math.Max(1, (int)options.Timeout.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        IReadOnlyList<string> lines;
        try
        {
            var script = $"read_aiger {ProofModel.GatesFile}; fold; strash; orpos; scorr; pdr -T {seconds}";
            lines = ToolProcess.Run("yosys-abc", model.Folder, options.Timeout + TimeSpan.FromSeconds(5), "-c", script)?.Lines ?? [];
        }
        catch (ToolMissingException)
        {
            // Some distributions pack ABC apart from Yosys; the other engines do without.
            return (false, null);
        }
        if (lines.Any(l => l.StartsWith("Property proved.", StringComparison.Ordinal)))
            return (true, null);
        var failure = lines.Select(l => FailedFrame().Match(l)).FirstOrDefault(m => m.Success);
        return (false, failure is null ? null : int.Parse(failure.Groups[1].ValueSpan, CultureInfo.InvariantCulture) + 2);
    }

    [GeneratedRegex(@"was asserted in frame (\d+)")]
    private static partial Regex FailedFrame();
}
