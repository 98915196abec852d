using Vta.Networks.Graph.Nodes;
using Vta.Networks.Graph.Tensors;

namespace Vta.Networks.Numbers;

/// <summary>Logistic and tanh: in the reference's fixed point, or in real numbers under <see cref="RoundingRule.Float"/>.</summary>
public sealed class FunctionNumbers
{
    private const int InputIntegerBits = 4;

    private readonly RoundingRule rule;
    private readonly Tensor input;
    private readonly Tensor output;
    private readonly Func<int, int, int> ofFixedPoint;
    private readonly Func<double, double> ofReal;
    private readonly int outputBits;
    private readonly QuantizedMultiplier factor;
    private readonly long radius;

    private FunctionNumbers(
        Tensor input, Tensor output, RoundingRule rule, Func<int, int, int> ofFixedPoint, Func<double, double> ofReal, int outputBits)
    {
        (this.input, this.output, this.rule) = (input, output, rule);
        (this.ofFixedPoint, this.ofReal, this.outputBits) = (ofFixedPoint, ofReal, outputBits);
        if (rule == RoundingRule.Float)
            return;
        factor = QuantizedMultiplier.Of(Math.ScaleB(input.Scale, 31 - InputIntegerBits), rule);
        radius = (long)Math.Floor(Math.ScaleB((1 << InputIntegerBits) - 1, 31 - InputIntegerBits - factor.Shift));
    }

    public static FunctionNumbers Of(Logistic node, RoundingRule rule) =>
        new(node.Input, node.Output, rule, FixedPointFunctions.Logistic, x => 1 / (1 + Math.Exp(-x)), 8);

    public static FunctionNumbers Of(Tanh node, RoundingRule rule) =>
        new(node.Input, node.Output, rule, FixedPointFunctions.Tanh, Math.Tanh, 7);

    /// <summary>The output for an input.</summary>
    public sbyte Apply(sbyte value)
    {
        var difference = value - input.ZeroPoint;
        if (rule == RoundingRule.Float)
        {
            var range = IntegerRange.Of(output, Activation.None, rule);
            return (sbyte)RealNumbers.Quantize((float)ofReal((double)difference * input.Scale), output.Quantization!, range, rule);
        }
        if (Math.Abs(difference) >= radius)
            return difference > 0 ? sbyte.MaxValue : sbyte.MinValue;
        var result = FixedPoint.RoundingDivide(ofFixedPoint(factor.Apply(difference, rule), InputIntegerBits), 31 - outputBits);
        return (sbyte)Math.Clamp(result + output.ZeroPoint, sbyte.MinValue, sbyte.MaxValue);
    }
}
