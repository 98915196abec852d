using Vta.Compiler.Tensors;
using Vta.Isa;
using Vta.Isa.Requant;
using Vta.Networks.Numbers;

namespace Vta.NetworkCompiler.Operators;

/// <summary>Parameters of requantisation as the accelerator has them.</summary>
internal static class RequantLanes
{
    /// <summary>Elements of parameters in memory, of lanes one after the other; lanes that are left over give zeros.</summary>
    internal static (DramBuffer Buffer, byte[] Bytes) ToConstant(VtaConfig config, string name, IReadOnlyList<RequantParameters> lanes)
    {
        var elements = BlockedLayout.Blocks(lanes.Count, config.BlockOut);
        var bytes = new byte[elements * config.Par!.ElemBytes];
        for (var lane = 0; lane < lanes.Count; lane++)
            lanes[lane].Write(bytes.AsSpan(lane * RequantParameters.Bytes));
        return (DramBuffer.OfElements(name, [1, elements, 1, 1], config.Par), bytes);
    }

    /// <summary>Elements whose lanes are all the same, an element for each of the parameters.</summary>
    internal static (DramBuffer Buffer, byte[] Bytes) ToConstant(VtaConfig config, params IReadOnlyList<RequantParameters> elements) =>
        ToConstant(config, "parameters", [.. elements.SelectMany(parameters => Enumerable.Repeat(parameters, config.BlockOut))]);

    /// <summary>The end of a node that accumulates.</summary>
    /// <param name="factor">The factor of a channel.</param>
    /// <param name="bias">What is added to its accumulators.</param>
    /// <param name="zeroPoint">Of the output.</param>
    /// <param name="range">What the output may be.</param>
    internal static RequantParameters Of(Rescale factor, int bias, int zeroPoint, IntegerRange range) =>
        Of(factor.Fixed, factor.Rule, bias) with { ZeroPoint = zeroPoint, Minimum = range.Lower, Maximum = range.Upper };

    /// <summary>The number itself, within limits.</summary>
    internal static RequantParameters Same(IntegerRange range) => new(0, 1 << 30, LeftShift: 1, Minimum: range.Lower, Maximum: range.Upper);

    /// <summary>A factor, with limits still to be set.</summary>
    internal static RequantParameters Of(QuantizedMultiplier factor, RoundingRule rule, int bias) => new(
        bias,
        factor.Multiplier,
        RightShift: Math.Max(-factor.Shift, 0),
        LeftShift: Math.Max(factor.Shift, 0),
        rule switch
        {
            RoundingRule.Single => RequantRounding.Single,
            RoundingRule.Float => RequantRounding.HalfToEven,
            _ => RequantRounding.Double,
        });
}
