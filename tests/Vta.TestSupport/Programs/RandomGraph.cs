using Vta.Compiler;
using Vta.Compiler.LoopIr;
using Vta.Compiler.Schedules;
using Vta.Compiler.TensorExpressions;
using Vta.Compiler.Tensors;
using Vta.Isa;

namespace Vta.TestSupport;

/// <summary>
/// Element operations on several values, of which some are read more than once, also by rows next to each other, in one to three parts that
/// pass a tensor on through DRAM. Each stage is computed at some loop of what needs it.
/// </summary>
internal sealed class RandomGraph
{
    private readonly Random random;
    private readonly Env env;
    private readonly int columns;
    private readonly List<SymbolicTensor> inputs = [];
    private readonly List<SymbolicTensor> values = [];
    private readonly Dictionary<SymbolicTensor, (Step Step, SymbolicTensor[] Reads)> steps = [];

    private RandomGraph(int seed, VtaConfig config)
    {
        (random, env) = (new Random(seed), new Env(config));
        columns = random.Next(1, 5);
    }

    private enum Step
    {
        Load,
        Alu,
        Reduce,
        Store,
    }

    internal static ScheduledProgram Create(int seed, VtaConfig config)
    {
        var graph = new RandomGraph(seed, config);
        var result = graph.Declare();
        var s = graph.Schedule(result);
        var read = graph.inputs.Where(input => s.Stages.Any(stage => stage.Tensor == input));
        return ScheduledProgram.Create(graph.env, s, $"random graph {seed}", bits: 10, graph.random, result, [.. read]);
    }

    private SymbolicTensor Declare()
    {
        var rows = random.Next(2, 11);
        for (var count = random.Next(1, 3); count > 0; count--)
            Load(Input(rows));
        for (var parts = random.Next(6) switch { 0 => 3, 1 or 2 => 2, _ => 1 }; ; parts--)
        {
            for (var count = random.Next(1, 6); count > 0; count--)
                Compute();
            var last = values[^1];
            var stored = Add(Step.Store, last.Shape, i => last[i].Cast(env.OutType), parts == 1 ? "res" : $"part{parts}", last);
            if (parts == 1)
                return stored;
            values.Remove(stored);
            // The acc buffer loads 8 bits; what is stored with others stays where it is, too.
            if (env.OutType == DataType.Int8)
                Load(stored);
        }
    }

    private SymbolicTensor Input(int rows)
    {
        var type = random.Next(3) == 0 ? DataType.Int8 : env.AccType;
        inputs.Add(Te.Placeholder(Rows(rows), $"x{inputs.Count}", type));
        return inputs[^1];
    }

    /// <summary>Loads a tensor, sometimes with a row of zeros before and after.</summary>
    private void Load(SymbolicTensor from)
    {
        var (name, rows) = ($"{from.Name}_buf", from.Shape[0]);
        if (random.Next(6) > 0)
            Add(Step.Load, from.Shape, i => from[i].Cast(env.AccType), name, from);
        else
            Add(Step.Load, Rows(rows + 2), i => Te.IfThenElse(
                (1 <= i[0]) & (i[0] < rows + 1), from[[i[0] - 1, i[1], i[2], i[3]]].Cast(env.AccType), 0), name, from);
    }

    private void Compute()
    {
        // The latest value is used in any case, so that all but the oldest have a reader.
        var (value, other) = (values[^1], values[random.Next(values.Count)]);
        var (name, rows, amount) = ($"y{steps.Count}", value.Shape[0], random.Next(1, 6));
        switch (random.Next(6))
        {
            case < 2:
                var one = Pick<Func<Indices, Expr>>(
                    i => value[i] >> amount, i => value[i] + amount, i => Te.Max(value[i], -amount), i => value[i] * amount);
                Add(Step.Alu, value.Shape, one, name, value);
                break;
            case 2 when rows > 1:
                var next = random.Next(1, Math.Min(3, rows));
                Add(Step.Alu, Rows(rows - next), i => Te.Max(value[i], value[[i[0] + next, i[1], i[2], i[3]]]), name, value);
                break;
            case 3 when rows > 1:
                var each = Te.ReduceAxis(2, "each");
                Add(Step.Reduce, Rows(rows / 2), i => Te.Sum(value[[i[0] * 2 + each, i[1], i[2], i[3]]], [each]), name, value);
                break;
            case var _ when value != other:
                var two = Pick<Func<Indices, Expr>>(
                    i => value[i] + other[i], i => Te.Max(other[i], value[i]), i => Te.Min(value[i], other[i]), i => other[i] * value[i]);
                Add(Step.Alu, Rows(Math.Min(rows, other.Shape[0])), two, name, value, other);
                break;
        }
    }

    private int[] Rows(int count) => [count, columns, env.Batch, env.BlockOut];

    private SymbolicTensor Add(Step step, IReadOnlyList<int> shape, Func<Indices, Expr> body, string name, params SymbolicTensor[] reads)
    {
        var tensor = Te.Compute(shape, body, name);
        steps.Add(tensor, (step, reads));
        values.Add(tensor);
        return tensor;
    }

    private Schedule Schedule(SymbolicTensor result)
    {
        var s = Te.CreateSchedule(result);
        var places = new RandomPlaces(random);
        foreach (var stage in s.Stages.Reverse().Where(stage => steps.ContainsKey(stage.Tensor)))
        {
            var (step, reads) = steps[stage.Tensor];
            if (step != Step.Store)
                stage.SetScope(env.AccScope);
            places.Place(stage, Mark(stage, step), reads);
        }
        return s;
    }

    /// <summary>Gives a stage to its unit.</summary>
    /// <returns>The loops that other stages may be computed at.</returns>
    private IReadOnlyList<IterVar> Mark(Stage stage, Step step)
    {
        if (step == Step.Store)
        {
            var tiles = RandomTiles.Create(stage, random);
            stage.Pragma(tiles.Inner[random.Next(2)], env.DmaCopy);
            return tiles.Outer;
        }
        if (step == Step.Reduce)
            stage.Reorder([stage.ReduceAxis[0], stage.Axis[2], stage.Axis[3]]);
        var depth = random.Next(4) == 0 ? 1 : 0;
        stage.Pragma(stage.LeafAxis[depth], step == Step.Load ? env.DmaCopy : env.Alu);
        return [.. stage.LeafAxis.Take(depth)];
    }

    private T Pick<T>(params IReadOnlyList<T> from) => from[random.Next(from.Count)];
}
