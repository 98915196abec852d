namespace Vta.Networks.Graph.Nodes;

/// <summary>What depends on the kind of a node. There is no default: a new kind breaks the build until all handle it.</summary>
public interface INodeVisitor<out T>
{
    T Visit(Conv2D node);

    T Visit(TransposeConv node);

    T Visit(FullyConnected node);

    T Visit(MatMul node);

    T Visit(AveragePool node);

    T Visit(MaxPool node);

    T Visit(Mean node);

    T Visit(Add node);

    T Visit(Sub node);

    T Visit(Mul node);

    T Visit(Concat node);

    T Visit(Reshape node);

    T Visit(Pad node);

    T Visit(Clamp node);

    T Visit(Softmax node);

    T Visit(Logistic node);

    T Visit(Tanh node);

    T Visit(Quantize node);

    T Visit(Dequantize node);

    T Visit(Requantize node);

    T Visit(Transpose node);

    T Visit(Slice node);
}
