using Vta.Compiler;
using Vta.Compiler.LoopIr;
using Vta.Compiler.Schedules;
using Vta.Compiler.TensorExpressions;
using Vta.Compiler.Tensors;
using Vta.Isa;

namespace Vta.TestSupport;

/// <summary>One to three matrix products, each of the result of the one before, which goes through DRAM. Some have a bias.</summary>
internal sealed class RandomProducts
{
    private readonly Random random;
    private readonly Env env;
    private readonly RandomPlaces places;
    private readonly List<SymbolicTensor> inputs = [];
    private readonly List<Product> products = [];

    private RandomProducts(int seed, VtaConfig config)
    {
        (random, env) = (new Random(seed), new Env(config));
        places = new RandomPlaces(random);
    }

    internal static ScheduledProgram Create(int seed, VtaConfig config)
    {
        var all = new RandomProducts(seed, config);
        // What is stored is an input as it is where blocks of inputs and outputs are alike.
        var count = config.BlockIn == config.BlockOut ? all.random.Next(1, 4) : 1;
        var data = all.Input("data", [all.random.Next(1, 5), all.random.Next(1, 6), all.env.Batch, all.env.BlockIn], all.env.InpType);
        for (var index = 0; index < count; index++)
            data = all.Declare(data, index);
        var s = Te.CreateSchedule(data);
        foreach (var product in Enumerable.Reverse(all.products))
            product.Schedule(s, all);
        return ScheduledProgram.Create(all.env, s, $"random products {seed}", bits: 8, all.random, data, [.. all.inputs]);
    }

    private SymbolicTensor Input(string name, IReadOnlyList<int> shape, DataType type)
    {
        inputs.Add(Te.Placeholder(shape, name, type));
        return inputs[^1];
    }

    private SymbolicTensor Declare(SymbolicTensor data, int index)
    {
        var (rows, depth, columns) = (data.Shape[0], data.Shape[1], random.Next(1, 6));
        int[] shape = [rows, columns, env.Batch, env.BlockOut];
        var weight = Input($"weight{index}", [columns, depth, env.BlockOut, env.BlockIn], env.WgtType);
        var (k, ki) = (Te.ReduceAxis(depth, "k"), Te.ReduceAxis(env.BlockIn, "ki"));
        var dataBuf = Te.Compute(data.Shape, i => data[i], $"data{index}_buf");
        var weightBuf = Te.Compute(weight.Shape, i => weight[i], $"weight{index}_buf");
        var sums = Te.Compute(shape, (m, n, b, c) => Te.Sum(
            dataBuf[m, k, b, ki].Cast(env.AccType) * weightBuf[n, k, c, ki].Cast(env.AccType), [k, ki]), $"sums{index}");
        var shifted = Te.Compute(shape, i => sums[i] >> random.Next(3, 7), $"shifted{index}");
        // Where there is no bias, the sums are read again after they are shifted.
        var biasBuf = random.Next(2) == 0 ? Bias(index, columns) : null;
        var added = Te.Compute(shape, i => shifted[i] + (biasBuf is null ? sums[i] : biasBuf[i[1], i[2], i[3]]), $"added{index}");
        var result = Te.Compute(shape, i => added[i].Cast(env.OutType), $"result{index}");
        products.Add(new Product((data, dataBuf), weightBuf, biasBuf, sums, [shifted, added], result));
        return result;
    }

    private SymbolicTensor Bias(int index, int columns)
    {
        var bias = Input($"bias{index}", [columns, env.Batch, env.BlockOut], env.AccType);
        return Te.Compute(bias.Shape, i => bias[i], $"bias{index}_buf");
    }

    /// <summary>The tensors of one product.</summary>
    private sealed record Product(
        (SymbolicTensor Source, SymbolicTensor Buf) Data,
        SymbolicTensor Weight,
        SymbolicTensor? Bias,
        SymbolicTensor Sums,
        IReadOnlyList<SymbolicTensor> Values,
        SymbolicTensor Result)
    {
        internal void Schedule(Schedule s, RandomProducts all)
        {
            var (random, env, places) = (all.random, all.env, all.places);
            var tiles = RandomTiles.Create(s[Result], random);
            s[Result].Pragma(tiles.Inner[random.Next(2)], env.DmaCopy);
            places.Place(s[Result], tiles.Outer, [Values[1]]);
            places.Place(s[Values[1]], [], [Values[0], Bias ?? Sums]);
            places.Place(s[Values[0]], [], [Sums]);
            places.Place(s[Sums], Tensorize(s[Sums], random, env), [Data.Buf, Weight]);
            Load(s[Data.Buf], env.InpScope, [Data.Source]);
            Load(s[Weight], env.WgtScope, []);
            if (Bias is not null)
                Load(s[Bias], env.AccScope, []);
            foreach (var value in Values)
                s[value].Pragma(s[value].Axis[0], env.Alu);
            foreach (var tensor in Values.Append(Sums))
                s[tensor].SetScope(env.AccScope);

            void Load(Stage stage, MemoryScope scope, IReadOnlyList<SymbolicTensor> reads)
            {
                stage.SetScope(scope);
                stage.Pragma(stage.Axis[random.Next(2)], env.DmaCopy);
                places.Place(stage, [], reads);
            }
        }

        /// <summary>Gives the sums to the GEMM core; the loops around elements are in any order, mostly with what is reduced outermost.</summary>
        private static IReadOnlyList<IterVar> Tensorize(Stage sums, Random random, Env env)
        {
            var k = sums.ReduceAxis[0];
            var (outer, inner) = sums.Split(k, factor: random.Next(1, k.Extent + 1));
            IterVar[] others = [.. ((IterVar[])[sums.Axis[0], sums.Axis[1], inner]).OrderBy(_ => random.Next())];
            IterVar[] loops = random.Next(4) == 0 ? [others[0], outer, .. others[1..]] : [outer, .. others];
            if (loops.TakeWhile(loop => loop != outer).Contains(inner))
                loops = [outer, .. others];
            sums.Reorder([.. loops, sums.Axis[2], sums.Axis[3], sums.ReduceAxis[1]]);
            sums.Tensorize(sums.Axis[2], env.Gemm);
            return loops;
        }
    }
}
