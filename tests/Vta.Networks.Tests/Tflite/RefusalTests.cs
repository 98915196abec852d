using Vta.Isa;
using Vta.Networks.Tflite;
using Vta.TestSupport;
using static Vta.Networks.Tests.Tflite.TfliteWriter;

namespace Vta.Networks.Tests.Tflite;

/// <summary>What cannot be imported is one line: node, operator, attribute.</summary>
public sealed class RefusalTests
{
    [Fact]
    public void An_operator_that_is_not_supported() => Refusal(writer =>
    {
        var (input, output) = (writer.Tensor([4], scales: [1]), writer.Tensor([4], scales: [1]));
        writer.Operator(98, [input], [output]);
        return (input, output);
    }).Should().StartWith("node 0 builtin 98: operator: is not supported; there are ADD, AVERAGE_POOL_2D, ");

    [Fact]
    public void An_activation_that_is_not_supported() => Refusal(writer =>
    {
        var (input, output) = (writer.Tensor([4], scales: [1]), writer.Tensor([4], scales: [1]));
        writer.Operator(0, [input, input], [output], new Option(0, (sbyte)4));
        return (input, output);
    }).Should().Be("node 0 ADD: fused activation: is 4; 0 none, 1 RELU, 2 RELU_N1_TO_1 and 3 RELU6 are supported");

    [Fact]
    public void A_cycle() => Refusal(writer =>
    {
        var input = writer.Tensor([4], scales: [1]);
        var (first, second) = (writer.Tensor([4], scales: [1]), writer.Tensor([4], scales: [1]));
        writer.Operator(0, [input, second], [first]);
        writer.Operator(0, [input, first], [second]);
        return (input, second);
    }).Should().Be("node 0 ADD: input %2: comes from a later node, or this one");

    [Fact]
    public void A_value_that_comes_from_nowhere() => Refusal(writer =>
    {
        var (input, nothing, output) = (writer.Tensor([4], scales: [1]), writer.Tensor([4], scales: [1]), writer.Tensor([4], scales: [1]));
        writer.Operator(0, [input, nothing], [output]);
        return (input, output);
    }).Should().Be("node 0 ADD: input %1: comes from no node");

    [Fact]
    public void A_value_that_comes_from_two_nodes() => Refusal(writer =>
    {
        var (input, output) = (writer.Tensor([4], scales: [1]), writer.Tensor([4], scales: [1]));
        writer.Operator(0, [input, input], [output]);
        writer.Operator(0, [input, input], [output]);
        return (input, output);
    }).Should().Be("node 1 ADD: output %1: has a value already");

    [Fact]
    public void A_shape_that_does_not_follow() => Refusal(writer =>
    {
        var (input, output) = (writer.Tensor([4], scales: [1]), writer.Tensor([5], scales: [1]));
        writer.Operator(0, [input, input], [output]);
        return (input, output);
    }).Should().Be("node 0 ADD: output %1: is 5; from the inputs follows 4");

    [Fact]
    public void A_shape_whose_elements_overflow() => Refusal(writer =>
    {
        var input = writer.Tensor([65536, 65536, 65536, 65536], scales: [1]);
        writer.Operator(0, [input, input], [input]);
        return (input, input);
    }).Should().Be("node 0 ADD: a tensor is 65536x65536x65536x65536; it may have 268435456 elements");

    [Fact]
    public void A_stride_of_nothing() => Refusal(writer =>
    {
        var (input, output) = (writer.Tensor([1, 4, 4, 1], scales: [1]), writer.Tensor([1, 4, 4, 1], scales: [1]));
        writer.Operator(17, [input], [output], new Option(3, 1), new Option(4, 1));
        return (input, output);
    }).Should().Be("node 0 MAX_POOL_2D: stride: is 0x0; it has to be 1 or more");

    [Fact]
    public void An_element_type_that_is_not_supported() => Refusal(writer =>
    {
        var (input, output) = (writer.Tensor([4], RealType), writer.Tensor([4], RealType));
        writer.Operator(0, [input, input], [output]);
        return (input, output);
    }).Should().Be("node 0 ADD: left %0: is of float32; int8 is supported");

    [Fact]
    public void A_constant_of_another_size() => Refusal(writer =>
    {
        var (input, output) = (writer.Tensor([4], scales: [1]), writer.Tensor([4], scales: [1]));
        writer.Operator(0, [input, writer.Tensor([4], scales: [1], content: new byte[3])], [output]);
        return (input, output);
    }).Should().Be("node 0 ADD: constant %2: has 3 bytes; 4 of int8 are 4");

    [Fact]
    public void A_softmax_of_another_scale() => Refusal(writer =>
    {
        var (input, output) = (writer.Tensor([4], scales: [1]), writer.Tensor([4], scales: [0.5f]));
        writer.Operator(25, [input], [output], new Option(0, 1f));
        return (input, output);
    }).Should().Be("node 0 SOFTMAX: output: is %1 4 int8 scale 0.5 zero point 0; this operator gives scale 1/256 and zero point -128");

    [Fact]
    public void A_vector_that_claims_a_billion_elements()
    {
        var content = File.ReadAllBytes(GoldenModel.PathOf("ic"));
        // The first table has a reference to a vector of operator codes; its count is overwritten.
        var root = BitConverter.ToInt32(content, 0);
        var field = root + BitConverter.ToUInt16(content, root - BitConverter.ToInt32(content, root) + 4 + 2 * 2);
        BitConverter.GetBytes(1_000_000_000).CopyTo(content, field + BitConverter.ToInt32(content, field));

        FluentActions.Invoking(() => TfliteReader.Read(content, "ic")).Should().Throw<VtaInputException>()
            .Which.Line.Should().StartWith("not a valid TFLite file: 4000000000 bytes at ").And.EndWith("leave the file of 98496 bytes");
    }

    private static string Refusal(Func<TfliteWriter, (int Input, int Output)> write)
    {
        var writer = new TfliteWriter();
        var (input, output) = write(writer);
        var content = writer.Finish([input], [output]);
        return FluentActions.Invoking(() => TfliteReader.Read(content, "refused")).Should().Throw<VtaInputException>().Which.Line;
    }
}
