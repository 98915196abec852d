using Vta.Compiler.Operators.Elements;
using Vta.Compiler.Tensors;
using Vta.Isa;
using Vta.Isa.Requant;
using Vta.NetworkCompiler.Layouts;
using Vta.Networks.Graph.Nodes;
using Tensor = Vta.Networks.Graph.Tensors.Tensor;

namespace Vta.NetworkCompiler.Operators;

/// <summary>Operations on the elements of tensors of one shape.</summary>
/// <param name="config">The hardware.</param>
/// <param name="node">The node.</param>
/// <param name="inputs">What it reads.</param>
/// <param name="image">Each of them as images, and the output.</param>
/// <param name="steps">What is done; operand 0 becomes the output.</param>
/// <param name="parameters">The parameters of steps that requantise.</param>
internal sealed class ElementOperator(
    VtaConfig config, Node node, IReadOnlyList<Tensor> inputs, ImageShape image, IReadOnlyList<ElementStep> steps, IReadOnlyList<RequantParameters> parameters)
    : DeviceOperator(
        node, [.. inputs.Select(input => new Operand(input, ActivationLayout.Output(image, config)))], ActivationLayout.Output(image, config))
{
    internal override string Schedule => $"{steps.Count} steps a block of channels";

    internal override OperatorCode Generate(IReadOnlyList<DramBuffer> inputs, DramBuffer output)
    {
        var constant = RequantLanes.ToConstant(config, parameters);
        var elements = Output.Bytes / config.Acc.ElemValues;
        return new OperatorCode(ElementGenerator.Generate(config, elements, steps, inputs, output, constant.Buffer), [constant]);
    }
}
