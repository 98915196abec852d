using Vta.Compiler;
using Vta.Compiler.LoopIr;
using Vta.Compiler.TensorExpressions;
using Vta.Isa;

namespace Vta.TestSupport;

/// <summary>A convolution of random shape with random steps of a schedule, which may not all be possible.</summary>
public static class RandomConvolution
{
    /// <summary>The program of a seed.</summary>
    /// <exception cref="VtaInputException">The accelerator cannot do what the steps ask for.</exception>
    public static ScheduledProgram Create(int seed, VtaConfig config)
    {
        var random = new Random(seed);
        var env = new Env(config);
        var (batches, inChannels, outChannels) = (random.Next(1, 3), random.Next(1, 5), random.Next(1, 5));
        var (height, width, kernelHeight, kernelWidth) = (random.Next(3, 10), random.Next(3, 10), random.Next(1, 4), random.Next(1, 4));
        var (padHeight, padWidth) = (random.Next(0, kernelHeight), random.Next(0, kernelWidth));
        var (strideHeight, strideWidth) = (random.Next(1, 3), random.Next(1, 3));
        var outHeight = (height + 2 * padHeight - kernelHeight) / strideHeight + 1;
        var outWidth = (width + 2 * padWidth - kernelWidth) / strideWidth + 1;
        int[] shape = [batches, outChannels, outHeight, outWidth, env.Batch, env.BlockOut];

        var (dy, dx) = (Te.ReduceAxis(kernelHeight, "dy"), Te.ReduceAxis(kernelWidth, "dx"));
        var (ic, icTns) = (Te.ReduceAxis(inChannels, "ic"), Te.ReduceAxis(env.BlockIn, "ic_tns"));
        var data = Te.Placeholder([batches, inChannels, height, width, env.Batch, env.BlockIn], "data", env.InpType);
        var kernel = Te.Placeholder([outChannels, inChannels, kernelHeight, kernelWidth, env.BlockOut, env.BlockIn], "kernel", env.WgtType);
        var bias = Te.Placeholder([outChannels, env.Batch, env.BlockOut], "bias", env.AccType);
        var dataBuf = Topi.Pad(data, [0, 0, padHeight, padWidth, 0, 0], name: "data_buf");
        var kernelBuf = Te.Compute(kernel.Shape, i => kernel[i], "kernel_buf");
        var biasBuf = Te.Compute(bias.Shape, i => bias[i], "bias_buf");
        var conv = Te.Compute(shape, (bo, co, i, j, bi, ci) => Te.Sum(
            dataBuf[bo, ic, i * strideHeight + dy, j * strideWidth + dx, bi, icTns].Cast(env.AccType)
            * kernelBuf[co, ic, dy, dx, ci, icTns].Cast(env.AccType), [ic, dy, dx, icTns]), "res_conv");
        var sum = Te.Compute(shape, (bo, co, i, j, bi, ci) => conv[bo, co, i, j, bi, ci] + biasBuf[co, bi, ci], "res_sum");
        var clipped = Te.Compute(shape, i => Te.Min(Te.Max(sum[i] >> 4, -100), 100), "res_clip");
        var res = Te.Compute(shape, i => clipped[i].Cast(env.OutType), "res");

        var s = Te.CreateSchedule(res);
        var (outer, inner) = RandomTiles.Create(s[res], random);
        foreach (var tensor in (SymbolicTensor[])[conv, sum, clipped])
        {
            s[tensor].SetScope(env.AccScope);
            s[tensor].ComputeAt(s[res], outer[^1]);
        }
        var axes = s[conv].Axis;
        var (icOut, icInn) = s[conv].Split(ic, factor: random.Next(1, inChannels + 1));
        List<IterVar> middle = [axes[0], axes[1], axes[2], axes[3], icInn, dy, dx];
        s[conv].Reorder([icOut, .. middle.OrderBy(_ => random.Next()), axes[4], axes[5], icTns]);
        s[conv].Tensorize(axes[4], env.Gemm);
        foreach (var (tensor, scope) in ((SymbolicTensor, MemoryScope)[])[(dataBuf, env.InpScope), (kernelBuf, env.WgtScope), (biasBuf, env.AccScope)])
        {
            s[tensor].SetScope(scope);
            s[tensor].Pragma(s[tensor].Axis[0], env.DmaCopy);
            var places = s[conv].LeafAxis.TakeWhile(leaf => leaf != axes[4]).ToList();
            if (random.Next(4) == 0)
                s[tensor].ComputeAt(s[res], outer[random.Next(outer.Count)]);
            else if (tensor == biasBuf)
                s[tensor].ComputeAt(s[res], outer[^1]);
            else if (random.Next(6) > 0)
                s[tensor].ComputeAt(s[conv], places[random.Next(3) > 0 ? 0 : random.Next(places.Count)]);
        }
        s[sum].Pragma(s[sum].Axis[random.Next(2)], env.Alu);
        s[clipped].Pragma(s[clipped].Axis[0], env.Alu);
        s[res].Pragma(random.Next(2) == 0 ? inner[0] : inner[2], env.DmaCopy);

        return ScheduledProgram.Create(env, s, $"random convolution {seed}", bits: 12, random, res, data, kernel, bias);
    }
}
