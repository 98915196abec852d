using System.Runtime.InteropServices;
using Vta.Networks.Graph;
using Vta.Networks.Graph.Nodes;
using Vta.Networks.Graph.Tensors;
using Vta.Networks.Numbers;

namespace Vta.NetworkCompiler.Tests;

/// <summary>Small networks of seeded random nodes, whose inputs are any tensors before them, and bytes for their input.</summary>
internal sealed class RandomNetwork
{
    private readonly Random random;
    private readonly NetworkBuilder builder = new();
    private readonly List<Tensor> images = [];

    private RandomNetwork(int seed) => random = new Random(seed);

    /// <summary>A network of some nodes, and the bytes of its input.</summary>
    internal static (Network Network, byte[] Input) Create(int seed, RoundingRule rounding)
    {
        var made = new RandomNetwork(seed);
        var input = new Tensor(made.builder.NextId(), "input", new Shape(made.Of(1, 2), made.Of(1, 14), made.Of(1, 14), made.Of(1, 20)), ElementType.Int8, made.Scale());
        made.images.Add(input);
        var outputs = new List<Tensor>();
        var nodes = made.Of(1, 6);
        while (outputs.Count < nodes)
            outputs.Add(made.Add(made.Pick(made.images)));
        var bytes = new byte[input.Bytes];
        made.random.NextBytes(bytes);
        var used = made.builder.Nodes.SelectMany(node => node.Inputs).ToHashSet();
        return (new Network($"seed {seed}", rounding, [input], outputs.Where(output => !used.Contains(output) || made.Chance(5)), made.builder.Nodes), bytes);
    }

    private Tensor Add(Tensor input)
    {
        var output = random.Next(12) switch
        {
            0 or 1 or 2 => Convolution(input),
            3 => Depthwise(input),
            4 => FullyConnected(input),
            5 => Average(input),
            6 => Maximum(input),
            7 or 8 => Pair(input),
            9 => One(input),
            10 => Mean(input),
            _ => Softmax(input),
        };
        if (output.Shape.Rank == 4)
            images.Add(output);
        return output;
    }

    private Tensor Convolution(Tensor input)
    {
        var channels = input.Shape[3];
        var groups = Chance(4) ? Pick(Enumerable.Range(1, channels).Where(count => channels % count == 0).ToList()) : 1;
        return Windowed(input, groups, groups * Of(1, Math.Max(1, 24 / groups)));
    }

    private Tensor Depthwise(Tensor input) => Windowed(input, input.Shape[3], input.Shape[3] * (Chance(4) ? 2 : 1));

    private Tensor Windowed(Tensor input, int groups, int outputs)
    {
        var window = Window(input);
        var dilation = Chance(4) ? new Size2D(Of(1, 2), Of(1, 2)) : new Size2D(1, 1);
        var stride = new Size2D(Of(1, 3), Of(1, 3));
        var image = new Size2D(input.Shape[1], input.Shape[2]);
        var padding = Chance(2) || !Fits(image, window, dilation) ? Padding.Same(image, window, stride, dilation) : Padding.None;
        var weights = Weights(outputs, window.Height, window.Width, input.Shape[3] / groups);
        var bias = Bias(outputs);
        var activation = Activate();
        return Node(output => new Conv2D(Origin(), input, weights, bias, output, stride, dilation, padding, groups, activation));
    }

    private Tensor FullyConnected(Tensor input)
    {
        var depth = Chance(2) ? input.Shape[3] : input.Shape.Elements / input.Shape[0];
        var source = input;
        if (Chance(2))
            source = builder.Add("flat", ElementType.Int8, input.Quantization, output => new Reshape(Origin(), input, output, new Shape(input.Shape.Elements / depth, depth)));
        var outputs = Of(1, 24);
        var (weights, bias, activation) = (Weights(outputs, depth), Bias(outputs), Activate());
        return Node(output => new FullyConnected(Origin(), source, weights, bias, output, KeepDimensions: false, activation));
    }

    private Tensor Average(Tensor input)
    {
        var window = Window(input);
        var padding = Chance(4) ? Padding.Same(new(input.Shape[1], input.Shape[2]), window, window, new(1, 1)) : Padding.None;
        var (stride, activation) = (new Size2D(Of(1, 3), Of(1, 3)), Activate());
        return Node(output => new AveragePool(Origin(), input, output, window, padding == Padding.None ? stride : window, padding, activation), input.Quantization);
    }

    private Tensor Maximum(Tensor input)
    {
        var window = Window(input);
        var stride = new Size2D(Of(1, 3), Of(1, 3));
        var padding = Chance(2) ? Padding.Same(new(input.Shape[1], input.Shape[2]), window, stride, new(1, 1)) : Padding.None;
        var activation = Activate();
        return Node(output => new MaxPool(Origin(), input, output, window, stride, padding, activation), input.Quantization);
    }

    private Tensor Pair(Tensor left)
    {
        var right = Pick(images.Where(image => image.Shape.Equals(left.Shape)).ToList());
        var activation = Activate();
        return random.Next(4) switch
        {
            0 => Node(output => new Sub(Origin(), left, right, output, activation)),
            1 => Node(output => new Mul(Origin(), left, right, output, activation)),
            _ => Node(output => new Add(Origin(), left, right, output, activation)),
        };
    }

    private Tensor One(Tensor input) => Chance(2)
        ? Node(output => new Requantize(Origin(), input, output))
        : Node(output => new Clamp(Origin(), input, output, Activation.Relu6));

    private Tensor Mean(Tensor input) => Node(output => new Mean(Origin(), input, output, [1, 2], KeepDimensions: true));

    private Tensor Softmax(Tensor input) => Node(output => new Softmax(Origin(), input, output, 1), new Quantization(1f / 256, -128));

    private Tensor Node(Func<Tensor, Node> create, Quantization? numbers = null) => builder.Add("", ElementType.Int8, numbers ?? Scale(), create);

    private Size2D Window(Tensor input) => new(Length(input.Shape[1]), Length(input.Shape[2]));

    // Now and then longer than a run of taps.
    private int Length(int extent) => Of(1, Math.Min(Chance(5) ? 12 : 5, extent));

    private static bool Fits(Size2D image, Size2D window, Size2D dilation) =>
        (window.Height - 1) * dilation.Height < image.Height && (window.Width - 1) * dilation.Width < image.Width;

    private Tensor Weights(params long[] shape)
    {
        var bytes = new byte[shape.Aggregate(1L, (product, length) => product * length)];
        random.NextBytes(bytes);
        var scales = Enumerable.Range(0, Chance(2) ? (int)shape[0] : 1).Select(_ => RandomScale()).ToArray();
        return new Tensor(builder.NextId(), "weights", new Shape(shape), ElementType.Int8, new Quantization([.. scales], [.. new int[scales.Length]])) { Constant = bytes };
    }

    private Tensor? Bias(int outputs)
    {
        if (Chance(3))
            return null;
        var values = Enumerable.Range(0, outputs).Select(_ => random.Next(-20_000, 20_000)).ToArray();
        return new Tensor(builder.NextId(), "bias", new Shape(outputs), ElementType.Int32) { Constant = MemoryMarshal.AsBytes(values.AsSpan()).ToArray() };
    }

    private Activation Activate() => random.Next(4) switch
    {
        0 => Activation.Relu,
        1 => Activation.Relu6,
        2 => Activation.ReluN1To1,
        _ => Activation.None,
    };

    private Quantization Scale() => new(RandomScale(), random.Next(-128, 128));

    private float RandomScale() => (float)Math.Pow(2, -random.NextDouble() * 8);

    private Origin Origin() => new(builder.Nodes.Count, "RANDOM");

    private int Of(int least, int most) => random.Next(least, most + 1);

    private bool Chance(int times) => random.Next(times) == 0;

    private T Pick<T>(IReadOnlyList<T> all) => all[random.Next(all.Count)];
}
