using System.Runtime.InteropServices;
using static Vta.Networks.Tests.Tflite.TfliteWriter;

namespace Vta.Networks.Tests.Tflite;

/// <summary>Models of one random operator: shapes, strides, paddings, dilations, groups, scales and zero points of all kinds.</summary>
internal sealed class RandomTfliteOperator
{
    private readonly Random random;
    private readonly TfliteWriter writer = new();
    private readonly Dictionary<int, int> sizes = [];

    private RandomTfliteOperator(int seed) => random = new(seed);

    /// <summary>How many kinds there are; seeds go through them in turn.</summary>
    internal const int Kinds = 30;

    /// <summary>A model, and bytes for each of its inputs.</summary>
    internal static (byte[] Model, byte[][] Inputs) Create(int seed)
    {
        var source = new RandomTfliteOperator(seed);
        return (seed % Kinds) switch
        {
            0 or 1 => source.Convolution(depthwise: false),
            2 or 3 => source.Convolution(depthwise: true),
            4 or 5 => source.TransposedConvolution(),
            6 or 7 => source.Dense(),
            8 => source.Pool(1),
            9 => source.Pool(17),
            10 or 11 => source.Elementwise(0),
            12 => source.Elementwise(41),
            13 or 14 => source.Elementwise(18),
            15 => source.Unary(25, new Option(0, Pick(source.random, 1f, 0.5f, 2f))),
            16 => source.Unary(14),
            17 or 18 => source.Mean(),
            19 => source.Pad(),
            20 => source.Concatenation(),
            21 => source.Unary(19),
            22 => source.Unary(114),
            23 => source.Reshape(),
            24 => source.Transpose(),
            25 => source.Slice(),
            26 => source.StridedSlice(),
            27 => source.Split(),
            28 => source.BatchMatMul(),
            _ => source.Relu6(),
        };
    }

    private (byte[] Model, byte[][] Inputs) Convolution(bool depthwise)
    {
        var (kh, kw, sh, sw) = (Upto(4), Upto(4), Upto(3), Upto(3));
        var (dh, dw) = Upto(3) == 1 ? (Upto(3), Upto(3)) : (1, 1);
        var same = Upto(2) == 1;
        var (h, w) = ((kh - 1) * dh + Upto(6), (kw - 1) * dw + Upto(6));
        var groups = depthwise ? 1 : Pick(random, 1, 1, 2, 3);
        var channels = groups * Upto(5);
        var outputs = depthwise ? channels * Upto(3) : groups * Upto(5);
        var batch = Upto(2);
        var input = Quantised([batch, h, w, channels]);
        int[] shape = depthwise ? [1, kh, kw, outputs] : [outputs, kh, kw, channels / groups];
        var scales = Scales(Upto(4) == 1 ? 1 : outputs);
        var weights = writer.Tensor(shape, SignedType, scales, axis: depthwise ? 3 : 0, content: Bytes(shape.Aggregate((a, b) => a * b)));
        var output = Quantised([batch, Extent(h, kh, sh, dh, same), Extent(w, kw, sw, dw, same), outputs]);
        var act = new Option(depthwise ? 4 : 3, Activation());
        var first = depthwise ? 5 : 4;
        writer.Operator(depthwise ? 4 : 3, [input, weights, Bias(outputs)], [output],
            new(0, (sbyte)(same ? 0 : 1)), new(1, sw), new(2, sh), act, new(first, dw), new(first + 1, dh));
        return Finish(output, input);
    }

    private (byte[] Model, byte[][] Inputs) TransposedConvolution()
    {
        var (kh, kw, sh, sw) = (Upto(4), Upto(4), Upto(3), Upto(3));
        var same = Upto(2) == 1;
        var (h, w, channels, outputs) = (Upto(5), Upto(5), Upto(5), Upto(5));
        var (oh, ow) = same ? (h * sh, w * sw) : ((h - 1) * sh + kh, (w - 1) * sw + kw);
        var size = writer.Integers(1, oh, ow, outputs);
        var scales = Scales(Upto(4) == 1 ? 1 : outputs);
        var weights = writer.Tensor([outputs, kh, kw, channels], SignedType, scales, content: Bytes(outputs * kh * kw * channels));
        var input = Quantised([1, h, w, channels]);
        var output = Quantised([1, oh, ow, outputs]);
        int[] inputs = Upto(2) == 1 ? [size, weights, input] : [size, weights, input, Bias(outputs)];
        writer.Operator(67, inputs, [output], new(0, (sbyte)(same ? 0 : 1)), new(1, sw), new(2, sh), new(3, Activation()));
        return Finish(output, input);
    }

    private (byte[] Model, byte[][] Inputs) Dense()
    {
        var (rows, depth, outputs) = (Upto(3), Upto(40), Upto(10));
        var input = Quantised([rows, depth]);
        var weights = writer.Tensor([outputs, depth], SignedType, Scales(Upto(2) == 1 ? 1 : outputs), content: Bytes(outputs * depth));
        var output = Quantised([rows, outputs]);
        writer.Operator(9, [input, weights, Upto(3) == 1 ? -1 : Bias(outputs)], [output], new(0, Activation()), new(2, Upto(2) == 1));
        return Finish(output, input);
    }

    private (byte[] Model, byte[][] Inputs) Pool(int code)
    {
        var (kh, kw, sh, sw) = (Upto(5), Upto(5), Upto(3), Upto(3));
        var same = Upto(2) == 1;
        var (h, w, channels) = (kh - 1 + Upto(6), kw - 1 + Upto(6), Upto(5));
        var (scale, zeroPoint) = (Scale(), ZeroPoint());
        var input = Quantised([1, h, w, channels], scale, zeroPoint);
        var output = Quantised([1, Extent(h, kh, sh, 1, same), Extent(w, kw, sw, 1, same), channels], scale, zeroPoint);
        writer.Operator(code, [input], [output],
            new(0, (sbyte)(same ? 0 : 1)), new(1, sw), new(2, sh), new(3, kw), new(4, kh), new(5, Activation()));
        return Finish(output, input);
    }

    private (byte[] Model, byte[][] Inputs) Elementwise(int code)
    {
        int[] shape = [1, Upto(4), Upto(4), Upto(6)];
        var other = shape.Select(extent => Upto(4) == 1 ? 1 : extent).ToArray();
        var (left, right) = (Quantised(shape), Quantised(Upto(2) == 1 ? shape : other));
        var output = Quantised(shape);
        writer.Operator(code, [left, right], [output], new Option(0, Activation()));
        return Finish(output, left, right);
    }

    private (byte[] Model, byte[][] Inputs) Unary(int code, params Option[] options)
    {
        int[] shape = [Upto(3), Upto(20)];
        var input = Quantised(shape);
        var output = code is 14 or 25 ? writer.Tensor(shape, SignedType, [1f / 256], [-128]) : Quantised(shape);
        writer.Operator(code, [input], [output], options);
        return Finish(output, input);
    }

    private (byte[] Model, byte[][] Inputs) Mean()
    {
        int[] shape = [1, Upto(6), Upto(6), Upto(5)];
        var axes = Pick<int[]>(random, [1, 2], [1], [3], [2, -1], [1, 2, 3]);
        var keep = Upto(2) == 1;
        var reduced = axes.Select(axis => (axis + 4) % 4).ToHashSet();
        var result = shape.Select((extent, axis) => reduced.Contains(axis) ? keep ? 1 : 0 : extent).Where(extent => extent > 0).ToArray();
        var input = Quantised(shape);
        var output = Quantised(result);
        writer.Operator(40, [input, writer.Integers(axes)], [output], new Option(0, keep));
        return Finish(output, input);
    }

    private (byte[] Model, byte[][] Inputs) Pad()
    {
        int[] shape = [1, Upto(4), Upto(4), Upto(4)];
        var widths = Enumerable.Range(0, 8).Select(_ => Upto(3) - 1).ToArray();
        var (scale, zeroPoint) = (Scale(), ZeroPoint());
        var input = Quantised(shape, scale, zeroPoint);
        var paddings = writer.Tensor([4, 2], WholeType, content: MemoryMarshal.AsBytes<int>(widths).ToArray());
        var output = Quantised([.. shape.Select((extent, axis) => extent + widths[2 * axis] + widths[2 * axis + 1])], scale, zeroPoint);
        if (Upto(2) == 1)
            writer.Operator(34, [input, paddings], [output]);
        else
            writer.Operator(60, [input, paddings, writer.Tensor([1], SignedType, [scale], [zeroPoint], content: Bytes(1))], [output]);
        return Finish(output, input);
    }

    private (byte[] Model, byte[][] Inputs) Concatenation()
    {
        int[] shape = [1, Upto(4), Upto(4), Upto(4)];
        var axis = Upto(3);
        var (scale, zeroPoint, other) = (Scale(), ZeroPoint(), Upto(5));
        int Part(int extent) => Quantised([.. shape.Select((each, index) => index == axis ? extent : each)], scale, zeroPoint);
        var (left, right, output) = (Part(shape[axis]), Part(other), Part(shape[axis] + other));
        writer.Operator(2, [left, right], [output], new Option(0, Upto(2) == 1 ? axis : axis - 4));
        return Finish(output, left, right);
    }

    private (byte[] Model, byte[][] Inputs) Reshape()
    {
        var (rows, columns, scale, zeroPoint) = (Upto(5), Upto(5), Scale(), ZeroPoint());
        var input = Quantised([1, rows, 1, columns], scale, zeroPoint);
        var output = writer.Tensor([rows * columns], SignedType, [scale], [zeroPoint]);
        writer.Operator(22, [input, writer.Integers(-1)], [output]);
        return Finish(output, input);
    }

    private (byte[] Model, byte[][] Inputs) Transpose()
    {
        int[] shape = [Upto(3), Upto(4), Upto(4), Upto(4)];
        int[] order = [0, 1, 2, 3];
        random.Shuffle(order);
        var (scale, zeroPoint) = (Scale(), ZeroPoint());
        var (input, output) = (Quantised(shape, scale, zeroPoint), Quantised([.. order.Select(axis => shape[axis])], scale, zeroPoint));
        writer.Operator(39, [input, writer.Integers(order)], [output]);
        return Finish(output, input);
    }

    private (byte[] Model, byte[][] Inputs) Slice()
    {
        int[] shape = [Upto(3), Upto(5), Upto(5)];
        var starts = shape.Select(extent => random.Next(extent)).ToArray();
        var sizes = shape.Zip(starts, (extent, start) => random.Next(3) == 0 ? -1 : Upto(extent - start)).ToArray();
        var (scale, zeroPoint) = (Scale(), ZeroPoint());
        var result = Enumerable.Range(0, 3).Select(axis => sizes[axis] == -1 ? shape[axis] - starts[axis] : sizes[axis]);
        var (input, output) = (Quantised(shape, scale, zeroPoint), Quantised([.. result], scale, zeroPoint));
        writer.Operator(65, [input, writer.Integers(starts), writer.Integers(sizes)], [output]);
        return Finish(output, input);
    }

    private (byte[] Model, byte[][] Inputs) StridedSlice()
    {
        int[] shape = [Upto(6), Upto(6)];
        var steps = shape.Select(_ => Pick(random, 1, 2, 3, -1, -2)).ToArray();
        // From an end inwards, all of it: a mask says that the limits do not count.
        var begins = shape.Zip(steps, (extent, step) => step > 0 ? 0 : random.Next(2) == 0 ? extent - 1 : -1).ToArray();
        var (scale, zeroPoint) = (Scale(), ZeroPoint());
        var result = shape.Zip(steps, (extent, step) => (extent + Math.Abs(step) - 1) / Math.Abs(step)).ToArray();
        var (input, output) = (Quantised(shape, scale, zeroPoint), Quantised(result, scale, zeroPoint));
        writer.Operator(
            45, [input, writer.Integers(begins), writer.Integers(7, 7), writer.Integers(steps)], [output],
            new(0, random.Next(4)), new(1, 3));
        return Finish(output, input);
    }

    private (byte[] Model, byte[][] Inputs) Split()
    {
        var (rows, columns, scale, zeroPoint) = (Upto(4), Upto(4), Scale(), ZeroPoint());
        var input = Quantised([rows, 2 * columns], scale, zeroPoint);
        var (left, right) = (Quantised([rows, columns], scale, zeroPoint), Quantised([rows, columns], scale, zeroPoint));
        writer.Operator(49, [writer.Integers(Pick(random, 1, -1)), input], [left, right], new Option(0, 2));
        return Finish(random.Next(2) == 0 ? left : right, input);
    }

    private (byte[] Model, byte[][] Inputs) BatchMatMul()
    {
        var (batch, rows, columns, depth, transposed) = (Upto(3), Upto(4), Upto(4), Upto(20), Upto(2) == 1);
        var left = Quantised([batch, rows, depth]);
        var right = Quantised([Pick(random, 1, batch), .. transposed ? [columns, depth] : new[] { depth, columns }]);
        var output = Quantised([batch, rows, columns]);
        writer.Operator(126, [left, right], [output], new Option(1, transposed));
        return Finish(output, left, right);
    }

    private (byte[] Model, byte[][] Inputs) Relu6()
    {
        var (size, scale, zeroPoint) = (Upto(40), Scale(), ZeroPoint());
        var (input, output) = (Quantised([size], scale, zeroPoint), Quantised([size], scale, zeroPoint));
        writer.Operator(21, [input], [output]);
        return Finish(output, input);
    }

    private (byte[] Model, byte[][] Inputs) Finish(int output, params int[] inputs) =>
        (writer.Finish(inputs, [output]), [.. inputs.Select(input => Bytes(sizes[input]))]);

    private int Quantised(int[] shape) => Quantised(shape, Scale(), ZeroPoint());

    private int Quantised(int[] shape, float scale, long zeroPoint)
    {
        var tensor = writer.Tensor(shape, SignedType, [scale], [zeroPoint]);
        sizes[tensor] = shape.Aggregate(1, (a, b) => a * b);
        return tensor;
    }

    private int Bias(int count) => writer.Integers([.. Enumerable.Range(0, count).Select(_ => random.Next(-20000, 20000))]);

    private float[] Scales(int count) => [.. Enumerable.Range(0, count).Select(_ => Scale())];

    private float Scale() => (float)Math.Pow(10, random.NextDouble() * 2.5 - 2.5);

    private long ZeroPoint() => random.Next(5) switch { 0 => -128, 1 => 127, 2 => 0, _ => random.Next(-128, 128) };

    private sbyte Activation() => (sbyte)random.Next(4);

    private byte[] Bytes(int count)
    {
        var bytes = new byte[count];
        random.NextBytes(bytes);
        return bytes;
    }

    private int Upto(int most) => random.Next(most) + 1;

    private static T Pick<T>(Random random, params T[] choices) => choices[random.Next(choices.Length)];

    private static int Extent(int extent, int window, int stride, int dilation, bool same) =>
        same ? (extent + stride - 1) / stride : (extent - (window - 1) * dilation - 1) / stride + 1;
}
