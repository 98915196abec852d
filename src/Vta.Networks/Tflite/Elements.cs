using Vta.Isa;
using Vta.Networks.Graph.Nodes;
using Vta.Networks.Graph.Tensors;

namespace Vta.Networks.Tflite;

/// <summary>ADD, SUB, MUL, activations that stand alone, functions, and changes of scale.</summary>
internal static class Elements
{
    private const int ActivationField = 0;

    internal static IEnumerable<Node> Add(TfliteOperator source) =>
        [new Add(source.Origin, source.Input(0), source.Input(1), source.Output, source.ReadActivation(ActivationField))];

    internal static IEnumerable<Node> Sub(TfliteOperator source) =>
        [new Sub(source.Origin, source.Input(0), source.Input(1), source.Output, source.ReadActivation(ActivationField))];

    internal static IEnumerable<Node> Mul(TfliteOperator source) =>
        [new Mul(source.Origin, source.Input(0), source.Input(1), source.Output, source.ReadActivation(ActivationField))];

    internal static IEnumerable<Node> Relu(TfliteOperator source) =>
        [new Clamp(source.Origin, source.Input(0), source.Output, Activation.Relu)];

    /// <summary>The reference clamps by the input's numbers and does not look at the output's.</summary>
    internal static IEnumerable<Node> Relu6(TfliteOperator source)
    {
        var (input, output) = (source.Input(0), source.Output);
        if (!Equals(input.Quantization, output.Quantization))
            throw new VtaInputException("output: has other numbers than the input; they have to be the same");
        yield return new Clamp(source.Origin, input, output, Activation.Relu6);
    }

    internal static IEnumerable<Node> Softmax(TfliteOperator source)
    {
        const int BetaField = 0;
        yield return new Softmax(source.Origin, source.Input(0), source.Output, source.Real(BetaField));
    }

    internal static IEnumerable<Node> Logistic(TfliteOperator source) => [new Logistic(source.Origin, source.Input(0), source.Output)];

    internal static IEnumerable<Node> Tanh(TfliteOperator source) => [new Tanh(source.Origin, source.Input(0), source.Output)];

    internal static IEnumerable<Node> Quantize(TfliteOperator source) => source.Input(0).Type == ElementType.Float32
        ? [new Quantize(source.Origin, source.Input(0), source.Output)]
        : [new Requantize(source.Origin, source.Input(0), source.Output)];

    internal static IEnumerable<Node> Dequantize(TfliteOperator source) => [new Dequantize(source.Origin, source.Input(0), source.Output)];
}
