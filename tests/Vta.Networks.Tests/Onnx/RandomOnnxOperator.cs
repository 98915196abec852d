using Vta.Networks.Graph.Nodes;
using Vta.Networks.Graph.Tensors;

namespace Vta.Networks.Tests.Onnx;

/// <summary>
/// Models of one random operator in QDQ form, and in QLinear form where there is one.
/// </summary>
internal sealed class RandomOnnxOperator
{
    private readonly Random random;
    private readonly OnnxWriter qdq = new();
    private readonly OnnxWriter qlinear = new();
    private readonly List<Operand> operands = [];
    private readonly ElementType type;
    private float inputScale;
    private float[] weightScales = [];

    private RandomOnnxOperator(int seed)
    {
        random = new(seed);
        type = random.Next(2) == 0 ? ElementType.Int8 : ElementType.UInt8;
    }

    /// <summary>How many kinds there are; seeds go through them in turn.</summary>
    internal const int Kinds = 18;

    /// <summary>A model.</summary>
    /// <param name="Qdq">In QDQ form.</param>
    /// <param name="QdqWithReals">The same with another output: the real numbers before they are quantised.</param>
    /// <param name="QLinear">In QLinear form; null where there is none.</param>
    /// <param name="OutputScale">Of the quantised output.</param>
    /// <param name="IsExact">Whether ONNX Runtime's QLinear kernel computes by the declared formula.</param>
    internal sealed record Model(byte[] Qdq, byte[] QdqWithReals, byte[]? QLinear, float OutputScale, bool IsExact);

    // A value in both forms; its integers, scale and zero point are operands of QLinear operators.
    private sealed record Operand(string Real, string Integers, string Scale, string ZeroPoint)
    {
        internal string[] Three => [Integers, Scale, ZeroPoint];
    }

    internal static Model Create(int seed)
    {
        var source = new RandomOnnxOperator(seed);
        return (seed % Kinds) switch
        {
            0 or 1 or 2 => source.Convolution(),
            3 => source.TransposedConvolution(),
            4 => source.Gemm(),
            5 => source.MatMul(isConstant: true),
            6 => source.MatMul(isConstant: false),
            7 => source.Elementwise("Add", "QLinearAdd"),
            8 => source.Elementwise("Sub", null),
            9 => source.Elementwise("Mul", "QLinearMul"),
            10 => source.AveragePool(),
            11 => source.One("GlobalAveragePool", "QLinearGlobalAveragePool", source.ImageShape()),
            12 => source.One(
                "ReduceMean", null, source.ImageShape(),
                ("axes", Pick<int[]>(source.random, [2, 3], [1], [-1, 1])), ("keepdims", source.random.Next(2))),
            13 => source.One("Softmax", null, source.ImageShape(), ("axis", Pick(source.random, 1, -1, 2))),
            14 => source.One("Sigmoid", "QLinearSigmoid", source.ImageShape()),
            15 => source.One("Tanh", null, source.ImageShape()),
            16 => source.Concat(),
            _ => source.Movements(),
        };
    }

    private Model Convolution()
    {
        var (kh, kw, groups) = (Upto(3), Upto(3), Pick(random, 1, 1, 2, 3));
        var (channels, outputs) = (groups * Upto(4), groups * Upto(4));
        var dilations = Upto(3) == 1 ? new[] { Upto(2), Upto(2) } : [1, 1];
        int[] shape = [1, channels, (kh - 1) * dilations[0] + Upto(6), (kw - 1) * dilations[1] + Upto(6)];
        var input = Input(shape);
        var weights = Weights([outputs, channels / groups, kh, kw], channelAxis: 0);
        var bias = Bias(outputs);
        (string, object)[] attributes =
        [
            ("strides", new[] { Upto(3), Upto(3) }), ("dilations", dilations), ("group", groups),
            random.Next(4) == 0 && dilations is [1, 1]
                ? ("auto_pad", Pick(random, "SAME_UPPER", "SAME_LOWER"))
                : ("pads", new[] { Pad(kh), Pad(kw), Pad(kh), Pad(kw) }),
        ];
        var result = qdq.Node("Conv", [input.Real, weights.Real, bias.Real], attributes);
        return Finish(
            result, "QLinearConv", output => [.. input.Three, .. weights.Three, .. output, bias.Integers],
            isExact: true, mayActivate: true, attributes);
    }

    private Model TransposedConvolution()
    {
        var (kh, kw, channels, outputs) = (Upto(3), Upto(3), Upto(4), Upto(4));
        var input = Input([1, channels, Upto(5), Upto(5)]);
        var weights = Weights([channels, outputs, kh, kw], channelAxis: 1);
        var bias = Bias(outputs);
        var result = qdq.Node("ConvTranspose", [input.Real, weights.Real, bias.Real],
            ("strides", new[] { Upto(3), Upto(3) }), ("pads", new[] { Pad(kh), Pad(kw), 0, 0 }));
        return Finish(result, null, _ => [], isExact: false, mayActivate: true);
    }

    private Model Gemm()
    {
        var (depth, outputs, transposed) = (Upto(30), Upto(8), random.Next(2));
        var input = Input([Upto(3), depth]);
        var weights = Weights(transposed == 1 ? [outputs, depth] : [depth, outputs], channelAxis: 1 - transposed);
        var bias = Bias(outputs);
        var result = qdq.Node("Gemm", [input.Real, weights.Real, bias.Real], ("transB", transposed));
        return Finish(
            result, "QGemm", output => [.. input.Three, .. weights.Three, bias.Integers, .. output],
            isExact: true, mayActivate: true, ("transB", transposed));
    }

    private Model MatMul(bool isConstant)
    {
        var (batch, depth, columns) = (Upto(3), Upto(20), Upto(6));
        var left = Input([batch, Upto(4), depth]);
        var right = isConstant ? Weights([depth, columns], channelAxis: 1) : Input([Pick(random, 1, batch), depth, columns]);
        var result = qdq.Node("MatMul", [left.Real, right.Real]);
        return Finish(result, "QLinearMatMul", output => [.. left.Three, .. right.Three, .. output], isExact: true, mayActivate: isConstant);
    }

    private Model Elementwise(string real, string? whole)
    {
        var shape = ImageShape();
        var other = shape.Select(extent => Upto(3) == 1 ? 1 : extent).ToArray();
        var (left, right) = (Input(shape), Input(Pick(random, shape, other, other[1..], [1])));
        if (random.Next(2) == 0)
            (left, right) = (right, left);
        var result = qdq.Node(real, [left.Real, right.Real]);
        return Finish(result, whole, output => [.. left.Three, .. right.Three, .. output], isExact: false, mayActivate: true);
    }

    private Model AveragePool()
    {
        var (kh, kw) = (Upto(4), Upto(4));
        var input = Input([1, Upto(4), kh - 1 + Upto(6), kw - 1 + Upto(6)]);
        (string, object)[] attributes =
        [
            ("kernel_shape", new[] { kh, kw }), ("strides", new[] { Upto(3), Upto(3) }), ("pads", new[] { Pad(kh), Pad(kw), Pad(kh), Pad(kw) }),
            ("ceil_mode", random.Next(2)),
        ];
        var result = qdq.Node("AveragePool", [input.Real], attributes);
        return Finish(result, "QLinearAveragePool", output => [.. input.Three, .. output], isExact: false, mayActivate: true, attributes);
    }

    private Model One(string real, string? whole, int[] shape, params (string, object)[] attributes)
    {
        var input = Input(shape);
        var result = qdq.Node(real, [input.Real], attributes);
        return Finish(result, whole, output => [.. input.Three, .. output], isExact: false, mayActivate: false, attributes);
    }

    private Model Concat()
    {
        var shape = ImageShape();
        var axis = random.Next(4);
        var (left, right) = (Input(shape), Input([.. shape.Select((extent, at) => at == axis ? Upto(4) : extent)]));
        var result = qdq.Node("Concat", [left.Real, right.Real], ("axis", axis));
        return Finish(
            result, "QLinearConcat", output => [.. output, .. left.Three, .. right.Three],
            isExact: false, mayActivate: false, ("axis", axis));
    }

    // Pooling, which leaves channels last, then all that moves elements.
    private Model Movements()
    {
        var channels = 2 * Upto(3);
        var input = Input([1, channels, 2 + Upto(5), 2 + Upto(5)]);
        var value = qdq.Node(
            "MaxPool", [input.Real], ("kernel_shape", new[] { 2, 2 }), ("ceil_mode", random.Next(2)), ("pads", new[] { 0, 1, 1, 0 }));
        for (var step = 0; step < 4; step++)
        {
            value = random.Next(6) switch
            {
                0 => qdq.Node("Transpose", [value], ("perm", Pick<int[]>(random, [0, 2, 3, 1], [0, 3, 2, 1], [0, 1, 3, 2]))),
                1 => qdq.Node("Slice", [value, qdq.Integers(-1), qdq.Integers(-100), qdq.Integers(Upto(3)), qdq.Integers(-1)]),
                2 => qdq.Node("Pad", [value, qdq.Integers(0, 1, 0, 1, 0, 0, 2, 0), qdq.Constant(ElementType.Float32, [], 0f)]),
                3 => qdq.Node("Relu", [value]) is var real ? Requantised(real) : value,
                4 => qdq.Node("Squeeze", [qdq.Node("Unsqueeze", [value, qdq.Integers(1)]), qdq.Integers(1)]),
                _ => qdq.Node("Identity", [value]),
            };
        }
        value = qdq.Node("Flatten", [value], ("axis", random.Next(4)));
        return Finish(value, null, _ => [], isExact: true, mayActivate: false);
    }

    private string Requantised(string real)
    {
        var (scale, zeroPoint) = (qdq.Constant(ElementType.Float32, [], Scale()), ZeroPoint(qdq));
        return qdq.Node("DequantizeLinear", [qdq.Node("QuantizeLinear", [real, scale, zeroPoint]), scale, zeroPoint]);
    }

    private Model Finish(
        string result, string? whole, Func<string[], string[]> wholeOperands, bool isExact, bool mayActivate, params (string, object)[] attributes)
    {
        // An activation would make the two forms differ.
        var isActivated = mayActivate && random.Next(3) == 0;
        if (isActivated)
        {
            result = random.Next(2) == 0
                ? qdq.Node("Relu", [result])
                : qdq.Node("Clip", [result, qdq.Constant(ElementType.Float32, [], -0.7f), qdq.Constant(ElementType.Float32, [], 1.3f)]);
        }
        var outputScale = Scale();
        var zero = ZeroPointValue();
        var scale = qdq.Constant(ElementType.Float32, [], outputScale);
        string[] numbers = zero == 0 && type == ElementType.UInt8 ? [scale] : [scale, qdq.Constant(type, [], zero)];
        qdq.Output(qdq.Node("QuantizeLinear", [result, .. numbers]), type);
        var quantised = qdq.Finish();
        qdq.Output(result, ElementType.Float32);
        if (whole is null || isActivated)
            return new(quantised, qdq.Finish(), null, outputScale, isExact);
        string[] output = [qlinear.Constant(ElementType.Float32, [], outputScale), qlinear.Constant(type, [], zero)];
        qlinear.Output(qlinear.Node(whole, wholeOperands(output), attributes), type);
        return new(quantised, qdq.Finish(), qlinear.Finish(), outputScale, isExact);
    }

    private Operand Input(int[] shape)
    {
        var (name, scale, zeroPoint) = (qdq.Input(type, shape), Scale(), ZeroPointValue());
        qlinear.Input(type, shape);
        return Add(name, name, type, [], [scale], [zeroPoint], axis: 0);
    }

    private Operand Weights(int[] shape, int channelAxis)
    {
        var isPerChannel = random.Next(2) == 0;
        var count = isPerChannel ? shape[channelAxis] : 1;
        var values = new byte[shape.Aggregate((a, b) => a * b)];
        random.NextBytes(values);
        weightScales = [.. Enumerable.Range(0, count).Select(_ => Scale())];
        return Add(
            qdq.Constant(ElementType.Int8, shape, values), qlinear.Constant(ElementType.Int8, shape, values), ElementType.Int8,
            isPerChannel ? [count] : [], weightScales, new byte[count], channelAxis);
    }

    private Operand Bias(int count)
    {
        int[] values = [.. Enumerable.Range(0, count).Select(_ => random.Next(-5000, 5000))];
        float[] scales = [.. weightScales.Select(scale => inputScale * scale)];
        int[] shape = scales.Length == 1 ? [] : [count];
        var whole = qdq.Constant(ElementType.Int32, [count], values);
        var real = qdq.Node("DequantizeLinear", [whole, qdq.Constant(ElementType.Float32, shape, scales)], ("axis", 0));
        return new(real, qlinear.Constant(ElementType.Int32, [count], values), "", "");
    }

    private Operand Add(string qdqName, string qlinearName, ElementType element, int[] shape, float[] scales, byte[] zeroPoints, int axis)
    {
        if (operands.Count == 0)
            inputScale = scales[0];
        var scale = qdq.Constant(ElementType.Float32, shape, scales);
        // Zero points of 0 may be left out.
        var isLeftOut = zeroPoints.All(zeroPoint => zeroPoint == 0) && random.Next(2) == 0;
        string[] numbers = isLeftOut ? [scale] : [scale, qdq.Constant(element, shape, zeroPoints)];
        var real = qdq.Node("DequantizeLinear", [qdqName, .. numbers], ("axis", axis));
        var operand = new Operand(
            real, qlinearName, qlinear.Constant(ElementType.Float32, shape, scales), qlinear.Constant(element, shape, zeroPoints));
        operands.Add(operand);
        return operand;
    }

    private string ZeroPoint(OnnxWriter writer) => writer.Constant(type, [], ZeroPointValue());

    private byte ZeroPointValue() => (byte)(random.Next(4) == 0 ? 0 : random.Next(256));

    private int[] ImageShape() => [1, Upto(5), Upto(5), Upto(5)];

    private int Pad(int window) => random.Next(window);

    // Powers of two make halves that are exact.
    private float Scale() => random.Next(3) == 0 ? MathF.ScaleB(1, -random.Next(2, 7)) : (float)Math.Pow(10, random.NextDouble() * 2 - 2.5);

    private int Upto(int most) => random.Next(most) + 1;

    private static T Pick<T>(Random random, params T[] choices) => choices[random.Next(choices.Length)];
}
