using Vta.Compiler;
using Vta.Compiler.Commands;
using Vta.Compiler.LoopIr;
using Vta.Compiler.Schedules;
using Vta.Compiler.TensorExpressions;
using Vta.Compiler.Tensors;
using Vta.Isa;
using Vta.Isa.Alu;
using Vta.Isa.Instructions;

namespace Vta.TestSupport;

/// <summary>
/// Programs that show what the accelerator can do, each written as a schedule: what TVM tests of its VTA. A program comes with inputs and
/// the outputs that its declaration gives.
/// </summary>
public static partial class SchedulePrograms
{
    private static readonly Dictionary<string, Func<Env, ScheduledProgram>> s_programs = new()
    {
        ["save, load and store"] = env => Elements(env, "store", x => x >> 0),
        ["padded load, rows before"] = env => PaddedLoad(env, [2, 0, 0, 0], [0, 0, 0, 0]),
        ["padded load, rows after"] = env => PaddedLoad(env, [0, 0, 0, 0], [2, 0, 0, 0]),
        ["padded load, columns before"] = env => PaddedLoad(env, [0, 2, 0, 0], [0, 0, 0, 0]),
        ["padded load, columns after"] = env => PaddedLoad(env, [0, 0, 0, 0], [0, 2, 0, 0]),
        ["padded load, all around"] = env => PaddedLoad(env, [1, 1, 0, 0], [1, 1, 0, 0]),
        ["gemm"] = env => Gemm(env, threads: 1),
        ["gemm, virtual threads"] = env => Gemm(env, threads: 2),
        ["alu min, immediate"] = env => Elements(env, "min", x => Te.Min(x, 5)),
        ["alu max, immediate"] = env => Elements(env, "max", x => Te.Max(x, -5)),
        ["alu add, immediate"] = env => Elements(env, "add", x => x + 7),
        ["alu shr, immediate"] = env => Elements(env, "shr", x => x >> 3),
        ["alu shl, immediate"] = env => Elements(env, "shl", x => x << 2),
        ["alu mul, immediate"] = env => Elements(env, "mul", x => x * 3),
        ["alu min, tensor"] = env => Pairs(env, "min", Te.Min),
        ["alu max, tensor"] = env => Pairs(env, "max", Te.Max),
        ["alu add, tensor"] = env => Pairs(env, "add", (x, y) => x + y),
        ["alu mul, tensor"] = env => Pairs(env, "mul", (x, y) => x * y),
        // Counts below zero shift left.
        ["alu shr and shl, tensor"] = env => Pairs(env, "shr", (x, y) => x >> y),
        ["relu"] = env => Elements(env, "relu", x => Te.Max(x, 0)),
        ["shift and scale"] = env => Elements(env, "scale", x => x >> 2, x => x * 3),
        ["sum of a window"] = env => Window(env, "sum", Te.Sum),
        ["least of a window"] = env => Window(env, "min", Te.Min),
        ["greatest of a window"] = env => Window(env, "max", Te.Max),
        ["caches, tiles and an inlined stage"] = Tiles,
        ["loops fused and split by parts"] = Parts,
        ["an intrinsic of one's own"] = SumOfPairs,
        ["a value read twice"] = env => ReadTwice(env, threads: 1),
        ["a value read twice, virtual threads"] = env => ReadTwice(env, threads: 2),
        ["weights in a loop over uneven tiles"] = env => UnevenTiles(env, threads: 1),
        ["weights in a loop over uneven tiles, virtual threads"] = env => UnevenTiles(env, threads: 2),
        ["threads in turns over tiles that they do not divide"] = env => UnevenTurns(env, isOutermost: true),
        ["threads within a loop over tiles that they do not divide"] = env => UnevenTurns(env, isOutermost: false),
        ["a tensor in DRAM between two parts"] = InDram,
        ["a tensor in DRAM for each thread"] = InDramOfThreads,
        ["two matrix products"] = TwoProducts,
        ["operations in one stage"] = env => Elements(env, "stage", x => Te.Min(Te.Max((x + 3) >> 1, -60), 60)),
    };

    // The acc buffer loads again what was stored with 8 bits.
    private static readonly HashSet<string> s_ofBytes = ["a tensor in DRAM between two parts", "a tensor in DRAM for each thread"];

    // What was stored is an input as it is.
    private static readonly HashSet<string> s_ofSquareBlocks = ["two matrix products"];

    /// <summary>Their names.</summary>
    public static IEnumerable<string> Names => s_programs.Keys;

    /// <summary>The names of those that a configuration can do.</summary>
    public static IEnumerable<string> NamesFor(VtaConfig config) => Names
        .Where(name => config.OutWidth == DataType.Int8.Bits || !s_ofBytes.Contains(name))
        .Where(name => config.BlockIn == config.BlockOut || !s_ofSquareBlocks.Contains(name));

    /// <summary>The program of a name, for a configuration.</summary>
    public static ScheduledProgram Create(string name, VtaConfig config) => s_programs[name](new Env(config));

    /// <summary>Operations on the values of accumulators, a stage each.</summary>
    private static ScheduledProgram Elements(Env env, string name, params Func<Expr, Expr>[] operations)
    {
        int[] shape = [3, 4, env.Batch, env.BlockOut];
        var x = Te.Placeholder(shape, "x", env.AccType);
        var loaded = Te.Compute(shape, i => x[i], "x_buf");
        List<SymbolicTensor> stages = [loaded];
        foreach (var operation in operations)
        {
            var previous = stages[^1];
            stages.Add(Te.Compute(shape, i => operation(previous[i]), $"y{stages.Count}_buf"));
        }
        var y = Te.Compute(shape, i => stages[^1][i].Cast(env.OutType), "y");
        var s = Te.CreateSchedule(y);
        OnChip(env, s, [loaded], stages[1..], y);
        return Bundle(env, s, name, y, x);
    }

    /// <summary>An operation on two values.</summary>
    private static ScheduledProgram Pairs(Env env, string name, Func<Expr, Expr, Expr> operation)
    {
        int[] shape = [5, 3, env.Batch, env.BlockOut];
        var (a, b) = (Te.Placeholder(shape, "a", env.AccType), Te.Placeholder(shape, "b", env.AccType));
        var aBuf = Te.Compute(shape, i => a[i], "a_buf");
        var bBuf = Te.Compute(shape, i => b[i], "b_buf");
        var both = Te.Compute(shape, i => operation(aBuf[i], bBuf[i]), "c_buf");
        var c = Te.Compute(shape, i => both[i].Cast(env.OutType), "c");
        var s = Te.CreateSchedule(c);
        OnChip(env, s, [aBuf, bBuf], [both], c);
        return Bundle(env, s, name, c, a, b);
    }

    private static ScheduledProgram PaddedLoad(Env env, int[] before, int[] after)
    {
        var x = Te.Placeholder([3, 5, env.Batch, env.BlockOut], "x", env.AccType);
        var loaded = Topi.Pad(x, before, after, name: "x_buf");
        var copied = Te.Compute(loaded.Shape, i => loaded[i] >> 0, "y_buf");
        var y = Te.Compute(loaded.Shape, i => copied[i].Cast(env.OutType), "y");
        var s = Te.CreateSchedule(y);
        OnChip(env, s, [loaded], [copied], y);
        return Bundle(env, s, "padded load", y, x);
    }

    /// <summary>A reduction by the ALU, over windows of 2×2.</summary>
    private static ScheduledProgram Window(Env env, string name, Func<Expr, IReadOnlyList<IterVar>, Expr> reduce)
    {
        var (dy, dx) = (Te.ReduceAxis(2, "dy"), Te.ReduceAxis(2, "dx"));
        var x = Te.Placeholder([6, 8, env.Batch, env.BlockOut], "x", env.AccType);
        var xBuf = Te.Compute(x.Shape, i => x[i], "x_buf");
        var reduced = Te.Compute([3, 4, env.Batch, env.BlockOut], (i, j, b, c) => reduce(xBuf[i * 2 + dy, j * 2 + dx, b, c], [dy, dx]), "y_buf");
        var y = Te.Compute(reduced.Shape, i => reduced[i].Cast(env.OutType), "y");
        var s = Te.CreateSchedule(y);
        OnChip(env, s, [xBuf], [reduced], y);
        s[reduced].Reorder([dy, dx, s[reduced].Axis[2], s[reduced].Axis[3]]);
        return Bundle(env, s, name, y, x);
    }

    private static ScheduledProgram Tiles(Env env)
    {
        var x = Te.Placeholder([8, 9, env.Batch, env.BlockOut], "x", env.AccType);
        var more = Te.Compute(x.Shape, i => x[i] + 3, "x_more");
        var half = Te.Compute(x.Shape, i => more[i] >> 1, "x_half");
        var y = Te.Compute(x.Shape, i => half[i].Cast(env.OutType), "y");
        var s = Te.CreateSchedule(y);
        var xBuf = s.CacheRead(x, env.AccScope, [more]);
        s[more].ComputeInline();
        var halfBuf = s.CacheWrite(half, env.AccScope);
        s[half].ComputeInline();
        // Neither tile divides its axis.
        var (_, yOuter, xInner, _) = s[y].Tile(s[y].Axis[0], s[y].Axis[1], xFactor: 3, yFactor: 4);
        s[xBuf].ComputeAt(s[y], yOuter);
        s[halfBuf].ComputeAt(s[y], yOuter);
        s[xBuf].Pragma(s[xBuf].Axis[0], env.DmaCopy);
        s[halfBuf].Pragma(s[halfBuf].Axis[0], env.Alu);
        s[y].Pragma(xInner, env.DmaCopy);
        return Bundle(env, s, "tiles", y, x);
    }

    private static ScheduledProgram Parts(Env env)
    {
        var x = Te.Placeholder([6, 4, env.Batch, env.BlockOut], "x", env.AccType);
        var xBuf = Te.Compute(x.Shape, i => x[i], "x_buf");
        var relu = Te.Compute(x.Shape, i => Te.Max(xBuf[i], 0), "relu");
        var y = Te.Compute(x.Shape, i => relu[i].Cast(env.OutType), "y");
        var s = Te.CreateSchedule(y);
        OnChip(env, s, [xBuf], [relu]);
        var (outer, inner) = s[y].Split(s[y].Axis[1], nparts: 2);
        var place = s[y].Fuse(s[y].Axis[0], outer);
        s[xBuf].ComputeAt(s[y], place);
        s[relu].ComputeAt(s[y], place);
        s[y].Pragma(inner, env.DmaCopy);
        return Bundle(env, s, "parts", y, x);
    }

    /// <summary>The ALU as an intrinsic that sums up two elements which lie side by side.</summary>
    private static ScheduledProgram SumOfPairs(Env env)
    {
        var pair = Te.Placeholder([2, env.Batch, env.BlockOut], "pair", env.AccType);
        var each = Te.ReduceAxis(2, "each");
        var declaration = Te.Compute([env.Batch, env.BlockOut], (b, c) => Te.Sum(pair[each, b, c], [each]), "pair_sum");
        var add = KernelOperation.Of<AddOperation>();
        var pairSum = new TensorIntrinsic("pair_sum", declaration, [env.AccScope], env.AccScope,
            (sum, inputs) => new CoprocScope(Unit.Compute,
                new KernelScope(new Sequence(new UopPush(add, sum, inputs[0], 0), new UopPush(add, sum, inputs[0] + 1, 0)))),
            sum => new CoprocScope(Unit.Compute, new KernelScope(new UopPush(KernelOperation.Clear, sum, 0, 0))));

        var k = Te.ReduceAxis(2, "k");
        var x = Te.Placeholder([5, 2, env.Batch, env.BlockOut], "x", env.AccType);
        var xBuf = Te.Compute(x.Shape, i => x[i], "x_buf");
        var sums = Te.Compute([5, env.Batch, env.BlockOut], (n, b, c) => Te.Sum(xBuf[n, k, b, c], [k]), "sums");
        var y = Te.Compute(sums.Shape, i => sums[i].Cast(env.OutType), "y");
        var s = Te.CreateSchedule(y);
        OnChip(env, s, [xBuf], [], y);
        s[sums].SetScope(env.AccScope);
        s[sums].Reorder([k, s[sums].Axis[1], s[sums].Axis[2]]);
        s[sums].Tensorize(k, pairSum);
        return Bundle(env, s, "pairs", y, x);
    }

    private static ScheduledProgram Gemm(Env env, int threads)
    {
        const int Outer = 8;
        const int Inner = 4;
        var (k, ki) = (Te.ReduceAxis(Inner, "k"), Te.ReduceAxis(env.BlockIn, "ki"));
        int[] shape = [1, Outer, env.Batch, env.BlockOut];
        var x = Te.Placeholder([1, Inner, env.Batch, env.BlockIn], "x", env.InpType);
        var w = Te.Placeholder([Outer, Inner, env.BlockOut, env.BlockIn], "w", env.WgtType);
        var xBuf = Te.Compute(x.Shape, i => x[i], "x_buf");
        var wBuf = Te.Compute(w.Shape, i => w[i], "w_buf");
        var product = Te.Compute(shape, (bo, co, bi, ci) =>
            Te.Sum(xBuf[bo, k, bi, ki].Cast(env.AccType) * wBuf[co, k, ci, ki].Cast(env.AccType), [k, ki]), "y_gem");
        var shifted = Te.Compute(shape, i => product[i] >> 3, "y_shf");
        var relu = Te.Compute(shape, i => Te.Max(shifted[i], 0), "y_relu");
        var y = Te.Compute(shape, i => relu[i].Cast(env.OutType), "y");

        var s = Te.CreateSchedule(y);
        var (outer, inner) = s[y].Split(s[y].Axis[1], factor: 2);
        s[y].Reorder([outer, s[y].Axis[0], inner]);
        var place = outer;
        if (threads > 1)
        {
            (place, var thread) = s[y].Split(outer, factor: threads);
            s[y].Reorder([thread, place]);
            s[y].Bind(thread, Te.ThreadAxis("cthread"));
        }
        foreach (var tensor in (SymbolicTensor[])[product, shifted, relu])
        {
            s[tensor].SetScope(env.AccScope);
            s[tensor].ComputeAt(s[y], place);
        }
        s[product].Reorder([k, s[product].Axis[0], s[product].Axis[1], s[product].Axis[2], s[product].Axis[3], ki]);
        s[product].Tensorize(s[product].Axis[2], env.Gemm);
        foreach (var (tensor, scope) in ((SymbolicTensor, MemoryScope)[])[(xBuf, env.InpScope), (wBuf, env.WgtScope)])
        {
            s[tensor].SetScope(scope);
            s[tensor].ComputeAt(s[product], k);
            s[tensor].Pragma(s[tensor].Axis[0], env.DmaCopy);
        }
        s[shifted].Pragma(s[shifted].Axis[0], env.Alu);
        s[relu].Pragma(s[relu].Axis[0], env.Alu);
        s[y].Pragma(inner, env.DmaCopy);
        return Bundle(env, s, "gemm", y, x, w);
    }

    private static void OnChip(Env env, Schedule s, IReadOnlyList<SymbolicTensor> loaded, IReadOnlyList<SymbolicTensor> computed, params SymbolicTensor[] stored)
    {
        foreach (var tensor in loaded.Concat(computed))
            s[tensor].SetScope(env.AccScope);
        foreach (var tensor in loaded.Concat(stored))
            s[tensor].Pragma(s[tensor].Axis[0], env.DmaCopy);
        foreach (var tensor in computed)
            s[tensor].Pragma(s[tensor].Axis[0], env.Alu);
    }

    private static ScheduledProgram Bundle(Env env, Schedule s, string name, SymbolicTensor result, params SymbolicTensor[] inputs) =>
        ScheduledProgram.Create(env, s, name, bits: 8, new Random(1), result, inputs);
}
