using Google.Protobuf;
using Vta.Isa;
using Vta.Networks.Graph.Nodes;
using Vta.Networks.Graph.Tensors;
using Vta.Networks.Numbers;
using Vta.Networks.Onnx;
using Vta.Networks.Onnx.Messages;

namespace Vta.Networks.Tests.Onnx;

/// <summary>What cannot be imported is one line: node, operator, attribute.</summary>
public sealed class OnnxRefusalTests
{
    private readonly OnnxWriter writer = new();

    [Fact]
    public void An_operator_that_is_not_supported()
    {
        writer.Output(writer.Node("Einsum", [Real(1, 4)]), ElementType.Float32);

        Refusal().Should().StartWith("node 1 Einsum 'n1': operator: is not supported; there are Add, AveragePool, ");
    }

    [Fact]
    public void A_node_that_nothing_quantises()
    {
        writer.Output(writer.Node("Sigmoid", [Real(1, 4)]), ElementType.Float32);

        Refusal().Should().Be("node 1 Sigmoid 'n1': output 'v2': is not quantised; QuantizeLinear has to follow its node");
    }

    [Fact]
    public void A_node_of_real_numbers()
    {
        var input = writer.Input(ElementType.Float32, 1, 4);
        writer.Output(writer.Node("Sigmoid", [input]), ElementType.Float32);

        Refusal().Should().Be("node 0 Sigmoid 'n0': input 0 'x0': is not quantised; DequantizeLinear has to be before it");
    }

    [Fact]
    public void A_pooling_with_an_attribute_that_is_not_supported()
    {
        var pool = writer.Node(
            "AveragePool", [Real(1, 1, 4, 4)], ("kernel_shape", new[] { 2, 2 }), ("pads", new[] { 1, 1, 1, 1 }), ("count_include_pad", 1));
        writer.Output(Quantised(pool), ElementType.UInt8);

        Refusal().Should().Be("node 1 AveragePool 'n1': count_include_pad: is 1; averages are over what lies inside the image");
    }

    [Fact]
    public void A_bias_of_another_scale()
    {
        var input = Real(1, 4);
        var weights = writer.Node("DequantizeLinear", [writer.Constant(ElementType.Int8, [4, 2], new byte[8]), Scale(0.5f)]);
        var bias = writer.Node("DequantizeLinear", [writer.Constant(ElementType.Int32, [2], 1, 2), Scale(0.5f)]);
        writer.Output(Quantised(writer.Node("Gemm", [input, weights, bias])), ElementType.UInt8);

        Refusal().Should().Be("node 3 Gemm 'n3': bias: its scale is not input x weight, at channel 0");
    }

    [Fact]
    public void A_padding_that_no_integer_stands_for()
    {
        var padded = writer.Node("Pad", [Real(1, 4), writer.Integers(0, 1, 0, 1), writer.Constant(ElementType.Float32, [], 0.3f)]);
        writer.Output(Quantised(padded), ElementType.UInt8);

        Refusal().Should().Be("node 1 Pad 'n1': constant_value: is 0.3; it has to be a number that the input's integers have");
    }

    [Fact]
    public void Numbers_that_are_not_those_of_the_integers()
    {
        var input = writer.Input(ElementType.UInt8, 1, 4);
        var first = writer.Node("DequantizeLinear", [input, Scale(0.5f)]);
        var second = writer.Node("DequantizeLinear", [input, Scale(0.25f)]);
        writer.Output(Quantised(writer.Node("Add", [first, second])), ElementType.UInt8);

        Refusal().Should().Be("node 1 DequantizeLinear 'n1': input 1: says other numbers than those that input 0 was made with");
    }

    [Fact]
    public void A_cycle()
    {
        writer.Output(Quantised(writer.Node("Add", [Real(1, 4), "v9"])), ElementType.UInt8);

        Refusal().Should().Be("node 1 Add 'n1': input 'v9': comes from no node, or from a later one");
    }

    [Fact]
    public void Fixed_point_rounding_does_not_change_the_scale_of_an_average()
    {
        writer.Output(Quantised(writer.Node("AveragePool", [Real(1, 1, 4, 4)], ("kernel_shape", new[] { 2, 2 }))), ElementType.UInt8);
        var content = writer.Finish();

        OnnxReader.Read(content, "float").Nodes.Should().NotBeEmpty();
        FluentActions.Invoking(() => OnnxReader.Read(content, "double", RoundingRule.Double)).Should().Throw<VtaInputException>()
            .Which.Line.Should().StartWith("node 1 AveragePool 'n1': output: has other numbers than the input; ");
    }

    [Fact]
    public void A_file_of_a_million_empty_nodes()
    {
        // Two bytes each: graph (field 7) with node (field 1) of no bytes.
        var nodes = Enumerable.Repeat(new byte[] { 0x0a, 0 }, 2_000_000).SelectMany(each => each).ToArray();
        using var content = new MemoryStream();
        using (var output = new CodedOutputStream(content, leaveOpen: true))
        {
            output.WriteTag(7, WireFormat.WireType.LengthDelimited);
            output.WriteBytes(ByteString.CopyFrom(nodes));
        }

        Refusal(content.ToArray()).Should().Be("not a valid ONNX file: it has more than 1048576 parts, or parts in 20 others");
    }

    [Fact]
    public void A_constant_whose_elements_overflow()
    {
        var model = ModelProto.Parser.ParseFrom(Model());
        model.Graph.Initializer[0].Dims.AddRange([1L << 40, 1L << 40]);

        Refusal(model.ToByteArray()).Should().Be("a tensor is 1099511627776x1099511627776; it may have 268435456 elements");
    }

    private byte[] Model()
    {
        writer.Output(Quantised(writer.Node("Sigmoid", [Real(1, 4)])), ElementType.UInt8);
        return writer.Finish();
    }

    private string Real(params int[] shape) => writer.Node("DequantizeLinear", [writer.Input(ElementType.UInt8, shape), Scale(0.5f)]);

    private string Quantised(string value) => writer.Node("QuantizeLinear", [value, Scale(0.25f)]);

    private string Scale(float scale) => writer.Constant(ElementType.Float32, [], scale);

    private string Refusal() => Refusal(writer.Finish());

    private static string Refusal(byte[] content) =>
        FluentActions.Invoking(() => OnnxReader.Read(content, "refused")).Should().Throw<VtaInputException>().Which.Line;
}
