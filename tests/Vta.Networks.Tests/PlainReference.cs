using System.Numerics;
using Vta.Networks.Graph.Nodes;
using Vta.Networks.Graph.Tensors;

namespace Vta.Networks.Tests;

/// <summary>
/// Operators by definition, in fixed point: element by element, on unbounded integers. It shares nothing with the executor but the nodes.
/// </summary>
internal sealed class PlainReference(Func<Tensor, int[]> valuesOf, bool roundsOnce)
{
    /// <summary>What a node gives; null for kinds that are not defined here.</summary>
    internal int[]? Run(Node node) => node switch
    {
        Conv2D conv => Convolve(conv),
        TransposeConv conv => ConvolveTransposed(conv),
        FullyConnected dense => Multiply(dense),
        AveragePool pool => Each(pool.Output, at => Clamp(
            Average(Window(pool.Input, at, pool.Window, pool.Stride, pool.Padding)), pool.Output, pool.Activation)),
        MaxPool pool => Each(pool.Output, at => Clamp(
            Window(pool.Input, at, pool.Window, pool.Stride, pool.Padding).Max(), pool.Output, pool.Activation)),
        Add add => Sum(add.Left, add.Right, add.Output, add.Activation, 1),
        Sub sub => Sum(sub.Left, sub.Right, sub.Output, sub.Activation, -1),
        Mul mul => Each(mul.Output, at => End(
            (At(mul.Left, at) - mul.Left.ZeroPoint) * (At(mul.Right, at) - mul.Right.ZeroPoint),
            (double)mul.Left.Scale * mul.Right.Scale / mul.Output.Scale, mul.Output, mul.Activation)),
        Clamp clamp => Each(clamp.Output, at => End(
            At(clamp.Input, at) - clamp.Input.ZeroPoint, clamp.Input.Scale / clamp.Output.Scale, clamp.Output, clamp.Activation)),
        Requantize same => Each(same.Output, at => End(
            At(same.Input, at) - same.Input.ZeroPoint, (double)same.Input.Scale / same.Output.Scale, same.Output, Activation.None)),
        Pad pad => Each(pad.Output, at => Inside(pad.Input.Shape, [.. at.Zip(pad.Widths, (index, width) => index - width.Before)]) is { } inner
            ? At(pad.Input, inner)
            : pad.Value),
        MatMul product => Multiply(product),
        Concat concat => Each(concat.Output, at => Part(concat, at)),
        Transpose transpose => Each(transpose.Output, at => At(transpose.Input, Moved(at, transpose.Permutation))),
        Slice slice => Each(slice.Output, at => At(slice.Input, [.. at.Select((index, axis) => slice.Starts[axis] + index * slice.Steps[axis])])),
        Reshape reshape => valuesOf(reshape.Input),
        _ => null,
    };

    private int[] Convolve(Conv2D node) => Each(node.Output, at =>
    {
        var channel = at[3];
        BigInteger sum = node.Bias is null ? 0 : valuesOf(node.Bias)[channel];
        for (var i = 0; i < node.Weights.Shape[1]; i++)
            for (var j = 0; j < node.Weights.Shape[2]; j++)
                for (var k = 0; k < node.Weights.Shape[3]; k++)
                {
                    // What is outside is the zero point.
                    var input = Inside(node.Input.Shape,
                    [
                        at[0], at[1] * node.Stride.Height + i * node.Dilation.Height - node.Padding.Top,
                at[2] * node.Stride.Width + j * node.Dilation.Width - node.Padding.Left,
                channel * node.Groups / node.Output.Shape[3] * node.Weights.Shape[3] + k,
            ]) is { } inner ? At(node.Input, inner) : node.Input.ZeroPoint;
                    sum += (input - node.Input.ZeroPoint) * At(node.Weights, [channel, i, j, k]);
                }
        return End(sum, (double)node.Input.Scale * node.Weights.Quantization!.Scale(channel) / node.Output.Scale, node.Output, node.Activation);
    });

    // Which inputs reach an output, rather than which outputs an input reaches.
    private int[] ConvolveTransposed(TransposeConv node) => Each(node.Output, at =>
    {
        BigInteger sum = node.Bias is null ? 0 : valuesOf(node.Bias)[at[3]];
        for (var y = 0; y < node.Input.Shape[1]; y++)
            for (var x = 0; x < node.Input.Shape[2]; x++)
            {
                var (i, j) = (at[1] + node.Offset.Height - y * node.Stride.Height, at[2] + node.Offset.Width - x * node.Stride.Width);
                for (var k = 0; k < node.Input.Shape[3] && Inside(node.Weights.Shape, [at[3], i, j, k]) is { } tap; k++)
                    sum += (At(node.Input, [at[0], y, x, k]) - node.Input.ZeroPoint) * At(node.Weights, tap);
            }
        return End(sum, (double)node.Input.Scale * node.Weights.Quantization!.Scale(at[3]) / node.Output.Scale, node.Output, node.Activation);
    });

    private int[] Multiply(FullyConnected node)
    {
        var (outputs, depth) = (node.Weights.Shape[0], node.Weights.Shape[1]);
        return Each(node.Output, at =>
        {
            var (row, channel) = (Flat(node.Output.Shape, at) / outputs, at[^1]);
            BigInteger sum = node.Bias is null ? 0 : valuesOf(node.Bias)[channel];
            for (var k = 0; k < depth; k++)
                sum += (valuesOf(node.Input)[row * depth + k] - node.Input.ZeroPoint) * valuesOf(node.Weights)[channel * depth + k];
            // One scale: the product of two is a float32.
            var (input, weight) = (node.Input.Scale, node.Weights.Quantization!.Scale(channel));
            double product = node.Weights.Quantization.IsPerChannel ? (double)input * weight : input * weight;
            return End(sum, product / node.Output.Scale, node.Output, node.Activation);
        });
    }

    private int[] Multiply(MatMul node) => Each(node.Output, at =>
    {
        BigInteger sum = 0;
        for (var k = 0; k < node.Left.Shape[^1]; k++)
        {
            int[] right = node.TransposeRight ? [at[0], at[2], k] : [at[0], k, at[2]];
            sum += (At(node.Left, [at[0], at[1], k]) - node.Left.ZeroPoint) * (At(node.Right, right) - node.Right.ZeroPoint);
        }
        return End(sum, (double)(node.Left.Scale * node.Right.Scale) / node.Output.Scale, node.Output, Activation.None);
    });

    private int Part(Concat node, int[] at)
    {
        var index = (int[])at.Clone();
        foreach (var part in node.Parts)
        {
            if (index[node.Axis] < part.Shape[node.Axis])
                return valuesOf(part)[Flat(part.Shape, index)];
            index[node.Axis] -= part.Shape[node.Axis];
        }
        throw new InvalidOperationException("beyond all parts");
    }

    private static int[] Moved(int[] at, IReadOnlyList<int> permutation)
    {
        var result = new int[at.Length];
        for (var axis = 0; axis < at.Length; axis++)
            result[permutation[axis]] = at[axis];
        return result;
    }

    private int[] Sum(Tensor left, Tensor right, Tensor output, Activation activation, int sign)
    {
        var twice = 2 * (double)Math.Max(left.Scale, right.Scale);
        return Each(output, at =>
        {
            var a = Scaled((At(left, at) - left.ZeroPoint) << 20, left.Scale / twice);
            var b = Scaled((At(right, at) - right.ZeroPoint) << 20, right.Scale / twice);
            return End(a + sign * b, twice / Math.ScaleB((double)output.Scale, 20), output, activation);
        });
    }

    private List<int> Window(Tensor input, int[] at, Size2D window, Size2D stride, Padding padding) =>
    [
        .. from i in Enumerable.Range(0, window.Height)
           from j in Enumerable.Range(0, window.Width)
           let inner = Inside(input.Shape, [at[0], at[1] * stride.Height + i - padding.Top, at[2] * stride.Width + j - padding.Left, at[3]])
           where inner is not null
           select At(input, inner),
    ];

    private static int Average(List<int> values) => (int)Math.Round(values.Sum() / (decimal)values.Count, MidpointRounding.AwayFromZero);

    private int End(BigInteger sum, double factor, Tensor output, Activation activation) =>
        Clamp(Scaled(sum, factor) + output.ZeroPoint, output, activation);

    private static int Clamp(BigInteger value, Tensor output, Activation activation)
    {
        double Bound(float real) => output.ZeroPoint + Math.Round((double)(real / output.Scale), MidpointRounding.AwayFromZero);
        var lower = Math.Max(-128, Bound(activation.Lower));
        var upper = Math.Min(127, Bound(activation.Upper));
        return (int)Math.Max(Math.Min((double)value, Math.Max(upper, -128)), Math.Min(lower, 127));
    }

    // factor = mantissa × 2^(shift − 31). Either both at once, halves up; or the mantissa, halves up, then the shift, halves away from zero.
    private BigInteger Scaled(BigInteger value, double factor)
    {
        if (factor == 0)
            return 0;
        var shift = 0;
        for (; factor >= 1; factor /= 2)
            shift++;
        for (; factor < 0.5; factor *= 2)
            shift--;
        var mantissa = (BigInteger)Math.Round(factor * 2147483648.0, MidpointRounding.AwayFromZero);
        if (mantissa == BigInteger.One << 31)
            (mantissa, shift) = (BigInteger.One << 30, shift + 1);
        if (roundsOnce)
            return FloorDivide(value * mantissa + (BigInteger.One << (30 - shift)), BigInteger.One << (31 - shift));
        var product = (value << Math.Max(shift, 0)) * mantissa;
        var high = FloorDivide(product * 2 + (BigInteger.One << 31), BigInteger.One << 32);
        var divisor = BigInteger.One << Math.Max(-shift, 0);
        return high.Sign * FloorDivide(BigInteger.Abs(high) * 2 + divisor, divisor * 2);
    }

    private static BigInteger FloorDivide(BigInteger value, BigInteger divisor) =>
        (value - ((value % divisor + divisor) % divisor)) / divisor;

    private static int[] Each(Tensor output, Func<int[], int> element) =>
        [.. Enumerable.Range(0, output.Shape.Elements).Select(flat => element(Index(output.Shape, flat)))];

    private static int[] Index(Shape shape, int flat)
    {
        var index = new int[shape.Rank];
        for (var axis = shape.Rank - 1; axis >= 0; flat /= shape[axis--])
            index[axis] = flat % shape[axis];
        return index;
    }

    private static int Flat(Shape shape, int[] index) =>
        index.Select((at, axis) => at * shape.Dimensions.Skip(axis + 1).Aggregate(1, (a, b) => a * b)).Sum();

    // An element, of which one stands for all where an extent is 1.
    private int At(Tensor tensor, int[] index) =>
        valuesOf(tensor)[Flat(tensor.Shape, [.. index.TakeLast(tensor.Shape.Rank).Select((at, axis) => tensor.Shape[axis] == 1 ? 0 : at)])];

    private static int[]? Inside(Shape shape, int[] index) => index.Where((at, axis) => at < 0 || at >= shape[axis]).Any() ? null : index;
}
