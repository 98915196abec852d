using Vta.Compiler.Commands;
using Vta.Compiler.Operators.Convolution;
using Vta.Compiler.Operators.Elements;
using Vta.Compiler.Operators.Pooling;
using Vta.Isa;
using Vta.Isa.Alu;
using Vta.Isa.Instructions;
using Vta.Isa.Requant;
using Vta.NetworkCompiler.Layouts;
using Vta.NetworkCompiler.Operators;
using Vta.Networks.Graph.Nodes;
using Vta.Networks.Graph.Tensors;
using Vta.Networks.Numbers;
using Padding = Vta.Networks.Graph.Nodes.Padding;

namespace Vta.NetworkCompiler.Placement;

/// <summary>Chooses for each kind of node what the accelerator does, or says why it does not.</summary>
/// <param name="config">The hardware.</param>
/// <param name="rule">How results are rounded.</param>
/// <param name="values">The tensors of the nodes before.</param>
internal sealed class OperatorChooser(VtaConfig config, RoundingRule rule, Values values) : INodeVisitor<Choice>
{
    /// <summary>The choice for a node.</summary>
    internal Choice Choose(Node node)
    {
        if (Obstacle is { } obstacle)
            return Choice.Host(obstacle);
        try
        {
            return node.Accept(this);
        }
        catch (VtaInputException refusal)
        {
            return Choice.Host(refusal.Message);
        }
    }

    public Choice Visit(Conv2D node)
    {
        if (Accumulation.Of(node, rule) is not { } accumulation)
            return Choice.Host("weights less their zero points leave 8 bits");
        if (!ChannelParts.Of(accumulation.Shape, config).KeepsChannels(accumulation.Shape, config))
            return Choice.Host($"groups of {accumulation.Shape.InChannelsOfGroup} to {accumulation.Shape.OutChannelsOfGroup} channels do not fill blocks of channels");
        var isPadded = accumulation.Shape.PadHeight.Sum + accumulation.Shape.PadWidth.Sum > 0;
        if (isPadded && accumulation.ZeroPoint != 0 && !config.Layout.Knows(MemoryId.Pad))
            return Choice.Host($"borders hold the zero point {accumulation.ZeroPoint}: the configuration has no PAD_VALUE");
        return OfAccumulation(accumulation);
    }

    public Choice Visit(FullyConnected node)
    {
        var source = values.Source(node.Input);
        var image = values.Image(source);
        var columns = node.Weights.Shape[1];
        if (image.Channels != columns && (image.Height * image.Width * image.Channels != columns))
            (source, image) = (node.Input, new ImageShape(1, 1, node.Input.Shape.Elements / columns, columns));
        return Accumulation.Of(node, source, image, rule) is { } accumulation
            ? OfAccumulation(accumulation)
            : Choice.Host("weights less their zero points leave 8 bits");
    }

    public Choice Visit(AveragePool node)
    {
        if (rule == RoundingRule.Float)
            return OfReals;
        if (node.Padding != Padding.None)
            return Choice.Host("windows at borders average fewer numbers than others");
        var count = node.Window.Height * node.Window.Width;
        return Averages.Of(count, PoolNumbers.Of(node, rule).Range) is { } parameters
            ? Choice.Device(Pooling(node, node.Input, PoolingKind.Average, node.Window, node.Stride, node.Padding, parameters))
            : Choice.Host($"no multiplier divides all sums of {count} numbers");
    }

    public Choice Visit(MaxPool node) => Choice.Device(Pooling(
        node, node.Input, PoolingKind.Max, node.Window, node.Stride, node.Padding,
        RequantLanes.Same(IntegerRange.Of(node.Output, node.Activation, rule))));

    public Choice Visit(Mean node)
    {
        if (rule == RoundingRule.Float)
            return OfReals;
        if (node.Input.Shape.Rank != 4 || !node.Axes.SequenceEqual([1, 2]))
            return Choice.Host("only averages over the height and width of images are accumulated");
        var numbers = MeanNumbers.Of(node, rule);
        var window = new Size2D(node.Input.Shape[1], node.Input.Shape[2]);
        var bias = -window.Height * window.Width * node.Input.ZeroPoint;
        return Choice.Device(Pooling(node, node.Input, PoolingKind.Average, window, window, Padding.None,
            RequantLanes.Of(numbers.Factor, rule, bias) with
            {
                ZeroPoint = node.Output.ZeroPoint,
                Minimum = numbers.Range.Lower,
                Maximum = numbers.Range.Upper,
            }));
    }

    public Choice Visit(Add node) => OfSum(node, node.Left, node.Right, SumNumbers.Of(node, rule), isDifference: false);

    public Choice Visit(Sub node) => OfSum(node, node.Left, node.Right, SumNumbers.Of(node, rule), isDifference: true);

    public Choice Visit(Mul node)
    {
        if (RefusePair(node.Left, node.Right) is { } refusal)
            return refusal;
        var numbers = ProductNumbers.Of(node, rule).Requantization;
        return Elements(node, [node.Left, node.Right],
            [
                new(KernelOperation.Of<AddOperation>(-node.Left.ZeroPoint), 0),
                new(KernelOperation.Of<AddOperation>(-node.Right.ZeroPoint), 1),
                new(KernelOperation.Of<MulOperation>(), 0, 1),
                new(KernelOperation.Requantize, 0),
            ],
            [RequantLanes.Of(numbers.Channels[0], 0, numbers.ZeroPoint, numbers.Range)]);
    }

    public Choice Visit(Clamp node) => OfOne(node, node.Input, RescaleNumbers.Of(node, rule));

    public Choice Visit(Requantize node) => OfOne(node, node.Input, RescaleNumbers.Of(node, rule));

    public Choice Visit(TransposeConv node) => Choice.Host("transposed convolutions are not requantised on the accelerator");

    public Choice Visit(MatMul node) => Choice.Host("both factors are activations");

    public Choice Visit(Concat node) => Choice.Host("tensors are put together by the host");

    public Choice Visit(Reshape node) => Choice.Host("elements stay as they are");

    public Choice Visit(Pad node) => Choice.Host("borders are made by the host");

    public Choice Visit(Softmax node) => Choice.Host("exponentials are a function of the host");

    public Choice Visit(Logistic node) => Choice.Host("the logistic is a function of the host");

    public Choice Visit(Tanh node) => Choice.Host("the hyperbolic tangent is a function of the host");

    public Choice Visit(Quantize node) => Choice.Host("real numbers are the host's");

    public Choice Visit(Dequantize node) => Choice.Host("real numbers are the host's");

    public Choice Visit(Transpose node) => Choice.Host("elements are moved by the host");

    public Choice Visit(Slice node) => Choice.Host("elements are moved by the host");

    /// <summary>Why this hardware does no node; null where it does some.</summary>
    private string? Obstacle =>
        config.InpWidth != 8 || config.WgtWidth != 8 ? $"numbers of 8 bits are none of a configuration with LOG_INP_WIDTH {config.LogInpWidth}, LOG_WGT_WIDTH {config.LogWgtWidth}"
        : config.Par is null ? "the configuration has no requantisation (LOG_PAR_BUFF_SIZE)"
        : null;

    private Choice OfAccumulation(Accumulation accumulation) => accumulation.Parameters is not { } parameters
        ? Choice.Host("a factor is 1 or more, or no multiplier rounds as the rule float does")
        : Choice.Device(ConvolutionOperator.Create(config, accumulation, parameters, isFromHost: !values.IsOfDevice(accumulation.Input)));

    private PoolingOperator Pooling(
        Node node, Tensor input, PoolingKind kind, Size2D window, Size2D stride, Padding padding, RequantParameters? parameters)
    {
        var image = ImageShape.Of(input.Shape);
        var shape = new PoolingShape
        {
            Kind = kind,
            Batch = image.Batch,
            Channels = image.Channels,
            Height = image.Height,
            Width = image.Width,
            KernelHeight = window.Height,
            KernelWidth = window.Width,
            StrideHeight = stride.Height,
            StrideWidth = stride.Width,
            PadHeight = new(padding.Top, padding.Bottom),
            PadWidth = new(padding.Left, padding.Right),
        };
        return new PoolingOperator(config, node, input, image, shape.Checked(), parameters);
    }

    private Choice OfSum(Node node, Tensor left, Tensor right, SumNumbers numbers, bool isDifference)
    {
        if (RefusePair(left, right) is { } refusal)
            return refusal;
        var output = RequantLanes.Of(numbers.Output, rule, 0) with
        {
            ZeroPoint = node.Output.ZeroPoint,
            Minimum = numbers.Range.Lower,
            Maximum = numbers.Range.Upper,
        };
        ElementStep[] negation = isDifference ? [new(KernelOperation.Of<MulOperation>(-1), 1)] : [];
        return Elements(node, [left, right],
            [
                new(KernelOperation.Requantize, 0, 0),
                new(KernelOperation.Requantize, 1, 1),
                .. negation,
                new(KernelOperation.Of<AddOperation>(), 0, 1),
                new(KernelOperation.Requantize, 0, 2),
            ],
            [Scaled(left, numbers.Left), Scaled(right, numbers.Right), output]);

        // Inputs are shifted left by more than factors, which are below 1, shift right.
        RequantParameters Scaled(Tensor input, QuantizedMultiplier factor) =>
            RequantLanes.Of(factor, rule, -input.ZeroPoint) with { LeftShift = SumNumbers.LeftShift, Narrows = false };
    }

    private Choice OfOne(Node node, Tensor input, RescaleNumbers numbers) => rule == RoundingRule.Float ? OfReals : Elements(node, [input], [new(KernelOperation.Requantize, 0)],
        [RequantLanes.Of(numbers.Factor, -input.ZeroPoint, node.Output.ZeroPoint, numbers.Range)]);

    private Choice Elements(Node node, IReadOnlyList<Tensor> inputs, IReadOnlyList<ElementStep> steps, IReadOnlyList<RequantParameters> parameters) =>
        Choice.Device(new ElementOperator(config, node, inputs, ImageShape.Of(node.Output.Shape), steps, parameters));

    private static Choice OfReals => Choice.Host("the rule float computes with real numbers");

    private Choice? RefusePair(Tensor left, Tensor right) =>
        rule == RoundingRule.Float ? OfReals
        : left.Constant is not null || right.Constant is not null ? Choice.Host("one operand is a constant")
        : !left.Shape.Equals(right.Shape) ? Choice.Host("one operand is repeated along an axis")
        : null;
}
