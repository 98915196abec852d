using System.Collections.Immutable;
using Vta.Isa;
using Vta.Networks.Graph;
using Vta.Networks.Graph.Nodes;
using Vta.Networks.Graph.Tensors;
using Vta.Networks.Numbers;

namespace Vta.Networks.Onnx;

/// <summary>The values of a model by name, and the nodes made so far.</summary>
/// <param name="rounding">How results will be rounded.</param>
/// <param name="operatorSet">The version of the operators.</param>
/// <param name="fileBytes">Bytes of the file, which bound what may be derived of it.</param>
internal sealed class OnnxScope(RoundingRule rounding, long operatorSet, long fileBytes)
{
    private const int DerivedPerByte = 4;
    private const int AlwaysDerived = 1 << 16;

    private readonly Dictionary<string, OnnxValue> values = [];
    private readonly Dictionary<(Tensor, string), StoredValue> made = [];
    private readonly Dictionary<string, Origin> origins = [];
    private long budget = DerivedPerByte * fileBytes + AlwaysDerived;

    /// <summary>How results will be rounded.</summary>
    internal RoundingRule Rounding => rounding;

    /// <summary>The version of the operators.</summary>
    internal long OperatorSet => operatorSet;

    /// <summary>Collects nodes.</summary>
    internal NetworkBuilder Builder { get; } = new();

    /// <summary>The value of a name.</summary>
    internal OnnxValue this[string name] => values.TryGetValue(name, out var value)
        ? value
        : throw new VtaInputException($"input '{name}': comes from no node, or from a later one");

    /// <summary>Pays for what is derived of constants: many nodes may derive it of one.</summary>
    internal void Spend(long bytes)
    {
        budget -= bytes;
        if (budget < 0)
            throw new VtaInputException("too much is derived of the constants: more than a few times the file");
    }

    /// <summary>The node that made a name's value; null for inputs and constants.</summary>
    internal Origin? OriginOf(string name) => origins.GetValueOrDefault(name);

    /// <summary>Gives a name its value.</summary>
    internal OnnxValue Define(string name, OnnxValue value, Origin? origin = null)
    {
        if (!values.TryAdd(name, value))
            throw new VtaInputException($"output '{name}': has a value already");
        if (origin is not null)
            origins.Add(name, origin);
        return value;
    }

    /// <summary>A value with its axes as the model says.</summary>
    internal StoredValue LaidOut(StoredValue value, Origin origin) => LaidOut(value, [.. Enumerable.Range(0, value.Axes.Length)], origin);

    /// <summary>A value with its axes in a given order: the same constant permuted, or a transposition, made once.</summary>
    /// <param name="value">The value.</param>
    /// <param name="axes">For each axis of the model, where it has to lie.</param>
    /// <param name="origin">The node that needs it.</param>
    internal StoredValue LaidOut(StoredValue value, ImmutableArray<int> axes, Origin origin)
    {
        if (value.Axes.SequenceEqual(axes))
            return value;
        // Axis axes[i] of the result is axis value.Axes[i] of what there is.
        var order = Enumerable.Range(0, axes.Length).OrderBy(axis => axes[axis]);
        ImmutableArray<int> permutation = [.. order.Select(axis => value.Axes[axis])];
        var key = (value.Tensor, string.Join(' ', permutation));
        if (!made.TryGetValue(key, out var result))
            made.Add(key, result = new StoredValue(Permuted(value.Tensor, permutation, origin), axes, value.IsReal));
        return result with { Axes = axes, IsReal = value.IsReal, IsUnsigned = value.IsUnsigned };
    }

    /// <summary>The same real numbers under other numbers.</summary>
    internal Tensor Requantised(string name, Tensor tensor, ElementType type, Quantization numbers, Origin origin) =>
        tensor.Type == type && Equals(tensor.Quantization, numbers)
            ? tensor
            : Builder.Add(name, type, numbers, output => new Requantize(origin, tensor, output));

    private Tensor Permuted(Tensor tensor, ImmutableArray<int> permutation, Origin origin)
    {
        if (tensor.Constant is not null)
        {
            Spend(tensor.Bytes);
            return OnnxConstants.Permute(Builder.NextId(), tensor, permutation);
        }
        // Axes of extent 1 may move without anything else moving.
        var moved = permutation.Where(axis => tensor.Shape[axis] > 1);
        return moved.SequenceEqual(moved.Order())
            ? Reshaped(tensor, new Shape(permutation.Select(axis => (long)tensor.Shape[axis])), origin)
            : Builder.Add(tensor.Name, tensor.Type, tensor.Quantization, output => new Transpose(origin, tensor, output, permutation));
    }

    private Tensor Reshaped(Tensor tensor, Shape shape, Origin origin) =>
        Builder.Add(tensor.Name, tensor.Type, tensor.Quantization, output => new Reshape(origin, tensor, output, shape));
}
