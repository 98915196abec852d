using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Vta.Networks.Graph.Tensors;

/// <summary>A value of a network: an input, a constant, or what a node makes. Each is the same only as itself.</summary>
/// <param name="Id">Its number in the model's file or, where a reader made it, one above those.</param>
/// <param name="Name">Its name in the model's file; may be empty, need not be unique.</param>
/// <param name="Shape">Its dimensions; elements lie densely, the last dimension innermost.</param>
/// <param name="Type">What its elements are.</param>
/// <param name="Quantization">What its integers stand for; null where they are plain numbers.</param>
public sealed record Tensor(int Id, string Name, Shape Shape, ElementType Type, Quantization? Quantization = null)
{
    /// <summary>The elements of a constant, little-endian; null for what is known only when the network runs.</summary>
    public ReadOnlyMemory<byte>? Constant { get; init; }

    /// <summary>Bytes of all elements.</summary>
    public long Bytes => (long)Shape.Elements * Type.Bytes();

    /// <summary>The scale of a tensor that has one.</summary>
    public float Scale => Quantization!.Scale();

    /// <summary>The zero point of a tensor that has one.</summary>
    public int ZeroPoint => Quantization!.ZeroPoint();

    /// <summary>The elements of a constant as numbers of the size of its elements.</summary>
    public ReadOnlySpan<T> Values<T>()
        where T : unmanaged => MemoryMarshal.Cast<byte, T>(Constant!.Value.Span);

    /// <summary>The elements of a constant of whole numbers.</summary>
    public ImmutableArray<long> Integers() => Type switch
    {
        ElementType.Int8 => Convert(Values<sbyte>(), value => value),
        ElementType.UInt8 => Convert(Values<byte>(), value => value),
        ElementType.Int32 => Convert(Values<int>(), value => value),
        ElementType.Int64 => Convert(Values<long>(), value => value),
        _ => throw new InvalidOperationException($"{this} is not of whole numbers"),
    };

    public bool Equals(Tensor? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);

    /// <summary>As in <c>%22</c>.</summary>
    public override string ToString() => $"%{Id}";

    /// <summary>With shape, type and numbers, as in <c>%22 1x32x32x16 int8 scale 0.039 zero point -128</c>.</summary>
    public string Describe() => $"{this} {Shape} {Type.Name()}{(Quantization is null ? "" : $" {Quantization}")}";

    private static ImmutableArray<long> Convert<T>(ReadOnlySpan<T> values, Func<T, long> convert)
    {
        var result = ImmutableArray.CreateBuilder<long>(values.Length);
        foreach (var value in values)
            result.Add(convert(value));
        return result.MoveToImmutable();
    }
}
