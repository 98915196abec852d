using System.Numerics;
using Vta.Networks.Graph.Nodes;

namespace Vta.Networks.Numbers;

/// <summary>The average over axes: the count is divided out of the multiplier, as the reference has it.</summary>
public sealed class MeanNumbers
{
    private readonly RoundingRule rule;
    private readonly int count;
    private readonly int inputZeroPoint;
    private readonly int outputZeroPoint;
    private readonly float ratio;

    private MeanNumbers(Mean node, RoundingRule rule)
    {
        this.rule = rule;
        count = node.Input.Shape.Elements / node.Output.Shape.Elements;
        (inputZeroPoint, outputZeroPoint) = (node.Input.ZeroPoint, node.Output.ZeroPoint);
        Range = IntegerRange.Of(node.Output, Activation.None, rule);
        var factor = ScaleRatio.Quotient(node.Input.Scale, node.Output.Scale);
        ratio = factor.Single;
        if (rule != RoundingRule.Float)
            Factor = Divide(QuantizedMultiplier.Of(factor.Precise, rule), count);
    }

    /// <summary>Factor of the sum; its multiplier may be below 2³⁰. Not used under <see cref="RoundingRule.Float"/>.</summary>
    public QuantizedMultiplier Factor { get; }

    /// <summary>What the output may be.</summary>
    public IntegerRange Range { get; }

    public static MeanNumbers Of(Mean node, RoundingRule rule) => new(node, rule);

    /// <summary>The output for the sum of the integers.</summary>
    public sbyte Apply(int sum)
    {
        var difference = sum - count * inputZeroPoint;
        var mean = rule == RoundingRule.Float ? RealNumbers.Round((float)difference / count * ratio) : Factor.Apply(difference, rule);
        return (sbyte)Range.Clamp((long)mean + outputZeroPoint);
    }

    private static QuantizedMultiplier Divide(QuantizedMultiplier factor, int count)
    {
        // As far to the left as neither the product leaves 64 bits nor the shift its range.
        var shift = Math.Min(Math.Min(BitOperations.Log2((uint)count), 32), 31 + factor.Shift);
        return new((int)(((long)factor.Multiplier << shift) / count), factor.Shift - shift);
    }
}
