using System.Collections.Immutable;
using Vta.Networks.Graph.Nodes;
using Vta.Networks.Graph.Tensors;

namespace Vta.Networks.Onnx;

/// <summary>What a name stands for while a model is read.</summary>
internal abstract record OnnxValue;

/// <summary>
/// A tensor that is there. Its axes may lie in another order than the model says: convolutions have channels last, and a transposition is
/// made only where one is needed.
/// </summary>
/// <param name="Tensor">The tensor as it lies in memory.</param>
/// <param name="Axes">For each axis of the model, the one of <paramref name="Tensor"/>.</param>
/// <param name="IsReal">Whether the model means the real numbers, as after DequantizeLinear, rather than the integers.</param>
internal sealed record StoredValue(Tensor Tensor, ImmutableArray<int> Axes, bool IsReal) : OnnxValue
{
    /// <summary>A tensor whose axes lie as the model says.</summary>
    internal StoredValue(Tensor tensor, bool isReal)
        : this(tensor, [.. Enumerable.Range(0, tensor.Shape.Rank)], isReal)
    {
    }

    /// <summary>Whether integers are uint8 for the model; inside they may be int8 all the same, with another zero point.</summary>
    internal bool IsUnsigned { get; init; } = Tensor.Type == ElementType.UInt8;

    /// <summary>The shape that the model says.</summary>
    internal Shape Shape => new(Axes.Select(axis => (long)Tensor.Shape[axis]));
}

/// <summary>Real numbers that become a tensor when they are quantised; until then an activation may still be added.</summary>
/// <param name="Source">The node that makes them.</param>
/// <param name="Activation">Its end so far.</param>
/// <param name="Quantise">Makes the tensor, given the output's name, its numbers, and the activation.</param>
internal sealed record PendingValue(OnnxNode Source, Activation Activation, Func<string, Quantization, Activation, StoredValue> Quantise)
    : OnnxValue;
