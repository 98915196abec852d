using Vta.Hdl.Diagnostics;
using Vta.Hdl.Ir;

namespace Vta.Hdl.Checks;

/// <summary>Finds signals that a module reads though they are not its own, nor ports of its instances.</summary>
internal static class ForeignReads
{
    public static IEnumerable<Diagnostic> In(ModuleInstance module)
    {
        var seen = new HashSet<Expression>(ReferenceEqualityComparer.Instance);
        var waiting = new Stack<Expression>();
        foreach (var (root, location) in ModuleExpressions.Of(module))
        {
            if (seen.Add(root))
                waiting.Push(root);
            while (waiting.TryPop(out var expression))
            {
                if (expression is Signal signal && !MayRead(module, signal))
                    yield return new(Rule.IllegalRead, Message(module, signal), location);
                foreach (var operand in ExpressionGraph.Operands(expression))
                {
                    if (seen.Add(operand))
                        waiting.Push(operand);
                }
            }
        }
    }

    private static bool MayRead(ModuleInstance module, Signal signal) => signal.Owner == module
        || (signal.Owner?.Parent == module && signal.Kind is SignalKind.Input or SignalKind.Output or SignalKind.Inout);

    private static string Message(ModuleInstance module, Signal signal) => signal.Owner is null
        ? $"{module.DefinitionName} reads {Text.WithPlace(signal)}, a port of a module that is not instantiated: call Instance(…) first"
        : $"{module.DefinitionName} reads {Text.WithPlace(signal)} of {signal.Owner.DefinitionName}: only its own signals and the ports of its instances can be read; pass the value through ports";
}
