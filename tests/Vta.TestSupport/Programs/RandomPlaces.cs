using Vta.Compiler;
using Vta.Compiler.Schedules;
using Vta.Compiler.TensorExpressions;

namespace Vta.TestSupport;

/// <summary>Chooses at which loop each stage is computed: at any that all of its readers are in, mostly the innermost.</summary>
/// <param name="random">Chooses.</param>
internal sealed class RandomPlaces(Random random)
{
    private readonly Dictionary<SymbolicTensor, List<List<(Stage Stage, IterVar Axis)>>> readers = [];

    /// <summary>Computes a stage at a loop of its readers, which have been placed before; then come those that it reads.</summary>
    /// <param name="stage">The stage.</param>
    /// <param name="own">Its own loops that others may be computed at, outermost first.</param>
    /// <param name="reads">What it reads.</param>
    internal void Place(Stage stage, IReadOnlyList<IterVar> own, IReadOnlyList<SymbolicTensor> reads)
    {
        List<(Stage, IterVar)> around = [];
        if (readers.TryGetValue(stage.Tensor, out var paths))
        {
            around = paths.Aggregate((common, path) =>
                [.. common.Zip(path).TakeWhile(pair => pair.First == pair.Second).Select(pair => pair.First)]);
            around = around[..(random.Next(3) > 0 ? around.Count : random.Next(around.Count + 1))];
            if (around is [.., var (parent, axis)])
                stage.ComputeAt(parent, axis);
        }
        foreach (var read in reads)
        {
            if (!readers.TryGetValue(read, out var others))
                readers.Add(read, others = []);
            others.Add([.. around, .. own.Select(axis => (stage, axis))]);
        }
    }
}
