using Vta.Isa;
using Vta.Networks.Graph.Tensors;
using Vta.Networks.Numbers;
using Vta.Networks.Tests.Onnx;
using Vta.Networks.Tests.Tflite;

namespace Vta.Networks.Tests;

public sealed class ModelFileTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("vta-networks-test").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Each_format_has_its_rounding_rule()
    {
        ModelFile.Load(Write("a.tflite", RandomTfliteOperator.Create(0).Model)).Rounding.Should().Be(RoundingRule.Double);
        ModelFile.Load(Write("a.onnx", RandomOnnxOperator.Create(0).Qdq)).Rounding.Should().Be(RoundingRule.Float);
    }

    [Fact]
    public void Another_rule_may_be_asked_for()
    {
        var path = Write("a.model", RandomTfliteOperator.Create(0).Model);

        ModelFile.Load(path, RoundingRule.Single).Rounding.Should().Be(RoundingRule.Single);
    }

    [Fact]
    public void A_network_is_called_as_its_file() =>
        ModelFile.Load(Write("net.tflite", RandomTfliteOperator.Create(0).Model)).Name.Should().Be("net");

    [Fact]
    public void An_error_names_file_and_node()
    {
        var writer = new OnnxWriter();
        writer.Output(writer.Node("Einsum", [writer.Input(ElementType.Float32, 1)]), ElementType.Float32);
        var path = Write("bad.onnx", writer.Finish());

        FluentActions.Invoking(() => ModelFile.Load(path)).Should().Throw<VtaInputException>()
            .Which.Line.Should().StartWith($"{path}: node 0 Einsum 'n0': operator: is not supported; ");
    }

    [Fact]
    public void A_file_that_is_not_there()
    {
        var path = Path.Combine(folder, "none.tflite");

        FluentActions.Invoking(() => ModelFile.Load(path)).Should().Throw<VtaInputException>().Which.Line.Should().Be($"{path}: no such file");
    }

    private string Write(string name, byte[] content)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllBytes(path, content);
        return path;
    }
}
