using Vta.Isa;
using Vta.Networks.Graph.Nodes;
using Vta.Networks.Graph.Tensors;

namespace Vta.Networks.Graph.Analysis;

/// <summary>The shape of a node's output, from its inputs and attributes alone.</summary>
public sealed class ShapeInference : INodeVisitor<Shape>
{
    private static readonly ShapeInference Instance = new();

    private ShapeInference()
    {
    }

    /// <exception cref="VtaInputException">The inputs do not fit the node; the message names what does not.</exception>
    public static Shape Of(Node node) => node.Accept(Instance);

    public Shape Visit(Conv2D node)
    {
        RequireRank(node.Input, 4, "input");
        RequireRank(node.Weights, 4, "weights");
        var (channels, outputs) = (node.Input.Shape[^1], node.Weights.Shape[0]);
        if (node.Groups < 1 || channels % node.Groups != 0 || outputs % node.Groups != 0)
            throw new VtaInputException($"groups: are {node.Groups}; they have to divide {channels} input and {outputs} output channels");
        Require(node.Weights.Shape[3] == channels / node.Groups, "weights", node.Weights, $"have {channels / node.Groups} input channels");
        RequireChannels(node.Bias, outputs);
        return Windowed(node.Input, node.Window, node.Stride, node.Dilation, node.Padding, outputs);
    }

    public Shape Visit(TransposeConv node)
    {
        RequireRank(node.Input, 4, "input");
        RequireRank(node.Weights, 4, "weights");
        Require(node.Weights.Shape[3] == node.Input.Shape[3], "weights", node.Weights, $"have {node.Input.Shape[3]} input channels");
        RequireExtents("stride", node.Stride, 1);
        RequireExtents("offset", node.Offset, 0);
        RequireChannels(node.Bias, node.Weights.Shape[0]);
        RequireSpread(node.Input.Shape[1], node.Stride.Height, node.Weights.Shape[1]);
        RequireSpread(node.Input.Shape[2], node.Stride.Width, node.Weights.Shape[2]);
        return new Shape(node.Input.Shape[0], node.OutputSize.Height, node.OutputSize.Width, node.Weights.Shape[0]);
    }

    public Shape Visit(FullyConnected node)
    {
        RequireRank(node.Weights, 2, "weights");
        var (outputs, depth) = (node.Weights.Shape[0], node.Weights.Shape[1]);
        RequireChannels(node.Bias, outputs);
        if (node.KeepDimensions)
        {
            Require(node.Input.Shape.Rank > 0 && node.Input.Shape[^1] == depth, "input", node.Input, $"end in {depth}");
            return node.Input.Shape.With(node.Input.Shape.Rank - 1, outputs);
        }
        Require(node.Input.Shape.Elements % depth == 0, "input", node.Input, $"have rows of {depth}");
        return new Shape(node.Input.Shape.Elements / depth, outputs);
    }

    public Shape Visit(MatMul node)
    {
        var (left, right) = (node.Left.Shape, node.Right.Shape);
        Require(left.Rank >= 2, "left", node.Left, "be a matrix");
        Require(right.Rank >= 2, "right", node.Right, "be a matrix");
        var (depth, columns) = node.TransposeRight ? (right[^1], right[^2]) : (right[^2], right[^1]);
        Require(left[^1] == depth, "right", node.Right, $"have a depth of {left[^1]}");
        var batches = Broadcast(new Shape(Outer(left)), new Shape(Outer(right)));
        return new Shape([.. batches.Dimensions.Select(extent => (long)extent), left[^2], columns]);
    }

    public Shape Visit(AveragePool node) => Pooled(node.Input, node.Window, node.Stride, node.Padding);

    public Shape Visit(MaxPool node) => Pooled(node.Input, node.Window, node.Stride, node.Padding);

    public Shape Visit(Mean node)
    {
        var last = -1;
        foreach (var axis in node.Axes)
        {
            if (axis <= last || axis >= node.Input.Shape.Rank)
                throw new VtaInputException($"axes: are {string.Join(", ", node.Axes)}; the input is {node.Input.Shape}");
            last = axis;
        }
        var kept = node.Input.Shape.Dimensions.Select((extent, axis) => node.Axes.Contains(axis) ? 1L : extent);
        return new Shape(node.KeepDimensions ? kept : kept.Where((_, axis) => !node.Axes.Contains(axis)));
    }

    public Shape Visit(Add node) => Broadcast(node.Left.Shape, node.Right.Shape);

    public Shape Visit(Sub node) => Broadcast(node.Left.Shape, node.Right.Shape);

    public Shape Visit(Mul node) => Broadcast(node.Left.Shape, node.Right.Shape);

    public Shape Visit(Concat node)
    {
        if (node.Parts is not [var first, ..])
            throw new VtaInputException("inputs: there are none");
        RequireAxis(node.Axis, first);
        foreach (var part in node.Parts)
        {
            Require(part.Shape.Rank == first.Shape.Rank && part.Shape.With(node.Axis, 1).Equals(first.Shape.With(node.Axis, 1)),
                $"input {part}", part, $"be as {first.Shape} but along axis {node.Axis}");
        }
        return first.Shape.With(node.Axis, node.Parts.Sum(part => (long)part.Shape[node.Axis]));
    }

    public Shape Visit(Reshape node)
    {
        if (node.Target.Elements != node.Input.Shape.Elements)
            throw new VtaInputException($"shape: {node.Target} has {node.Target.Elements} elements, the input {node.Input.Shape.Elements}");
        return node.Target;
    }

    public Shape Visit(Pad node)
    {
        if (node.Widths.Length != node.Input.Shape.Rank)
            throw new VtaInputException($"widths: are of {node.Widths.Length} axes; the input has {node.Input.Shape.Rank}");
        foreach (var (before, after) in node.Widths)
        {
            if (before < 0 || after < 0)
                throw new VtaInputException($"widths: are {before} and {after}; each has to be 0 or more");
        }
        return new Shape(node.Input.Shape.Dimensions.Zip(node.Widths, (extent, width) => (long)extent + width.Before + width.After));
    }

    public Shape Visit(Clamp node) => node.Input.Shape;

    public Shape Visit(Softmax node)
    {
        Require(node.Input.Shape.Rank > 0, "input", node.Input, "have an axis");
        return node.Input.Shape;
    }

    public Shape Visit(Logistic node) => node.Input.Shape;

    public Shape Visit(Tanh node) => node.Input.Shape;

    public Shape Visit(Quantize node) => node.Input.Shape;

    public Shape Visit(Dequantize node) => node.Input.Shape;

    public Shape Visit(Requantize node) => node.Input.Shape;

    public Shape Visit(Transpose node)
    {
        var rank = node.Input.Shape.Rank;
        if (!node.Permutation.Order().SequenceEqual(Enumerable.Range(0, rank)))
            throw new VtaInputException($"permutation: is {string.Join(", ", node.Permutation)}; it has to name each of {rank} axes once");
        return new Shape(node.Permutation.Select(axis => (long)node.Input.Shape[axis]));
    }

    public Shape Visit(Slice node)
    {
        var input = node.Input.Shape;
        if (node.Starts.Length != input.Rank || node.Steps.Length != input.Rank || node.Size.Rank != input.Rank)
            throw new VtaInputException($"starts: are of {node.Starts.Length} axes; the input has {input.Rank}");
        for (var axis = 0; axis < input.Rank; axis++)
        {
            var last = node.Starts[axis] + (node.Size[axis] - 1L) * node.Steps[axis];
            if (node.Steps[axis] == 0 || Math.Min(node.Starts[axis], last) < 0 || Math.Max(node.Starts[axis], last) >= input[axis])
            {
                throw new VtaInputException(
                    $"axis {axis}: {node.Size[axis]} elements from {node.Starts[axis]} by {node.Steps[axis]} leave {input[axis]}");
            }
        }
        return node.Size;
    }

    /// <summary>The shape of two tensors combined element by element: extents of 1, and missing outer ones, are repeated.</summary>
    /// <exception cref="VtaInputException">Two extents differ and neither is 1.</exception>
    public static Shape Broadcast(Shape left, Shape right)
    {
        var rank = Math.Max(left.Rank, right.Rank);
        var result = new long[rank];
        for (var axis = 1; axis <= rank; axis++)
        {
            var (l, r) = (axis <= left.Rank ? left[^axis] : 1, axis <= right.Rank ? right[^axis] : 1);
            if (l != r && l != 1 && r != 1)
                throw new VtaInputException($"inputs: are {left} and {right}; extents have to be the same, or 1");
            result[^axis] = Math.Max(l, r);
        }
        return new Shape(result);
    }

    private static Shape Pooled(Tensor input, Size2D window, Size2D stride, Padding padding)
    {
        RequireRank(input, 4, "input");
        RequireExtents("window", window, 1);
        if (Math.Max(padding.Top, padding.Bottom) >= window.Height || Math.Max(padding.Left, padding.Right) >= window.Width)
            throw new VtaInputException($"padding: is {padding}; each side has to be less than the window, which is {window}");
        return Windowed(input, window, stride, new(1, 1), padding, input.Shape[3]);
    }

    private static Shape Windowed(Tensor input, Size2D window, Size2D stride, Size2D dilation, Padding padding, int channels)
    {
        RequireExtents("stride", stride, 1);
        RequireExtents("dilation", dilation, 1);
        RequireExtents("padding", new(padding.Top, padding.Left), 0);
        RequireExtents("padding", new(padding.Bottom, padding.Right), 0);
        return new Shape(
            input.Shape[0],
            Outputs("rows", input.Shape[1] + (long)padding.Top + padding.Bottom, window.Height, stride.Height, dilation.Height),
            Outputs("columns", input.Shape[2] + (long)padding.Left + padding.Right, window.Width, stride.Width, dilation.Width),
            channels);
    }

    private static long Outputs(string what, long extent, int window, int stride, int dilation)
    {
        var reach = (window - 1L) * dilation + 1;
        return reach <= extent
            ? (extent - reach) / stride + 1
            : throw new VtaInputException($"window: reaches over {reach} {what}; the input has {extent} with its padding");
    }

    private static IEnumerable<long> Outer(Shape shape) => shape.Dimensions.Take(shape.Rank - 2).Select(extent => (long)extent);

    private static void RequireExtents(string what, Size2D size, int least)
    {
        if (Math.Min(size.Height, size.Width) < least || Math.Max(size.Height, size.Width) > NetworkLimits.Extent)
            throw new VtaInputException($"{what}: is {size}; allowed is {least} to {NetworkLimits.Extent}");
    }

    private static void RequireSpread(int extent, int stride, int window)
    {
        var spread = (extent - 1L) * stride + window;
        if (spread > NetworkLimits.Elements)
            throw new VtaInputException($"stride: {stride} spreads {extent} pixels over {spread}; there may be {NetworkLimits.Elements}");
    }

    private static void RequireChannels(Tensor? bias, int channels)
    {
        if (bias is not null)
            Require(bias.Shape.Elements == channels, "bias", bias, $"have {channels} elements");
    }

    private static void RequireAxis(int axis, Tensor tensor)
    {
        if (axis < 0 || axis >= tensor.Shape.Rank)
            throw new VtaInputException($"axis: is {axis}; the input has {tensor.Shape.Rank} axes");
    }

    private static void RequireRank(Tensor tensor, int rank, string operand) =>
        Require(tensor.Shape.Rank == rank, operand, tensor, $"have {rank} dimensions");

    private static void Require(bool condition, string operand, Tensor tensor, string wanted)
    {
        if (!condition)
            throw new VtaInputException($"{operand}: is {tensor.Shape}; it has to {wanted}");
    }
}
