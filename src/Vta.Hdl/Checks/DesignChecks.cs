using Vta.Hdl.Diagnostics;
using Vta.Hdl.Ir;
using Vta.Hdl.Lowering;

namespace Vta.Hdl.Checks;

/// <summary>What is checked once a whole design is described: reads across modules, drivers, combinational loops.</summary>
internal static class DesignChecks
{
    /// <exception cref="HdlException">Every rule that is broken.</exception>
    public static void Run(Design design)
    {
        var problems = new List<Diagnostic>();
        foreach (var module in design.Top.SelfAndDescendants())
            problems.AddRange(ForeignReads(module));
        if (problems.Count > 0)
            throw new HdlException(problems);
        _ = Netlist.From(design);
    }

    private static IEnumerable<Diagnostic> ForeignReads(ModuleInstance module)
    {
        var reported = new HashSet<Signal>();
        foreach (var (expression, location) in ModuleExpressions.Of(module))
        {
            foreach (var signal in ExpressionGraph.Signals(expression))
            {
                var isOwn = signal.Owner == module;
                var isInstancePort = signal.Owner?.Parent == module && signal.Kind is SignalKind.Input or SignalKind.Output;
                if (!isOwn && !isInstancePort && reported.Add(signal))
                {
                    yield return new(
                        Rule.IllegalRead,
                        $"{module.DefinitionName} reads '{signal.Name}' of {signal.Owner?.DefinitionName ?? "no module"} (declared at {signal.Location}): only its own signals and the ports of its instances can be read",
                        location);
                }
            }
        }
    }
}
