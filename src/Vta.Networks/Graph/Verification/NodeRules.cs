using System.Globalization;
using Vta.Isa;
using Vta.Networks.Graph.Nodes;
using Vta.Networks.Graph.Tensors;
using Vta.Networks.Numbers;

namespace Vta.Networks.Graph.Verification;

/// <summary>What types and numbers each kind of node takes. Results are always true: what breaks a rule is thrown.</summary>
internal sealed class NodeRules(RoundingRule rounding) : INodeVisitor<bool>
{
    /// <summary>More elements than these may sum up to what leaves 32 bits.</summary>
    private const int MaxAveraged = 1 << 23;

    public bool Visit(Conv2D node) => Product(node.Input, node.Weights, node.Bias, node.Output, node.Activation);

    public bool Visit(TransposeConv node) => Product(node.Input, node.Weights, node.Bias, node.Output, node.Activation);

    public bool Visit(FullyConnected node) => Product(node.Input, node.Weights, node.Bias, node.Output, node.Activation);

    public bool Visit(MatMul node) => Quantised(("left", node.Left), ("right", node.Right), ("output", node.Output));

    public bool Visit(AveragePool node) => Quantised(("input", node.Input), ("output", node.Output)) && Bounds(node.Activation);

    public bool Visit(MaxPool node) => Quantised(("input", node.Input), ("output", node.Output)) && Bounds(node.Activation);

    public bool Visit(Mean node)
    {
        var averaged = node.Input.Shape.Elements / node.Output.Shape.Elements;
        Require(averaged <= MaxAveraged, $"axes: {averaged} elements are averaged; there may be {MaxAveraged}");
        return Quantised(("input", node.Input), ("output", node.Output));
    }

    public bool Visit(Add node) => Elementwise(node.Left, node.Right, node.Output, node.Activation);

    public bool Visit(Sub node) => Elementwise(node.Left, node.Right, node.Output, node.Activation);

    public bool Visit(Mul node) => Elementwise(node.Left, node.Right, node.Output, node.Activation);

    public bool Visit(Concat node)
    {
        foreach (var part in node.Parts)
        {
            SameType(part, node.Output);
            Require(
                Equals(part.Quantization, node.Output.Quantization),
                $"input {part}: is {part.Describe()}; it needs the numbers of {node.Output.Describe()}");
        }
        return true;
    }

    public bool Visit(Reshape node) => SameType(node.Input, node.Output);

    public bool Visit(Pad node)
    {
        Quantised(("input", node.Input), ("output", node.Output));
        var (lower, upper) = node.Input.Type.Range();
        Require(node.Value >= lower && node.Value <= upper, $"value: is {node.Value}; allowed is {lower} to {upper}");
        return true;
    }

    public bool Visit(Clamp node) => Quantised(("input", node.Input), ("output", node.Output)) && Bounds(node.Activation);

    public bool Visit(Softmax node)
    {
        Quantised(("input", node.Input), ("output", node.Output));
        var beta = node.Beta.ToString(CultureInfo.InvariantCulture);
        Require(node.Beta > 0 && float.IsFinite(node.Beta), $"beta: is {beta}; it has to be positive and finite");
        if (rounding == RoundingRule.Float)
            return true;
        var row = node.Input.Shape[^1];
        Require(row <= SoftmaxNumbers.MaxRow, $"input: its rows have {row} elements; there may be {SoftmaxNumbers.MaxRow}");
        Require(SoftmaxNumbers.Accepts(node.Input.Scale, node.Beta), $"beta: is {beta}; times the input's scale it has to be above 2^-26");
        return FixedOutput(node.Output, 1f / 256, -128);
    }

    public bool Visit(Logistic node) =>
        Quantised(("input", node.Input), ("output", node.Output)) && FixedOutput(node.Output, 1f / 256, -128);

    public bool Visit(Tanh node) =>
        Quantised(("input", node.Input), ("output", node.Output)) && FixedOutput(node.Output, 1f / 128, 0);

    public bool Visit(Quantize node) => Type("input", node.Input, ElementType.Float32) && EightBits("output", node.Output);

    public bool Visit(Dequantize node) => EightBits("input", node.Input) && Type("output", node.Output, ElementType.Float32);

    public bool Visit(Requantize node) => EightBits("input", node.Input) && EightBits("output", node.Output);

    public bool Visit(Transpose node) => SameType(node.Input, node.Output);

    public bool Visit(Slice node) => SameType(node.Input, node.Output);

    private static bool Product(Tensor input, Tensor weights, Tensor? bias, Tensor output, Activation activation)
    {
        Quantised(("input", input), ("output", output));
        Type("weights", weights, ElementType.Int8);
        Require(weights.Constant is not null, "weights: are not constant; they have to be");
        Require(weights.Quantization is not null, "weights: have no scale");
        var axis = weights.Quantization!.IsPerChannel ? weights.Quantization.Axis : 0;
        Require(axis == 0, $"weights: have scales along axis {axis}; it has to be 0");
        if (bias is not null)
        {
            Type("bias", bias, ElementType.Int32);
            Require(bias.Constant is not null, "bias: is not constant; it has to be");
        }
        return Bounds(activation);
    }

    private static bool Elementwise(Tensor left, Tensor right, Tensor output, Activation activation) =>
        Quantised(("left", left), ("right", right), ("output", output)) && Bounds(activation);

    private static bool Bounds(Activation activation)
    {
        Require(activation.Lower <= activation.Upper, $"activation: clamps to {activation}; the first has to be less");
        return true;
    }

    private static bool Quantised(params ReadOnlySpan<(string Name, Tensor Tensor)> operands)
    {
        foreach (var (name, tensor) in operands)
        {
            Type(name, tensor, ElementType.Int8);
            HasNumbers(name, tensor);
        }
        return true;
    }

    private static bool EightBits(string name, Tensor tensor)
    {
        var isSupported = tensor.Type is ElementType.Int8 or ElementType.UInt8;
        Require(isSupported, $"{name} {tensor}: is of {tensor.Type.Name()}; int8 and uint8 are supported");
        return HasNumbers(name, tensor);
    }

    private static bool HasNumbers(string name, Tensor tensor)
    {
        Require(tensor.Quantization is not null, $"{name} {tensor}: has no scale");
        Require(!tensor.Quantization!.IsPerChannel, $"{name} {tensor}: has a scale for each channel; only weights may");
        Require(tensor.Scale > 0, $"{name} {tensor}: has the scale 0");
        return true;
    }

    // Fixed-point functions know one output scale; real ones divide by any.
    private bool FixedOutput(Tensor output, float scale, int zeroPoint)
    {
        Require(
            rounding == RoundingRule.Float || (output.Scale == scale && output.ZeroPoint == zeroPoint),
            $"output: is {output.Describe()}; this operator gives scale 1/{1 / scale} and zero point {zeroPoint}");
        return true;
    }

    private static bool Type(string name, Tensor tensor, ElementType type)
    {
        Require(tensor.Type == type, $"{name} {tensor}: is of {tensor.Type.Name()}; {type.Name()} is supported");
        return true;
    }

    private static bool SameType(Tensor input, Tensor output)
    {
        Require(input.Type == output.Type, $"input {input}: is of {input.Type.Name()}; the output is of {output.Type.Name()}");
        return true;
    }

    private static void Require(bool condition, string message)
    {
        if (!condition)
            throw new VtaInputException(message);
    }
}
