using Vta.Networks.Graph.Nodes;

namespace Vta.Networks.Numbers;

/// <summary>The average of a window. The fixed-point rules average integers, so input and output have the same numbers.</summary>
public sealed class PoolNumbers
{
    private readonly RoundingRule rule;
    private readonly int inputZeroPoint;
    private readonly int outputZeroPoint;
    private readonly float ratio;

    private PoolNumbers(AveragePool node, RoundingRule rule)
    {
        this.rule = rule;
        (inputZeroPoint, outputZeroPoint) = (node.Input.ZeroPoint, node.Output.ZeroPoint);
        ratio = ScaleRatio.Quotient(node.Input.Scale, node.Output.Scale).Single;
        Range = IntegerRange.Of(node.Output, node.Activation, rule);
    }

    /// <summary>What the output may be.</summary>
    public IntegerRange Range { get; }

    public static PoolNumbers Of(AveragePool node, RoundingRule rule) => new(node, rule);

    /// <summary>The output for a sum; halves go away from zero, with <see cref="RoundingRule.Float"/> to even.</summary>
    /// <param name="sum">Of the elements inside the image.</param>
    /// <param name="count">How many they are.</param>
    public sbyte Apply(long sum, int count) => rule == RoundingRule.Float
        ? (sbyte)Range.Clamp((long)RealNumbers.Round((float)(sum - (long)count * inputZeroPoint) / count * ratio) + outputZeroPoint)
        : (sbyte)Range.Clamp(sum > 0 ? (sum + count / 2) / count : (sum - count / 2) / count);
}
