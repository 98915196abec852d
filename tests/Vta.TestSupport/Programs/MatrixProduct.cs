using Vta.Compiler;
using Vta.Compiler.Schedules;
using Vta.Compiler.TensorExpressions;

namespace Vta.TestSupport;

/// <summary>A matrix product whose sums are shifted and stored: <paramref name="Source"/>, in rows, by weights.</summary>
internal sealed record MatrixProduct(
    SymbolicTensor Source,
    SymbolicTensor Weight,
    SymbolicTensor Data,
    SymbolicTensor Weights,
    SymbolicTensor Sums,
    SymbolicTensor Shifted,
    SymbolicTensor Result)
{
    internal static MatrixProduct Declare(Env env, SymbolicTensor source, int columns, string name)
    {
        var (k, ki) = (Te.ReduceAxis(source.Shape[1], "k"), Te.ReduceAxis(env.BlockIn, "ki"));
        var weight = Te.Placeholder([columns, source.Shape[1], env.BlockOut, env.BlockIn], $"{name}_w", env.WgtType);
        var data = Te.Compute(source.Shape, i => source[i], $"{name}_x_buf");
        var weights = Te.Compute(weight.Shape, i => weight[i], $"{name}_w_buf");
        var sums = Te.Compute([source.Shape[0], columns, env.Batch, env.BlockOut], (m, n, b, c) =>
            Te.Sum(data[m, k, b, ki].Cast(env.AccType) * weights[n, k, c, ki].Cast(env.AccType), [k, ki]), $"{name}_sums");
        var shifted = Te.Compute(sums.Shape, i => sums[i] >> 4, $"{name}_shifted");
        var result = Te.Compute(sums.Shape, i => shifted[i].Cast(env.OutType), name);
        return new MatrixProduct(source, weight, data, weights, sums, shifted, result);
    }

    /// <summary>Gives each stage but the result to its unit; what is summed up goes in steps of two blocks.</summary>
    /// <returns>The loop over those steps.</returns>
    internal IterVar OnChip(Env env, Schedule s)
    {
        s[Data].SetScope(env.InpScope);
        s[Weights].SetScope(env.WgtScope);
        s[Sums].SetScope(env.AccScope);
        s[Shifted].SetScope(env.AccScope);
        s[Data].Pragma(s[Data].Axis[0], env.DmaCopy);
        s[Weights].Pragma(s[Weights].Axis[0], env.DmaCopy);
        s[Shifted].Pragma(s[Shifted].Axis[0], env.Alu);
        var axes = s[Sums].Axis;
        var (step, block) = s[Sums].Split(s[Sums].ReduceAxis[0], factor: 2);
        s[Sums].Reorder([step, axes[0], axes[1], block, axes[2], axes[3], s[Sums].ReduceAxis[1]]);
        s[Sums].Tensorize(axes[2], env.Gemm);
        return step;
    }
}
