using Vta.Networks.Graph.Nodes;
using Vta.Networks.Numbers;

namespace Vta.Networks.Host;

/// <summary>The operator of each kind of node. Results are of no meaning.</summary>
internal sealed class NodeRunner(TensorMemory memory, RoundingRule rounding) : INodeVisitor<bool>
{
    public bool Visit(Conv2D node) => Done(() => Convolution.Run(node, memory, rounding));

    public bool Visit(TransposeConv node) => Done(() => TransposedConvolution.Run(node, memory, rounding));

    public bool Visit(FullyConnected node) => Done(() => Dense.Run(node, memory, rounding));

    public bool Visit(MatMul node) => Done(() => MatrixProduct.Run(node, memory, rounding));

    public bool Visit(AveragePool node) => Done(() => AveragePooling.Run(node, memory, rounding));

    public bool Visit(MaxPool node) => Done(() => MaxPooling.Run(node, memory, rounding));

    public bool Visit(Mean node) => Done(() => Averaging.Run(node, memory, rounding));

    public bool Visit(Add node) =>
        Done(() => Elementwise.Run(node.Left, node.Right, node.Output, memory, SumNumbers.Of(node, rounding).Apply));

    public bool Visit(Sub node) =>
        Done(() => Elementwise.Run(node.Left, node.Right, node.Output, memory, SumNumbers.Of(node, rounding).Apply));

    public bool Visit(Mul node) =>
        Done(() => Elementwise.Run(node.Left, node.Right, node.Output, memory, ProductNumbers.Of(node, rounding).Apply));

    public bool Visit(Concat node) => Done(() => Concatenation.Run(node, memory));

    public bool Visit(Reshape node) => Done(() => memory.Bytes(node.Input).CopyTo(memory.Create<byte>(node.Output)));

    public bool Visit(Pad node) => Done(() => Bordering.Run(node, memory));

    public bool Visit(Clamp node) => Done(() => Rescaling.Run(node.Input, node.Output, memory, RescaleNumbers.Of(node, rounding)));

    public bool Visit(Softmax node) => Done(() => SoftmaxRows.Run(node, memory, rounding));

    public bool Visit(Logistic node) => Done(() => Functions.Run(node.Input, node.Output, memory, FunctionNumbers.Of(node, rounding)));

    public bool Visit(Tanh node) => Done(() => Functions.Run(node.Input, node.Output, memory, FunctionNumbers.Of(node, rounding)));

    public bool Visit(Quantize node) => Done(() => Quantizing.Run(node, memory, rounding));

    public bool Visit(Dequantize node) => Done(() => Dequantizing.Run(node, memory));

    public bool Visit(Requantize node) => Done(() => Rescaling.Run(node.Input, node.Output, memory, RescaleNumbers.Of(node, rounding)));

    public bool Visit(Transpose node) => Done(() => Transposition.Run(node, memory));

    public bool Visit(Slice node) => Done(() => Slicing.Run(node, memory));

    private static bool Done(Action run)
    {
        run();
        return true;
    }
}
