using Vta.Compiler;
using Vta.Compiler.Schedules;
using Vta.Compiler.TensorExpressions;
using Vta.Compiler.Tensors;
using Vta.Isa;

namespace Vta.TestSupport;

/// <summary>
/// Programs at random for the ALU: loads that pad or put two tensors together, expressions of every operator that read values several times, padding
/// and concatenation on chip, windows that are reduced, axes that are fused, and tiles of any size.
/// </summary>
public sealed class RandomAluProgram
{
    private readonly Random random;
    private readonly Env env;
    private readonly List<SymbolicTensor> inputs = [];
    private readonly List<SymbolicTensor> loaded = [];
    private readonly List<SymbolicTensor> computed = [];
    private readonly List<SymbolicTensor> reduced = [];

    private RandomAluProgram(int seed, VtaConfig config) => (random, env) = (new Random(seed), new Env(config));

    /// <summary>The program of a seed, with what the plain reference expects.</summary>
    /// <param name="seed">The seed.</param>
    /// <param name="config">The hardware.</param>
    /// <param name="threads">Virtual threads.</param>
    /// <exception cref="VtaInputException">The accelerator cannot do what the steps ask for.</exception>
    public static ScheduledProgram Create(int seed, VtaConfig config, int threads = 1) => new RandomAluProgram(seed, config).Create($"random ALU program {seed}", threads);

    private ScheduledProgram Create(string name, int threads)
    {
        var value = Load([random.Next(1, 6), random.Next(1, 6), env.Batch, env.BlockOut], "x");
        var other = random.Next(2) == 0 ? Load([.. value.Shape], "y") : value;
        value = Elements(value, other, "a");
        if (random.Next(3) == 0)
            value = Concatenated(value, other);
        if (random.Next(2) == 0)
            value = Padded(value, "pad", computed);
        if (random.Next(2) == 0)
            value = Window(value);
        if (random.Next(2) == 0)
            value = Elements(value, value, "b");
        if (!computed.Contains(value) && !reduced.Contains(value))
            value = Elements(value, value, "c");
        var last = value;
        var res = Te.Compute(last.Shape, i => last[i].Cast(env.OutType), "res");
        var s = Te.CreateSchedule(res);
        // An expression may turn out to need nothing of what there is.
        foreach (var list in (List<SymbolicTensor>[])[inputs, loaded, computed, reduced])
            list.RemoveAll(tensor => s.Stages.All(stage => stage.Tensor != tensor));
        Schedule(s, res, threads);
        var values = inputs.ToDictionary(input => input, input => Tensor.Random(random, random.Next(2, input.Type.Bits + 1), [.. input.Shape]).Data);
        var program = Lowering.Lower(env, s, [.. inputs, res], name);
        return new ScheduledProgram(program, program.Bundle(values, res, PlainEvaluator.Evaluate(res, values)));
    }

    private SymbolicTensor Load(int[] shape, string name)
    {
        SymbolicTensor buffer;
        switch (random.Next(4))
        {
            case 0:
                var part = random.Next(1, shape[0] + 1);
                var (x, y) = (Input([part, .. shape[1..]], name), part == shape[0] ? null : Input([shape[0] - part, .. shape[1..]], $"{name}_more"));
                buffer = y is null
                    ? Te.Compute(shape, i => x[i], $"{name}_buf")
                    : Te.Compute(shape, (i, j, b, c) => Te.IfThenElse(i < part, x[i, j, b, c], y[i - part, j, b, c]), $"{name}_buf");
                break;
            case 1 when shape[0] > 2 && shape[1] > 1:
                int[] before = [random.Next(2), random.Next(2), 0, 0];
                int[] inner = [shape[0] - 1 - before[0], shape[1] - before[1], shape[2], shape[3]];
                buffer = Topi.Pad(Input(inner, name), before, [1, 0, 0, 0], PadValue(), $"{name}_buf");
                break;
            default:
                var all = Input(shape, name);
                buffer = Te.Compute(shape, i => all[i], $"{name}_buf");
                break;
        }
        loaded.Add(buffer);
        return buffer;
    }

    private SymbolicTensor Input(int[] shape, string name)
    {
        var input = Te.Placeholder(shape, name, env.AccType);
        inputs.Add(input);
        return input;
    }

    private int PadValue() => random.Next(3) switch
    {
        0 => 0,
        1 => random.Next(-100, 100),
        _ => (int)-(1L << (env.AccType.Bits - 1)),
    };

    private SymbolicTensor Elements(SymbolicTensor value, SymbolicTensor other, string name)
    {
        var depth = random.Next(1, 4);
        computed.Add(Te.Compute(value.Shape, i => new RandomExpression(random, [value[i], other[i]]).OfAlu(depth), name));
        return computed[^1];
    }

    private SymbolicTensor Concatenated(SymbolicTensor first, SymbolicTensor second)
    {
        var axis = random.Next(2);
        computed.Add(Topi.Concatenate([first, second], axis, "both"));
        return computed[^1];
    }

    private SymbolicTensor Padded(SymbolicTensor value, string name, List<SymbolicTensor> to)
    {
        to.Add(Topi.Pad(value, [random.Next(3), random.Next(2), 0, 0], [random.Next(2), random.Next(3), 0, 0], PadValue(), name));
        return to[^1];
    }

    private SymbolicTensor Window(SymbolicTensor value)
    {
        var (rows, columns) = (random.Next(1, Math.Min(4, value.Shape[0] + 1)), random.Next(1, Math.Min(4, value.Shape[1] + 1)));
        var (strideY, strideX) = (random.Next(1, 3), random.Next(1, 3));
        var (dy, dx) = (Te.ReduceAxis(rows, "dy"), Te.ReduceAxis(columns, "dx"));
        var kind = random.Next(3);
        int[] shape = [(value.Shape[0] - rows) / strideY + 1, (value.Shape[1] - columns) / strideX + 1, env.Batch, env.BlockOut];
        reduced.Add(Te.Compute(shape, (i, j, b, c) =>
        {
            var read = value[i * strideY + dy, j * strideX + dx, b, c];
            var term = random.Next(2) == 0 ? read : new RandomExpression(random, [read, value[i * strideY, j * strideX, b, c]]).OfAlu(2);
            return kind switch { 0 => Te.Sum(term, [dy, dx]), 1 => Te.Min(term, [dy, dx]), _ => Te.Max(term, [dy, dx]) };
        }, "window"));
        return reduced[^1];
    }

    private void Schedule(Schedule s, SymbolicTensor res, int threads)
    {
        var (rows, columns) = (s[res].Axis[0], s[res].Axis[1]);
        var place = (IterVar?)null;
        var store = rows;
        if (threads > 1 || random.Next(3) > 0)
        {
            var factor = random.Next(1, res.Shape[0] + 1);
            var (outer, inner) = s[res].Split(rows, factor: factor);
            (place, store) = (outer, inner);
            if (threads > 1)
            {
                var (rest, thread) = s[res].Split(outer, factor: threads);
                s[res].Reorder([thread, rest]);
                s[res].Bind(thread, Te.ThreadAxis());
                place = rest;
            }
            else if (random.Next(2) == 0)
            {
                var (columnOuter, columnInner) = s[res].Split(columns, factor: random.Next(1, res.Shape[1] + 1));
                s[res].Reorder([outer, columnOuter, inner, columnInner]);
                (place, columns) = (random.Next(2) == 0 ? columnOuter : outer, columnInner);
                store = place == columnOuter ? inner : columnOuter;
            }
        }
        foreach (var tensor in loaded.Concat(computed).Concat(reduced))
        {
            s[tensor].SetScope(env.AccScope);
            if (place is not null && (computed.Contains(tensor) || reduced.Contains(tensor) || random.Next(3) > 0))
                s[tensor].ComputeAt(s[res], place);
            if (reduced.Contains(tensor))
                s[tensor].Reorder([.. s[tensor].ReduceAxis, s[tensor].Axis[2], s[tensor].Axis[3]]);
            var first = s[tensor].LeafAxis[0];
            if (random.Next(3) == 0 && !reduced.Contains(tensor))
                first = s[tensor].Fuse(s[tensor].Axis[0], s[tensor].Axis[1]);
            s[tensor].Pragma(first, loaded.Contains(tensor) ? env.DmaCopy : env.Alu);
        }
        if (store != rows || place is null)
            store = random.Next(3) == 0 && s[res].LeafAxis is [.., var outermost, var next, _, _] && outermost == store && next == columns ? s[res].Fuse(store, columns) : store;
        s[res].Pragma(store, env.DmaCopy);
    }
}
