using System.Globalization;
using Vta.Networks.Graph.Nodes;

namespace Vta.Networks.Graph.Printing;

/// <summary>The attributes of a node that are not what they mostly are, by name.</summary>
public sealed class NodeAttributes : INodeVisitor<IEnumerable<(string Name, string Value)>>
{
    private static readonly NodeAttributes Instance = new();

    private NodeAttributes()
    {
    }

    /// <summary>Name and value of each attribute.</summary>
    public static IEnumerable<(string Name, string Value)> Of(Node node) => node.Accept(Instance);

    public IEnumerable<(string Name, string Value)> Visit(Conv2D node) =>
    [
        ("window", node.Window.ToString()), .. Unless(node.Stride, new(1, 1), "stride"), .. Unless(node.Dilation, new(1, 1), "dilation"),
        .. Unless(node.Padding, Padding.None, "padding"), .. Unless(node.Groups, 1, "groups"), .. Ended(node.Activation),
    ];

    public IEnumerable<(string Name, string Value)> Visit(TransposeConv node) =>
    [
        ("window", new Size2D(node.Weights.Shape[1], node.Weights.Shape[2]).ToString()), .. Unless(node.Stride, new(1, 1), "stride"),
        .. Unless(node.Offset, default, "offset"), .. Ended(node.Activation),
    ];

    public IEnumerable<(string Name, string Value)> Visit(FullyConnected node) => Ended(node.Activation);

    public IEnumerable<(string Name, string Value)> Visit(MatMul node) => Unless(node.TransposeRight, false, "transpose right");

    public IEnumerable<(string Name, string Value)> Visit(AveragePool node) =>
        Pooled(node.Window, node.Stride, node.Padding, node.Activation);

    public IEnumerable<(string Name, string Value)> Visit(MaxPool node) =>
        Pooled(node.Window, node.Stride, node.Padding, node.Activation);

    public IEnumerable<(string Name, string Value)> Visit(Mean node) => [("axes", string.Join(' ', node.Axes))];

    public IEnumerable<(string Name, string Value)> Visit(Add node) => Ended(node.Activation);

    public IEnumerable<(string Name, string Value)> Visit(Sub node) => Ended(node.Activation);

    public IEnumerable<(string Name, string Value)> Visit(Mul node) => Ended(node.Activation);

    public IEnumerable<(string Name, string Value)> Visit(Concat node) => [("axis", $"{node.Axis}")];

    public IEnumerable<(string Name, string Value)> Visit(Reshape node) => [];

    public IEnumerable<(string Name, string Value)> Visit(Pad node) =>
        [("widths", string.Join(' ', node.Widths.Select(width => $"{width.Before}+{width.After}"))), ("value", $"{node.Value}")];

    public IEnumerable<(string Name, string Value)> Visit(Clamp node) => Ended(node.Activation);

    public IEnumerable<(string Name, string Value)> Visit(Softmax node) =>
        node.Beta == 1 ? [] : [("beta", node.Beta.ToString(CultureInfo.InvariantCulture))];

    public IEnumerable<(string Name, string Value)> Visit(Logistic node) => [];

    public IEnumerable<(string Name, string Value)> Visit(Tanh node) => [];

    public IEnumerable<(string Name, string Value)> Visit(Quantize node) => [];

    public IEnumerable<(string Name, string Value)> Visit(Dequantize node) => [];

    public IEnumerable<(string Name, string Value)> Visit(Requantize node) => [];

    public IEnumerable<(string Name, string Value)> Visit(Transpose node) => [("permutation", string.Join(' ', node.Permutation))];

    public IEnumerable<(string Name, string Value)> Visit(Slice node) =>
        [("starts", string.Join(' ', node.Starts)), ("steps", string.Join(' ', node.Steps))];

    private static IEnumerable<(string Name, string Value)> Pooled(Size2D window, Size2D stride, Padding padding, Activation activation) =>
    [
        ("window", $"{window}"), .. Unless(stride, new(1, 1), "stride"), .. Unless(padding, Padding.None, "padding"), .. Ended(activation),
    ];

    private static IEnumerable<(string Name, string Value)> Ended(Activation activation) =>
        Unless(activation, Activation.None, "activation");

    private static IEnumerable<(string Name, string Value)> Unless<T>(T value, T usual, string name)
        where T : IEquatable<T> => value.Equals(usual) ? [] : [(name, $"{value}")];
}
