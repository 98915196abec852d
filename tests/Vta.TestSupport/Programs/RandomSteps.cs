using Vta.Compiler;
using Vta.Compiler.Schedules;
using Vta.Compiler.TensorExpressions;
using Vta.Compiler.Tensors;
using Vta.Isa;

namespace Vta.TestSupport;

/// <summary>
/// A convolution with padding, bias and shift, scheduled by steps at random: any primitive, on any stage and loop. Steps that are refused are left out.
/// Most of these schedules make no sense.
/// </summary>
public sealed class RandomSteps
{
    private readonly Random random;
    private readonly Env env;
    private readonly Schedule s;
    private readonly SymbolicTensor[] inputs;
    private readonly SymbolicTensor[] loaded;
    private readonly List<SymbolicTensor> computed;
    private readonly SymbolicTensor res;
    private SymbolicTensor conv;

    private RandomSteps(int seed, VtaConfig config)
    {
        random = new Random(seed);
        env = new Env(config);
        var (rows, columns, inChannels, outChannels) = (random.Next(1, 6), random.Next(1, 6), random.Next(1, 4), random.Next(1, 5));
        var (kernelSize, pad) = (random.Next(1, 4), random.Next(0, 3));
        var (outRows, outColumns) = (Math.Max(1, rows + 2 * pad - kernelSize + 1), Math.Max(1, columns + 2 * pad - kernelSize + 1));
        int[] shape = [outChannels, outRows, outColumns, env.Batch, env.BlockOut];
        var (dy, dx) = (Te.ReduceAxis(kernelSize, "dy"), Te.ReduceAxis(kernelSize, "dx"));
        var (ic, icTns) = (Te.ReduceAxis(inChannels, "ic"), Te.ReduceAxis(env.BlockIn, "ic_tns"));
        var data = Te.Placeholder([inChannels, rows, columns, env.Batch, env.BlockIn], "data", env.InpType);
        var kernel = Te.Placeholder([outChannels, inChannels, kernelSize, kernelSize, env.BlockOut, env.BlockIn], "kernel", env.WgtType);
        var bias = Te.Placeholder([outChannels, env.Batch, env.BlockOut], "bias", env.AccType);
        // Whatever the sizes, no read leaves the padded tensor.
        var after = Math.Max(pad, outRows + kernelSize - 1 - rows - pad);
        var dataBuf = Topi.Pad(data, [0, pad, pad, 0, 0], [0, after, Math.Max(pad, outColumns + kernelSize - 1 - columns - pad), 0, 0], name: "data_buf");
        var kernelBuf = Te.Compute(kernel.Shape, i => kernel[i], "kernel_buf");
        var biasBuf = Te.Compute(bias.Shape, i => bias[i], "bias_buf");
        conv = Te.Compute(shape, (co, i, j, bi, ci) => Te.Sum(
            dataBuf[ic, i + dy, j + dx, bi, icTns].Cast(env.AccType) * kernelBuf[co, ic, dy, dx, ci, icTns].Cast(env.AccType), [ic, dy, dx, icTns]), "res_conv");
        var sum = Te.Compute(shape, (co, i, j, bi, ci) => conv[co, i, j, bi, ci] + biasBuf[co, bi, ci], "res_sum");
        var relu = Te.Compute(shape, i => Te.Max(sum[i] >> 3, 0), "res_relu");
        res = Te.Compute(shape, i => relu[i].Cast(env.OutType), "res");
        s = Te.CreateSchedule(res);
        inputs = [data, kernel, bias];
        loaded = [dataBuf, kernelBuf, biasBuf];
        computed = [sum, relu];
        s[dataBuf].SetScope(env.InpScope);
        s[kernelBuf].SetScope(env.WgtScope);
        foreach (var tensor in (SymbolicTensor[])[biasBuf, conv, sum, relu])
            s[tensor].SetScope(env.AccScope);
    }

    /// <summary>The program of a seed.</summary>
    /// <exception cref="VtaInputException">There is none; at some line of this file.</exception>
    public static ScheduledProgram Create(int seed, VtaConfig config)
    {
        var steps = new RandomSteps(seed, config);
        for (var count = steps.random.Next(12); count > 0; count--)
            Try(steps.Step);
        Try(steps.Tensorize);
        foreach (var tensor in steps.loaded.Append(steps.res))
            Try(() => steps.Pragma(tensor, steps.env.DmaCopy));
        foreach (var tensor in steps.computed)
            Try(() => steps.Pragma(tensor, steps.env.Alu));
        return steps.Lower(seed);
    }

    private static void Try(Action step)
    {
        try
        {
            step();
        }
        catch (VtaInputException exception) when (exception.Where is not null)
        {
        }
    }

    private void Step()
    {
        var stage = s[Pick([.. loaded, conv, .. computed, res])];
        switch (random.Next(10))
        {
            case 0:
                stage.Split(Pick(stage.LeafAxis), factor: random.Next(1, 5));
                break;
            case 1:
                stage.Split(Pick(stage.LeafAxis), nparts: random.Next(1, 5));
                break;
            case 2:
                stage.Fuse(Pick(stage.LeafAxis), Pick(stage.LeafAxis));
                break;
            case 3:
                stage.Reorder([.. stage.LeafAxis.OrderBy(_ => random.Next()).Take(random.Next(1, 5))]);
                break;
            case 4:
                stage.Tile(Pick(stage.LeafAxis), Pick(stage.LeafAxis), random.Next(1, 4), random.Next(1, 4));
                break;
            case 5:
                stage.ComputeInline();
                break;
            case 6:
                stage.Bind(stage.Split(Pick(stage.LeafAxis), factor: 2).Inner, Te.ThreadAxis());
                break;
            case 7:
                var cache = s.CacheWrite(stage.Tensor, env.AccScope);
                // The loops of the sum are now those of its cache.
                if (stage.Tensor == conv)
                    (conv, cache) = (cache, conv);
                computed.Add(cache);
                break;
            default:
                var parent = s[Pick([conv, .. computed, res])];
                stage.ComputeAt(parent, Pick(parent.LeafAxis));
                break;
        }
    }

    private void Tensorize()
    {
        var stage = s[conv];
        IterVar[] element = [stage.Axis[3], stage.Axis[4], stage.ReduceAxis[3]];
        stage.Reorder([.. stage.LeafAxis.Except(element), .. element]);
        stage.Tensorize(element[0], env.Gemm);
    }

    private void Pragma(SymbolicTensor tensor, PragmaIntrinsic kind) =>
        s[tensor].Pragma(random.Next(3) > 0 ? s[tensor].LeafAxis[0] : Pick(s[tensor].LeafAxis), kind);

    private ScheduledProgram Lower(int seed)
    {
        SymbolicTensor[] arguments = [.. inputs, res];
        try
        {
            Lowering.Lower(s, arguments);
        }
        catch (VtaInputException exception) when (exception.Where is not null)
        {
        }
        var program = Lowering.Lower(env, s, arguments, $"random steps {seed}");
        foreach (var pass in program.Passes)
            pass.ToString();
        int[] Values(SymbolicTensor input) => Tensor.Random(random, Math.Min(input.Type.Bits, 10), [.. input.Shape]).Data;
        return new ScheduledProgram(program, program.Bundle(inputs.ToDictionary(input => input, Values), res));
    }

    private T Pick<T>(IReadOnlyList<T> from) => from[random.Next(from.Count)];
}
