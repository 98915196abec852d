using Vta.Compiler.LoopIr;
using Vta.Compiler.Schedules;
using Vta.Compiler.TensorExpressions;

namespace Vta.Compiler.Passes;

/// <summary>Puts the bodies of inlined stages into those of their readers.</summary>
internal static class InlineComputes
{
    /// <summary>The bodies of all stages that are computed.</summary>
    internal static IReadOnlyDictionary<Stage, Expr> Run(Schedule schedule)
    {
        var bodies = new Dictionary<Stage, Expr>();
        var inlined = new Dictionary<DataProducer, (IReadOnlyList<IterVar> Axis, Expr Body)>();
        Expr Visit(Expr expression)
        {
            var mapped = expression.MapChildren(Visit);
            if (mapped is not TensorRead read || !inlined.TryGetValue(read.Tensor, out var known))
                return mapped;
            var values = known.Axis.Zip(read.Indices).ToDictionary(pair => (Variable)pair.First, pair => pair.Second);
            return known.Body.Substitute(values);
        }
        foreach (var stage in schedule.Stages.Where(stage => stage.Body is not null))
        {
            var body = Visit(stage.Body!);
            if (stage.IsInlined)
                inlined.Add(stage.Tensor, (stage.Axis, body));
            else
                bodies.Add(stage, body);
        }
        return bodies;
    }
}
