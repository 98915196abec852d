using System.Runtime.InteropServices;
using Vta.Networks.Graph.Nodes;
using Vta.Networks.Graph.Tensors;
using Vta.Networks.Host;
using Vta.Networks.Onnx;

namespace Vta.Networks.Tests.Onnx;

/// <summary>A whole network with a residual sum, from real numbers to real numbers, against ONNX Runtime.</summary>
public sealed class ResidualNetworkTests
{
    private const int Channels = 6, Classes = 5;

    private readonly OnnxWriter writer = new();
    private Random random = new(0);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Real_numbers_in_and_out_are_those_of_the_witness(int seed)
    {
        random = new Random(seed);
        var model = Residual();
        var network = OnnxReader.Read(model, "residual");
        float[] image = [.. Enumerable.Range(0, network.Inputs[0].Shape.Elements).Select(_ => random.NextSingle() * 4 - 2)];
        var input = MemoryMarshal.AsBytes(image.AsSpan()).ToArray();

        var output = HostExecutor.Run(network, [input]).Single();

        output.Should().Equal(OnnxRuntimeWitness.Run(model, [(network.Inputs[0], input)]).Single());
        MemoryMarshal.Cast<byte, float>(output).ToArray().Sum().Should().BeInRange(0.9f, 1.1f);
    }

    [Fact]
    public void Forms_fold_into_one_node_each()
    {
        var network = OnnxReader.Read(Residual(), "residual");

        // Channels are moved once, on the integers, and never back: rows and columns are averaged away before the network is flattened.
        network.Nodes.Select(node => node.Operator).Should().Equal(
            "Quantize", "Transpose", "Conv2D", "Conv2D", "Add", "MaxPool", "Mean",
            "Reshape", "Reshape", "FullyConnected", "Softmax", "Dequantize");
        network.Inputs.Single().Shape.ToString().Should().Be("1x3x9x9");
        network.Outputs.Single().Type.Should().Be(ElementType.Float32);
    }

    private byte[] Residual()
    {
        var image = Quantised(writer.Input(ElementType.Float32, 1, 3, 9, 9), 0.02f, 3);
        var first = Quantised(writer.Node("Relu", [Convolution(image, 0.02f, 3)]), 0.03f, -128);
        var second = Quantised(Convolution(first, 0.03f, Channels), 0.05f, -4);
        var sum = Quantised(writer.Node("Relu", [writer.Node("Add", [first, second])]), 0.04f, -128);
        var pooled = writer.Node("MaxPool", [sum], ("kernel_shape", new[] { 2, 2 }), ("strides", new[] { 2, 2 }));
        var averaged = Quantised(writer.Node("GlobalAveragePool", [pooled]), 0.02f, -100);
        var flat = writer.Node("Flatten", [averaged]);
        var (weights, bias) = (Weights([Classes, Channels], 0.02f), Bias(Classes, 0.02f * 0.02f));
        var logits = Quantised(writer.Node("Gemm", [flat, weights, bias], ("transB", 1)), 0.05f, 5);
        writer.Output(Quantised(writer.Node("Softmax", [logits]), 1f / 256, -128), ElementType.Float32);
        return writer.Finish();
    }

    private string Convolution(string input, float scale, int channels) => writer.Node(
        "Conv", [input, Weights([Channels, channels, 3, 3], 0.01f), Bias(Channels, scale * 0.01f)], ("pads", new[] { 1, 1, 1, 1 }));

    private string Quantised(string value, float scale, int zeroPoint)
    {
        var (scaleName, zeroName) = (writer.Constant(ElementType.Float32, [], scale), writer.Constant(ElementType.Int8, [], (byte)zeroPoint));
        return writer.Node("DequantizeLinear", [writer.Node("QuantizeLinear", [value, scaleName, zeroName]), scaleName, zeroName]);
    }

    private string Weights(int[] shape, float scale)
    {
        var values = new byte[shape.Aggregate((a, b) => a * b)];
        random.NextBytes(values);
        return writer.Node(
            "DequantizeLinear", [writer.Constant(ElementType.Int8, shape, values), writer.Constant(ElementType.Float32, [], scale)]);
    }

    private string Bias(int count, float scale)
    {
        int[] values = [.. Enumerable.Range(0, count).Select(_ => random.Next(-2000, 2000))];
        return writer.Node(
            "DequantizeLinear", [writer.Constant(ElementType.Int32, [count], values), writer.Constant(ElementType.Float32, [], scale)]);
    }
}
