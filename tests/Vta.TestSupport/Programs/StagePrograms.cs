using Vta.Compiler;
using Vta.Compiler.LoopIr;
using Vta.Compiler.Schedules;
using Vta.Compiler.TensorExpressions;
using Vta.Compiler.Tensors;
using Vta.Isa;
using Vta.Isa.Programs;

namespace Vta.TestSupport;

/// <summary>
/// Programs whose stages need more than an instruction has: values that are needed twice, numbers of more than 16 bits, padding and choices by
/// place, fused loops, tiles that are nothing but padding. Each comes with what the plain reference expects.
/// </summary>
public static class StagePrograms
{
    private static readonly Dictionary<string, Func<Env, ProgramBundle>> s_programs = new()
    {
        ["a number minus a value"] = env => Elements(env, x => 5 - x),
        ["leaky relu"] = env => Elements(env, x => Te.Max(x, x >> 3)),
        ["square and value"] = env => Elements(env, x => x * x + x),
        ["product of sums"] = env => Elements(env, x => (x + 1) * (x + 2) - (x - 3) * (7 - x)),
        ["negative and complement"] = env => Elements(env, x => -x + ~(x * 3)),
        ["quotient and rest"] = env => Elements(env, x => x / 4 * 100 + (x - 5) % 8),
        ["shift by itself"] = env => Elements(env, x => (x >> x) + ((Expr)100 << x)),
        ["rounding shift"] = env => Elements(env, x => (x + (1L << Math.Min(16, env.AccType.Bits - 3))) >> Math.Min(17, env.AccType.Bits - 2)),
        ["clipped by large numbers"] = env => Elements(env, x => Te.Max(Te.Min(x * Large(env), Large(env) - 5), 3 - Large(env))),
        ["sum of squares of a window"] = env => Window(env, (x, window) => Te.Sum(x * x - window.Corner, window.Axes)),
        ["greatest of shifted values"] = env => Window(env, (x, window) => Te.Max(Te.Max(x >> 1, 5 - x), window.Axes)),
        ["pooling padded on chip"] = PaddedPooling,
        ["loads together"] = env => Concatenated(env, 0, isLoaded: true),
        ["stages together"] = env => Concatenated(env, 1, isLoaded: false),
        ["loops fused for every unit"] = Fused,
        ["inputs that are nothing but padding"] = PaddedConvolution,
        ["inputs joined with padding"] = env => JoinedInputs(env, rows: 1),
    };

    /// <summary>Their names.</summary>
    public static IEnumerable<string> Names => s_programs.Keys;

    /// <summary>The program of a name, for a configuration.</summary>
    public static ProgramBundle Create(string name, VtaConfig config) => s_programs[name](new Env(config));

    private static int Large(Env env) => (int)(1L << (env.AccType.Bits - 2)) - 1;

    private static ProgramBundle Elements(Env env, Func<Expr, Expr> operation)
    {
        var x = Te.Placeholder([3, 4, env.Batch, env.BlockOut], "x", env.AccType);
        var xBuf = Te.Compute(x.Shape, i => x[i], "x_buf");
        var yBuf = Te.Compute(x.Shape, i => operation(xBuf[i]), "y_buf");
        var y = Te.Compute(x.Shape, i => yBuf[i].Cast(env.OutType), "y");
        var s = Te.CreateSchedule(y);
        var (tile, row) = s[y].Split(s[y].Axis[0], factor: 2);
        OnChip(env, s, [xBuf], [yBuf], s[y], tile);
        s[y].Pragma(row, env.DmaCopy);
        return Bundle(env, s, y, x);
    }

    /// <summary>Along which axes a window is reduced, and the value in its first corner.</summary>
    private sealed record Reduction(IReadOnlyList<IterVar> Axes, Expr Corner);

    private static ProgramBundle Window(Env env, Func<Expr, Reduction, Expr> reduce)
    {
        var (dy, dx) = (Te.ReduceAxis(2, "dy"), Te.ReduceAxis(2, "dx"));
        var x = Te.Placeholder([5, 4, env.Batch, env.BlockOut], "x", env.AccType);
        var xBuf = Te.Compute(x.Shape, i => x[i], "x_buf");
        var window = Te.Compute([4, 3, env.Batch, env.BlockOut],
            (i, j, b, c) => reduce(xBuf[i + dy, j + dx, b, c], new Reduction([dy, dx], xBuf[i, j, b, c])), "window");
        var y = Te.Compute(window.Shape, i => window[i].Cast(env.OutType), "y");
        var s = Te.CreateSchedule(y);
        var (tile, row) = s[y].Split(s[y].Axis[0], factor: 3);
        s[window].Reorder([dy, dx, s[window].Axis[2], s[window].Axis[3]]);
        OnChip(env, s, [xBuf], [window], s[y], tile);
        s[y].Pragma(row, env.DmaCopy);
        return Bundle(env, s, y, x);
    }

    /// <summary>The greatest of windows of what is computed on chip, with padding that is less than all of it.</summary>
    private static ProgramBundle PaddedPooling(Env env)
    {
        var least = (int)-(1L << (env.AccType.Bits - 1));
        var (dy, dx) = (Te.ReduceAxis(3, "dy"), Te.ReduceAxis(3, "dx"));
        var x = Te.Placeholder([6, 5, env.Batch, env.BlockOut], "x", env.AccType);
        var xBuf = Te.Compute(x.Shape, i => x[i], "x_buf");
        var scaled = Te.Compute(x.Shape, i => (xBuf[i] * 3) >> 1, "scaled");
        var padded = Topi.Pad(scaled, [1, 1, 0, 0], value: least, name: "padded");
        var pooled = Te.Compute([6, 5, env.Batch, env.BlockOut], (i, j, b, c) => Te.Max(padded[i + dy, j + dx, b, c], [dy, dx]), "pooled");
        var y = Te.Compute(pooled.Shape, i => pooled[i].Cast(env.OutType), "y");
        var s = Te.CreateSchedule(y);
        var (tile, row) = s[y].Split(s[y].Axis[0], factor: 2);
        s[pooled].Reorder([dy, dx, s[pooled].Axis[2], s[pooled].Axis[3]]);
        OnChip(env, s, [xBuf], [scaled, padded, pooled], s[y], tile);
        s[y].Pragma(row, env.DmaCopy);
        return Bundle(env, s, y, x);
    }

    private static ProgramBundle Concatenated(Env env, int axis, bool isLoaded)
    {
        int[] left = [4, 4, env.Batch, env.BlockOut];
        int[] right = [.. left];
        right[axis] = 3;
        var (a, b) = (Te.Placeholder(left, "a", env.AccType), Te.Placeholder(right, "b", env.AccType));
        List<SymbolicTensor> loaded = [];
        SymbolicTensor Loaded(SymbolicTensor tensor)
        {
            loaded.Add(Te.Compute(tensor.Shape, i => tensor[i], $"{tensor.Name}_buf"));
            return loaded[^1];
        }

        var both = isLoaded ? Topi.Concatenate([a, b, a], axis, "both") : Topi.Concatenate([Loaded(a), Loaded(b)], axis, "both");
        if (isLoaded)
            loaded.Add(both);
        var relu = Te.Compute(both.Shape, i => Te.Max(both[i], 0), "relu");
        var y = Te.Compute(both.Shape, i => relu[i].Cast(env.OutType), "y");
        var s = Te.CreateSchedule(y);
        var (tile, row) = s[y].Split(s[y].Axis[0], factor: 3);
        OnChip(env, s, loaded, isLoaded ? [relu] : [both, relu], s[y], tile);
        s[y].Pragma(row, env.DmaCopy);
        return Bundle(env, s, y, a, b);
    }

    private static ProgramBundle Fused(Env env)
    {
        var x = Te.Placeholder([3, 2, 5, env.Batch, env.BlockOut], "x", env.AccType);
        var xBuf = Te.Compute(x.Shape, i => x[i], "x_buf");
        var turned = Te.Compute([3, 5, 2, env.Batch, env.BlockOut], (i, j, k, b, c) => xBuf[i, k, j, b, c] + 1, "turned");
        var y = Te.Compute(turned.Shape, i => turned[i].Cast(env.OutType), "y");
        var s = Te.CreateSchedule(y);
        foreach (var tensor in (SymbolicTensor[])[xBuf, turned])
            s[tensor].SetScope(env.AccScope);
        foreach (var tensor in (SymbolicTensor[])[xBuf, turned, y])
        {
            var two = s[tensor].Fuse(s[tensor].Axis[1], s[tensor].Axis[2]);
            var three = s[tensor].Fuse(s[tensor].Axis[0], two);
            s[tensor].Pragma(tensor == y ? s[tensor].Split(three, factor: 5).Outer : three, tensor == turned ? env.Alu : env.DmaCopy);
        }
        return Bundle(env, s, y, x);
    }

    /// <summary>A matrix product over rows, of which the first and the last tiles have no inputs at all.</summary>
    private static ProgramBundle PaddedConvolution(Env env)
    {
        const int Pad = 3;
        var (dy, k) = (Te.ReduceAxis(2, "dy"), Te.ReduceAxis(env.BlockIn, "k"));
        var x = Te.Placeholder([4, 3, env.Batch, env.BlockIn], "x", env.InpType);
        var w = Te.Placeholder([2, env.BlockOut, env.BlockIn], "w", env.WgtType);
        var xBuf = Topi.Pad(x, [Pad, 1, 0, 0], name: "x_buf");
        var wBuf = Te.Compute(w.Shape, i => w[i], "w_buf");
        var sum = Te.Compute([4 + 2 * Pad - 1, 5, env.Batch, env.BlockOut], (i, j, b, c) =>
            Te.Sum(xBuf[i + dy, j, b, k].Cast(env.AccType) * wBuf[dy, c, k].Cast(env.AccType), [dy, k]), "sum");
        var y = Te.Compute(sum.Shape, i => sum[i].Cast(env.OutType), "y");
        var s = Te.CreateSchedule(y);
        var (tile, row) = s[y].Split(s[y].Axis[0], factor: 1);
        s[sum].SetScope(env.AccScope);
        s[sum].ComputeAt(s[y], tile);
        s[sum].Reorder([dy, s[sum].Axis[0], s[sum].Axis[1], s[sum].Axis[2], s[sum].Axis[3], k]);
        s[sum].Tensorize(s[sum].Axis[2], env.Gemm);
        s[xBuf].SetScope(env.InpScope);
        s[xBuf].ComputeAt(s[y], tile);
        s[xBuf].Pragma(s[xBuf].Axis[0], env.DmaCopy);
        s[wBuf].SetScope(env.WgtScope);
        s[wBuf].Pragma(s[wBuf].Axis[0], env.DmaCopy);
        s[y].Pragma(row, env.DmaCopy);
        return Bundle(env, s, y, x, w);
    }

    /// <summary>
    /// A matrix product of inputs that are joined of two by columns, in tiles of some rows. Of the second, columns are read that depend on the row's
    /// half, none of them in the first four rows; the others are zeros.
    /// </summary>
    public static ProgramBundle JoinedInputs(Env env, int rows)
    {
        var k = Te.ReduceAxis(env.BlockIn, "k");
        var a = Te.Placeholder([6, 3, env.Batch, env.BlockIn], "a", env.InpType);
        var b = Te.Placeholder([6, 2, env.Batch, env.BlockIn], "b", env.InpType);
        var w = Te.Placeholder([env.BlockOut, env.BlockIn], "w", env.WgtType);
        var xBuf = Te.Compute([6, 5, env.Batch, env.BlockIn], (i, j, bi, c) =>
            Te.IfThenElse(j < 3, a[i, j, bi, c], Te.IfThenElse(i / 2 + j >= 6, b[i, j - 3, bi, c], 0)), "x_buf");
        var wBuf = Te.Compute(w.Shape, i => w[i], "w_buf");
        var sum = Te.Compute([6, 5, env.Batch, env.BlockOut],
            (i, j, bi, c) => Te.Sum(xBuf[i, j, bi, k].Cast(env.AccType) * wBuf[c, k].Cast(env.AccType), [k]), "sum");
        var y = Te.Compute(sum.Shape, i => sum[i].Cast(env.OutType), "y");
        var s = Te.CreateSchedule(y);
        var (tile, row) = s[y].Split(s[y].Axis[0], factor: rows);
        s[sum].SetScope(env.AccScope);
        s[sum].ComputeAt(s[y], tile);
        s[sum].Tensorize(s[sum].Axis[2], env.Gemm);
        s[xBuf].SetScope(env.InpScope);
        s[xBuf].ComputeAt(s[y], tile);
        s[xBuf].Pragma(s[xBuf].Axis[0], env.DmaCopy);
        s[wBuf].SetScope(env.WgtScope);
        s[wBuf].Pragma(s[wBuf].Axis[0], env.DmaCopy);
        s[y].Pragma(row, env.DmaCopy);
        return Bundle(env, s, y, a, b, w);
    }

    private static void OnChip(Env env, Schedule s, IReadOnlyList<SymbolicTensor> loaded, IReadOnlyList<SymbolicTensor> computed, Stage parent, IterVar place)
    {
        foreach (var tensor in loaded.Concat(computed))
        {
            s[tensor].SetScope(env.AccScope);
            s[tensor].ComputeAt(parent, place);
            s[tensor].Pragma(s[tensor].LeafAxis[0], loaded.Contains(tensor) ? env.DmaCopy : env.Alu);
        }
    }

    private static ProgramBundle Bundle(Env env, Schedule s, SymbolicTensor result, params SymbolicTensor[] inputs)
    {
        var random = new Random(1);
        var values = inputs.ToDictionary(input => input, input => Tensor.Random(random, input.Type.Bits, [.. input.Shape]).Data);
        return Lowering.Lower(env, s, [.. inputs, result], result.Name).Bundle(values, result, PlainEvaluator.Evaluate(result, values));
    }
}
