using Vta.Hdl.Diagnostics;
using Vta.Hdl.Ir;
using Vta.Hdl.Lowering;

namespace Vta.Hdl.Checks;

/// <summary>Finds what is described, but influences nothing.</summary>
internal static class DeadLogic
{
    /// <summary>One warning for each declaration, however often its module is instantiated.</summary>
    public static IReadOnlyList<Diagnostic> In(ModuleInstance top) =>
        [.. top.SelfAndDescendants().SelectMany(InModule).DistinctBy(d => (d.Location, d.Message)).OrderBy(d => d.Location.File, StringComparer.Ordinal).ThenBy(d => d.Location.Line)];

    /// <summary>A bundle of which some field has an effect is in use: fields that nobody reads are no mistake.</summary>
    private static IEnumerable<Diagnostic> InModule(ModuleInstance module)
    {
        var live = LiveSignals.Of(module, module.Instances, module.Assertions, module.Prints);
        var dead = module.Signals.GroupBy(s => s.Location).Where(g => !g.Any(live.Contains)).SelectMany(g => g).Select(s => (s.Name, s.Location))
            .Concat(module.Memories.Where(m => !live.Contains(m)).Select(m => (m.Name, m.Location)));
        return dead.Select(d => new Diagnostic(
            Rule.DeadLogic, $"'{d.Name}' of {module.DefinitionName} influences no output, instance or assertion: the Verilog leaves it out", d.Location));
    }
}
