using Vta.Compiler;
using Vta.Compiler.Schedules;
using Vta.Compiler.TensorExpressions;

namespace Vta.TestSupport;

/// <summary>Programs of virtual threads whose shares differ, of values that are needed again, and of tensors that stay in DRAM.</summary>
public static partial class SchedulePrograms
{
    /// <summary>A leaky relu: what is shifted is needed unshifted by the next stage.</summary>
    private static ScheduledProgram ReadTwice(Env env, int threads)
    {
        var x = Te.Placeholder([4, 2, env.Batch, env.BlockOut], "x", env.AccType);
        var xBuf = Te.Compute(x.Shape, i => x[i], "x_buf");
        var leak = Te.Compute(x.Shape, i => xBuf[i] >> 3, "leak");
        var larger = Te.Compute(x.Shape, i => Te.Max(xBuf[i], leak[i]), "larger");
        var y = Te.Compute(x.Shape, i => larger[i].Cast(env.OutType), "y");
        var s = Te.CreateSchedule(y);
        OnChip(env, s, [xBuf], [leak, larger]);
        var (tile, thread) = s[y].Split(s[y].Axis[0], factor: 2);
        s[y].Reorder([thread, tile]);
        if (threads > 1)
            s[y].Bind(thread, Te.ThreadAxis());
        ComputeAt(s, s[y], tile, xBuf, leak, larger);
        s[y].Pragma(s[y].Axis[1], env.DmaCopy);
        return Bundle(env, s, "read_twice", y, x);
    }

    /// <summary>Three blocks in tiles of two: threads have loops of different lengths, with loads in them.</summary>
    private static ScheduledProgram UnevenTiles(Env env, int threads)
    {
        var product = MatrixProduct.Declare(env, Te.Placeholder([1, 4, env.Batch, env.BlockIn], "x", env.InpType), columns: 3, "y");
        var s = Te.CreateSchedule(product.Result);
        var y = s[product.Result];
        var (tile, block) = y.Split(y.Axis[1], factor: 2);
        y.Reorder([tile, y.Axis[0], block]);
        if (threads > 1)
            y.Bind(tile, Te.ThreadAxis());
        y.Pragma(block, env.DmaCopy);
        product.OnChip(env, s);
        ComputeAt(s, y, tile, product.Data, product.Sums, product.Shifted);
        ComputeAt(s, s[product.Sums], s[product.Sums].Axis[1], product.Weights);
        return Bundle(env, s, "uneven_tiles", product.Result, product.Source, product.Weight);
    }

    /// <summary>Five tiles, which three threads take in turns.</summary>
    private static ScheduledProgram UnevenTurns(Env env, bool isOutermost)
    {
        var product = MatrixProduct.Declare(env, Te.Placeholder([9, 3, env.Batch, env.BlockIn], "x", env.InpType), columns: 2, "y");
        var s = Te.CreateSchedule(product.Result);
        var y = s[product.Result];
        var (tile, row) = y.Split(y.Axis[0], factor: 2);
        var (turn, thread) = y.Split(tile, factor: 3);
        if (isOutermost)
            y.Reorder([thread, turn]);
        y.Bind(thread, Te.ThreadAxis());
        y.Pragma(row, env.DmaCopy);
        var step = product.OnChip(env, s);
        ComputeAt(s, y, isOutermost ? turn : thread, product.Sums, product.Shifted);
        ComputeAt(s, s[product.Sums], step, product.Data, product.Weights);
        return Bundle(env, s, "uneven_turns", product.Result, product.Source, product.Weight);
    }

    /// <summary>A tensor is stored, and loaded again.</summary>
    private static ScheduledProgram InDram(Env env)
    {
        var parts = TwoParts.Declare(env);
        var s = Te.CreateSchedule(parts.Y);
        parts.OnChip(env, s);
        s[parts.Y].Pragma(s[parts.Y].Axis[0], env.DmaCopy);
        return Bundle(env, s, "in_dram", parts.Y, parts.X);
    }

    /// <summary>Each thread has a tensor of its own in DRAM, for a tile at a time.</summary>
    private static ScheduledProgram InDramOfThreads(Env env)
    {
        var parts = TwoParts.Declare(env);
        var s = Te.CreateSchedule(parts.Y);
        parts.OnChip(env, s);
        var y = s[parts.Y];
        var (tile, row) = y.Split(y.Axis[0], factor: 2);
        var (turn, thread) = y.Split(tile, factor: 2);
        y.Reorder([thread, turn]);
        y.Bind(thread, Te.ThreadAxis());
        y.Pragma(row, env.DmaCopy);
        ComputeAt(s, y, turn, parts.Loaded, parts.Relu, parts.Between, parts.Again, parts.More);
        return Bundle(env, s, "in_dram_of_threads", parts.Y, parts.X);
    }

    /// <summary>What the first product leaves is the input of the second.</summary>
    private static ScheduledProgram TwoProducts(Env env)
    {
        var first = MatrixProduct.Declare(env, Te.Placeholder([3, 2, env.Batch, env.BlockIn], "x", env.InpType), columns: 3, "h");
        var second = MatrixProduct.Declare(env, first.Result, columns: 2, "y");
        var s = Te.CreateSchedule(second.Result);
        foreach (var product in (MatrixProduct[])[first, second])
        {
            var result = s[product.Result];
            var row = result.Axis[0];
            result.Pragma(result.Axis[1], env.DmaCopy);
            var step = product.OnChip(env, s);
            ComputeAt(s, result, row, product.Sums, product.Shifted);
            ComputeAt(s, s[product.Sums], step, product.Data, product.Weights);
        }
        return Bundle(env, s, "two_products", second.Result, first.Source, first.Weight, second.Weight);
    }

    private static void ComputeAt(Schedule s, Stage parent, IterVar axis, params IEnumerable<SymbolicTensor> tensors)
    {
        foreach (var tensor in tensors)
            s[tensor].ComputeAt(parent, axis);
    }

    /// <summary>A relu that is stored, and one more than what was stored.</summary>
    private sealed record TwoParts(
        SymbolicTensor X,
        SymbolicTensor Loaded,
        SymbolicTensor Relu,
        SymbolicTensor Between,
        SymbolicTensor Again,
        SymbolicTensor More,
        SymbolicTensor Y)
    {
        internal static TwoParts Declare(Env env)
        {
            var x = Te.Placeholder([7, 2, env.Batch, env.BlockOut], "x", env.AccType);
            var loaded = Te.Compute(x.Shape, i => x[i], "x_buf");
            var relu = Te.Compute(x.Shape, i => Te.Max(loaded[i], 0), "relu");
            var between = Te.Compute(x.Shape, i => relu[i].Cast(env.OutType), "between");
            var again = Te.Compute(x.Shape, i => between[i].Cast(env.AccType), "again");
            var more = Te.Compute(x.Shape, i => again[i] + 1, "more");
            return new TwoParts(x, loaded, relu, between, again, more, Te.Compute(x.Shape, i => more[i].Cast(env.OutType), "y"));
        }

        internal void OnChip(Env env, Schedule s)
        {
            SchedulePrograms.OnChip(env, s, [Loaded], [Relu], Between);
            SchedulePrograms.OnChip(env, s, [Again], [More]);
        }
    }
}
