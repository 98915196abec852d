using System.Globalization;
using System.Text.RegularExpressions;
using Vta.Hdl.Ir;
using Vta.Hdl.Tools;

namespace Vta.Hdl.Formal;

/// <summary>Bounded checks, induction and covers with yosys-smtbmc and z3.</summary>
internal sealed partial class SmtEngine(ProofModel model, ProofOptions options)
{
    private const string TraceFile = "trace.vcd";

    /// <summary>
    /// The number of cycles for which the assertions have to hold before they hold in the next one, whatever state they begin in; null where none is enough.
    /// </summary>
    public int? Induction()
    {
        if (Run("-i", "-t", Text(options.Depth)) is not (0, var lines))
            return null;
        var last = lines.Select(l => InductionStep().Match(l)).Last(m => m.Success);
        return options.Depth - int.Parse(last.Groups[1].ValueSpan, CultureInfo.InvariantCulture);
    }

    /// <summary>Looks for a broken assertion in the first cycles.</summary>
    public BoundedCheck Check(int cycles)
    {
        var run = Run("--presat", "-t", Text(cycles), "--dump-vcd", TraceFile);
        if (run is not (var exitCode, var lines))
            return new(BoundedOutcome.TookTooLong);
        if (exitCode == 0)
            return new(BoundedOutcome.Holds);
        if (File.Exists(model.PathOf(TraceFile)))
            return new(BoundedOutcome.Fails, File.ReadAllText(model.PathOf(TraceFile)));
        return lines.Any(l => l.Contains("Assumptions are unsatisfiable", StringComparison.Ordinal))
            ? new(BoundedOutcome.AssumesTooMuch)
            : throw new InvalidOperationException("yosys-smtbmc failed: " + string.Join(' ', lines));
    }

    /// <summary>Looks for a way to each cover.</summary>
    public IReadOnlyList<ReachedCover> Covers()
    {
        var covers = model.Names.Labels.Keys.Where(a => a.Kind == AssertionKind.Cover).ToArray();
        if (covers.Length == 0)
            return [];
        var lines = Run("-c", "-t", Text(options.Depth))?.Lines ?? [];
        var reached = lines.Select(l => CoverStep().Match(l)).Where(m => m.Success)
            .ToDictionary(m => m.Groups[1].Value, m => int.Parse(m.Groups[2].ValueSpan, CultureInfo.InvariantCulture));
        return [.. covers.Select(c => new ReachedCover(c, reached.TryGetValue(model.Names.Labels[c], out var step) ? step : null))];
    }

    private (int ExitCode, IReadOnlyList<string> Lines)? Run(params IEnumerable<string> arguments) =>
        ToolProcess.Run("yosys-smtbmc", model.Folder, options.Timeout, ["-s", "z3", "--noprogress", .. arguments, ProofModel.SmtFile]);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"Trying induction in step (\d+)\.\.")]
    private static partial Regex InductionStep();

    [GeneratedRegex(@"Reached cover statement at (\S+) in step (\d+)\.")]
    private static partial Regex CoverStep();
}
