using Vta.Networks.Graph.Nodes;

namespace Vta.Networks.Graph.Analysis;

/// <summary>Multiply-adds of a node. Padding counts, as in the layer tables of the literature.</summary>
public sealed class NodeCost : INodeVisitor<long>
{
    private static readonly NodeCost Instance = new();

    private NodeCost()
    {
    }

    /// <summary>How many multiply-adds a node does.</summary>
    public static long MultiplyAdds(Node node) => node.Accept(Instance);

    /// <summary>How many constant elements it takes.</summary>
    public static long Parameters(Node node) =>
        node.Inputs.Where(tensor => tensor.Constant is not null).Sum(tensor => (long)tensor.Shape.Elements);

    public long Visit(Conv2D node) => (long)node.Output.Shape.Elements * node.Window.Height * node.Window.Width * node.Weights.Shape[3];

    public long Visit(TransposeConv node) =>
        (long)node.Input.Shape.Elements / node.Input.Shape[3] * node.Weights.Shape.Elements;

    public long Visit(FullyConnected node) => (long)node.Output.Shape.Elements * node.Weights.Shape[1];

    public long Visit(MatMul node) => (long)node.Output.Shape.Elements * node.Left.Shape[^1];

    public long Visit(AveragePool node) => 0;

    public long Visit(MaxPool node) => 0;

    public long Visit(Mean node) => 0;

    public long Visit(Add node) => 0;

    public long Visit(Sub node) => 0;

    public long Visit(Mul node) => 0;

    public long Visit(Concat node) => 0;

    public long Visit(Reshape node) => 0;

    public long Visit(Pad node) => 0;

    public long Visit(Clamp node) => 0;

    public long Visit(Softmax node) => 0;

    public long Visit(Logistic node) => 0;

    public long Visit(Tanh node) => 0;

    public long Visit(Quantize node) => 0;

    public long Visit(Dequantize node) => 0;

    public long Visit(Requantize node) => 0;

    public long Visit(Transpose node) => 0;

    public long Visit(Slice node) => 0;
}
