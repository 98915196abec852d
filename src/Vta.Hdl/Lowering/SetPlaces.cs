using Vta.Hdl.Diagnostics;
using Vta.Hdl.Ir;

namespace Vta.Hdl.Lowering;

/// <summary>Where signals are set, for messages.</summary>
internal static class SetPlaces
{
    /// <summary>The last statement that sets a signal; its declaration where there is none.</summary>
    public static SourceLocation Of(Signal signal)
    {
        var module = signal.Kind == SignalKind.Input ? signal.Owner?.Parent : signal.Owner;
        return module is null ? signal.Location : In(module.Body).LastOrDefault(a => a.Target == signal)?.Location ?? signal.Location;
    }

    private static IEnumerable<Assign> In(Block block) => block.Statements.SelectMany(s => s switch
    {
        Assign a => [a],
        If i => In(i.Then).Concat(i.Else is null ? [] : In(i.Else)),
        Switch w => w.Cases.SelectMany(c => In(c.Body)).Concat(w.Default is null ? [] : In(w.Default)),
        _ => throw new InvalidOperationException($"unknown statement {s.GetType().Name}"),
    });
}
