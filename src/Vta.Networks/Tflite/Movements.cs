using Vta.Isa;
using Vta.Networks.Graph.Nodes;
using Vta.Networks.Graph.Tensors;

namespace Vta.Networks.Tflite;

/// <summary>Operators that move elements: RESHAPE and its like, PAD, CONCATENATION, TRANSPOSE, SLICE, STRIDED_SLICE, SPLIT.</summary>
internal static class Movements
{
    internal static IEnumerable<Node> Reshape(TfliteOperator source) =>
        [new Reshape(source.Origin, source.Input(0), source.Output, source.Output.Shape)];

    internal static IEnumerable<Node> Pad(TfliteOperator source)
    {
        var output = source.Output;
        var numbers = output.Quantization ?? throw new VtaInputException($"output {output}: has no scale");
        return [Padded(source, numbers.ZeroPoint())];
    }

    internal static IEnumerable<Node> PadV2(TfliteOperator source)
    {
        var value = source.Constant(2);
        if (value.Length != 1)
            throw new VtaInputException($"input 2: has {value.Length} elements; it has to have 1");
        return [Padded(source, (int)Math.Clamp(value[0], int.MinValue, int.MaxValue))];
    }

    internal static IEnumerable<Node> Concatenation(TfliteOperator source)
    {
        const int AxisField = 0, ActivationField = 1;
        if (source.ReadActivation(ActivationField) != Activation.None)
            throw new VtaInputException("fused activation: is not supported here");
        yield return new Concat(
            source.Origin, [.. source.Inputs], source.Output, Axes.Resolve(source.Number(AxisField), source.Output.Shape.Rank));
    }

    internal static IEnumerable<Node> Transpose(TfliteOperator source)
    {
        var input = source.Input(0);
        yield return new Transpose(
            source.Origin, input, source.Output, [.. source.Constant(1).Select(axis => Axes.Resolve(axis, input.Shape.Rank))]);
    }

    internal static IEnumerable<Node> Slice(TfliteOperator source)
    {
        var (input, starts, sizes) = (source.Input(0), source.Constant(1), source.Constant(2));
        var rank = input.Shape.Rank;
        if (starts.Length != rank || sizes.Length != rank)
            throw new VtaInputException($"begin and size: have {starts.Length} and {sizes.Length} elements; the input has {rank} axes");
        // A size of −1 is all the rest.
        var size = new Shape(sizes.Select((extent, axis) => extent == -1 ? input.Shape[axis] - starts[axis] : extent));
        yield return new Slice(source.Origin, input, source.Output, [.. starts.Select(Narrow)], [.. Enumerable.Repeat(1, rank)], size);
    }

    internal static IEnumerable<Node> StridedSlice(TfliteOperator source)
    {
        const int BeginMaskField = 0, EndMaskField = 1, EllipsisMaskField = 2, NewAxisMaskField = 3, ShrinkAxisMaskField = 4;
        if (source.Number(EllipsisMaskField) != 0 || source.Number(NewAxisMaskField) != 0 || source.Number(ShrinkAxisMaskField) != 0)
            throw new VtaInputException("masks: only begin_mask and end_mask are supported");
        var (input, begins, ends, steps) = (source.Input(0), source.Constant(1), source.Constant(2), source.Constant(3));
        var rank = input.Shape.Rank;
        if (begins.Length != rank || ends.Length != rank || steps.Length != rank)
        {
            throw new VtaInputException(
                $"begin, end and strides: have {begins.Length}, {ends.Length} and {steps.Length} elements; the input has {rank} axes");
        }
        var ranges = Enumerable.Range(0, rank).Select(axis => StridedRange.Of(
            input.Shape[axis],
            IsSet(source.Number(BeginMaskField), axis) ? null : begins[axis],
            IsSet(source.Number(EndMaskField), axis) ? null : ends[axis],
            steps[axis])).ToList();
        yield return new Slice(
            source.Origin, input, source.Output, [.. ranges.Select(range => range.Start)], [.. ranges.Select(range => range.Step)],
            new Shape(ranges.Select(range => range.Count)));
    }

    internal static IEnumerable<Node> Split(TfliteOperator source)
    {
        var (axes, input) = (source.Constant(0), source.Input(1));
        if (axes.Length != 1)
            throw new VtaInputException($"axis: has {axes.Length} elements; it has to have 1");
        var axis = Axes.Resolve(axes[0], input.Shape.Rank);
        var outputs = source.Outputs.ToList();
        if (outputs.Count == 0 || input.Shape[axis] % outputs.Count != 0)
            throw new VtaInputException($"outputs: are {outputs.Count}; they have to divide an extent of {input.Shape[axis]}");
        var extent = input.Shape[axis] / outputs.Count;
        return outputs.Select((output, index) => new Slice(
            source.Origin, input, output, [.. Enumerable.Range(0, input.Shape.Rank).Select(each => each == axis ? index * extent : 0)],
            [.. Enumerable.Repeat(1, input.Shape.Rank)], input.Shape.With(axis, extent)));
    }

    private static Pad Padded(TfliteOperator source, int value)
    {
        var (input, widths) = (source.Input(0), source.Constant(1));
        if (widths.Length != 2 * input.Shape.Rank)
            throw new VtaInputException($"paddings: have {widths.Length} elements; {2 * input.Shape.Rank} are needed");
        return new(source.Origin, input, source.Output, [.. widths.Chunk(2).Select(pair => (Narrow(pair[0]), Narrow(pair[1])))], value);
    }

    private static bool IsSet(int mask, int axis) => (mask >> axis & 1) != 0;

    private static int Narrow(long value) => (int)Math.Clamp(value, int.MinValue, int.MaxValue);
}
