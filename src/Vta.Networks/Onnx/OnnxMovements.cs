using System.Collections.Immutable;
using System.Globalization;
using Vta.Isa;
using Vta.Networks.Graph.Nodes;
using Vta.Networks.Graph.Tensors;
using Vta.Networks.Numbers;

namespace Vta.Networks.Onnx;

/// <summary>Operators that move elements. They keep the numbers, and whether integers or real numbers are meant.</summary>
internal static class OnnxMovements
{
    internal static StoredValue Identity(OnnxNode node) => node.Stored(0);

    internal static StoredValue Transpose(OnnxNode node)
    {
        var value = node.Stored(0);
        var rank = value.Axes.Length;
        var order = node.Integers("perm") ?? [.. Enumerable.Range(0, rank).Reverse().Select(axis => (long)axis)];
        if (!order.Order().SequenceEqual(Enumerable.Range(0, rank).Select(axis => (long)axis)))
            throw new VtaInputException($"perm: is {string.Join(", ", order)}; it has to name each of {rank} axes once");
        return value with { Axes = [.. order.Select(axis => value.Axes[(int)axis])] };
    }

    internal static StoredValue Reshape(OnnxNode node)
    {
        var value = node.Stored(0);
        var wanted = node.Constant(1).RequireIntegers("shape").ToArray();
        var shape = value.Shape;
        for (var axis = 0; axis < wanted.Length; axis++)
        {
            if (wanted[axis] == 0 && !node.Flag("allowzero") && axis < shape.Rank)
                wanted[axis] = shape[axis];
        }
        var open = Array.IndexOf(wanted, -1);
        if (open >= 0)
        {
            var rest = new Shape(wanted.Where((_, axis) => axis != open)).Elements;
            wanted[open] = shape.Elements / rest;
        }
        return Reshaped(node, value, new Shape(wanted));
    }

    internal static StoredValue Flatten(OnnxNode node)
    {
        var value = node.Stored(0);
        var shape = value.Shape;
        var axis = node.Integer("axis", 1);
        var outer = axis == shape.Rank ? shape.Rank : Axes.Resolve(axis, shape.Rank);
        var rows = shape.Dimensions.Take(outer).Aggregate(1L, (product, extent) => product * extent);
        return Reshaped(node, value, new Shape(rows, shape.Elements / rows));
    }

    internal static StoredValue Squeeze(OnnxNode node)
    {
        var value = node.Stored(0);
        var shape = value.Shape;
        var axes = node.IntegersOrOperand("axes", 1)?.Select(axis => Axes.Resolve(axis, shape.Rank)).ToHashSet()
            ?? [.. Enumerable.Range(0, shape.Rank).Where(axis => shape[axis] == 1)];
        if (axes.Any(axis => shape[axis] != 1))
            throw new VtaInputException($"axes: are {string.Join(", ", axes)}; the input is {shape}, and only extents of 1 can go");
        return Reshaped(node, value, new Shape(shape.Dimensions.Where((_, axis) => !axes.Contains(axis)).Select(extent => (long)extent)));
    }

    internal static StoredValue Unsqueeze(OnnxNode node)
    {
        var value = node.Stored(0);
        var added = node.IntegersOrOperand("axes", 1) ?? throw new VtaInputException("axes: are missing");
        var rank = value.Axes.Length + added.Length;
        var axes = added.Select(axis => Axes.Resolve(axis, rank)).ToHashSet();
        var rest = new Queue<int>(value.Shape.Dimensions);
        if (axes.Count != added.Length)
            throw new VtaInputException($"axes: are {string.Join(", ", added)}; each may be there once");
        return Reshaped(node, value, new Shape(Enumerable.Range(0, rank).Select(axis => axes.Contains(axis) ? 1L : rest.Dequeue())));
    }

    internal static StoredValue Pad(OnnxNode node)
    {
        var value = node.Stored(0);
        var rank = value.Axes.Length;
        if (node.Text("mode") is not ("" or "constant") || node.HasOperand(3))
            throw new VtaInputException("mode, axes: are given; constant padding of all axes is supported");
        var pads = node.IntegersOrOperand("pads", 1) ?? throw new VtaInputException("pads: are missing");
        if (pads.Length != 2 * rank || pads.Any(pad => pad < 0 || pad > NetworkLimits.Elements))
            throw new VtaInputException($"pads: are {string.Join(", ", pads)}; {2 * rank} numbers of 0 or more are needed");
        var fill = PadValue(node, value);
        var widths = new (int, int)[rank];
        for (var axis = 0; axis < rank; axis++)
            widths[value.Axes[axis]] = ((int)pads[axis], (int)pads[axis + rank]);
        return value with
        {
            Tensor = Moved(node, node.Output, value, (input, output) => new Pad(node.Origin, input, output, [.. widths], fill)),
        };
    }

    internal static StoredValue Slice(OnnxNode node)
    {
        var value = node.Stored(0);
        var shape = value.Shape;
        var starts = node.IntegersOrOperand("starts", 1) ?? throw new VtaInputException("starts: are missing");
        var ends = node.IntegersOrOperand("ends", 2) ?? throw new VtaInputException("ends: are missing");
        var axes = node.IntegersOrOperand("axes", 3) ?? [.. Enumerable.Range(0, starts.Length).Select(axis => (long)axis)];
        var steps = node.IntegersOrOperand("steps", 4) ?? [.. Enumerable.Repeat(1L, starts.Length)];
        if (ends.Length != starts.Length || axes.Length != starts.Length || steps.Length != starts.Length)
            throw new VtaInputException($"starts, ends, axes, steps: have {starts.Length}, {ends.Length}, {axes.Length}, {steps.Length} elements");
        var ranges = shape.Dimensions.Select(extent => new StridedRange(0, 1, extent)).ToArray();
        for (var each = 0; each < starts.Length; each++)
        {
            var axis = Axes.Resolve(axes[each], shape.Rank);
            ranges[axis] = StridedRange.Of(shape[axis], starts[each], ends[each], steps[each]);
        }
        return Sliced(node, node.Output, value, ranges);
    }

    internal static IEnumerable<StoredValue> Split(OnnxNode node)
    {
        var value = node.Stored(0);
        var shape = value.Shape;
        var axis = Axes.Resolve(node.Integer("axis", 0), shape.Rank);
        var extents = node.IntegersOrOperand("split", 1) ?? Even(shape[axis], node.Outputs.Count);
        var areParts = extents.Length == node.Outputs.Count && extents.All(extent => extent >= 1 && extent <= shape[axis]);
        if (!areParts || extents.Sum() != shape[axis])
            throw new VtaInputException($"split: is {string.Join(", ", extents)}; {node.Outputs.Count} parts of {shape[axis]} are needed");
        var first = 0;
        for (var part = 0; part < extents.Length; first += (int)extents[part++])
        {
            var ranges = shape.Dimensions.Select(extent => new StridedRange(0, 1, extent)).ToArray();
            ranges[axis] = new(first, 1, extents[part]);
            yield return Sliced(node, node.Outputs[part], value, ranges);
        }
    }

    /// <summary>A value under another shape, its axes as the model says.</summary>
    internal static StoredValue Reshaped(OnnxNode node, StoredValue value, Shape shape)
    {
        var plain = node.Scope.LaidOut(value, node.Origin);
        var tensor = plain.Tensor;
        if (shape.Elements != tensor.Shape.Elements)
            throw new VtaInputException($"shape: {shape} has {shape.Elements} elements, the input {tensor.Shape.Elements}");
        if (tensor.Constant is null)
        {
            return new(Moved(node, node.Output, plain, (input, output) => new Reshape(node.Origin, input, output, shape)), value.IsReal)
            {
                IsUnsigned = value.IsUnsigned,
            };
        }
        if (tensor.Quantization is { IsPerChannel: true })
            throw new VtaInputException("input: is a constant with a scale for each channel; that has to keep its shape");
        return new(new Tensor(node.Scope.Builder.NextId(), tensor.Name, shape, tensor.Type, tensor.Quantization)
        {
            Constant = tensor.Constant,
        }, value.IsReal);
    }

    private static StoredValue Sliced(OnnxNode node, string name, StoredValue value, StridedRange[] ranges)
    {
        var stored = new StridedRange[ranges.Length];
        for (var axis = 0; axis < ranges.Length; axis++)
            stored[value.Axes[axis]] = ranges[axis];
        return value with
        {
            Tensor = Moved(node, name, value, (input, output) => new Slice(
                node.Origin, input, output, [.. stored.Select(range => range.Start)], [.. stored.Select(range => range.Step)],
                new Shape(stored.Select(range => range.Count)))),
        };
    }

    private static Tensor Moved(OnnxNode node, string name, StoredValue value, Func<Tensor, Tensor, Node> create) =>
        node.Scope.Builder.Add(name, value.Tensor.Type, value.Tensor.Quantization, output => create(value.Tensor, output));

    // Real numbers are padded with one, integers with one of theirs; kept as int8.
    private static int PadValue(OnnxNode node, StoredValue value)
    {
        var real = node.HasOperand(2) ? node.Stored(2) : null;
        if (value.Tensor.Quantization is not { } numbers || !value.IsReal)
            throw new VtaInputException("input: is not quantised real numbers; DequantizeLinear has to be before it");
        var filled = real?.RequireReal("constant_value") ?? node.Float("value", 0);
        var fill = RealNumbers.Quantize(filled, numbers, new(sbyte.MinValue, sbyte.MaxValue), RoundingRule.Float);
        return RealNumbers.Dequantize(fill, numbers) == filled
            ? fill
            : throw new VtaInputException(
                $"constant_value: is {filled.ToString(CultureInfo.InvariantCulture)}; it has to be a number that the input's integers have");
    }

    private static ImmutableArray<long> Even(int extent, int parts)
    {
        if (parts < 1 || parts > extent)
            throw new VtaInputException($"outputs: are {parts}; an extent of {extent} is split");
        // As many equal ones as there are, the last the rest.
        var each = (extent + parts - 1) / parts;
        return [.. Enumerable.Range(0, parts).Select(part => (long)Math.Min(each, extent - part * each))];
    }
}
