using System.Diagnostics.CodeAnalysis;
using Vta.Isa;
using Vta.Isa.Programs;

namespace Vta.Compiler.Tensors;

/// <summary>The values of a tensor, checked against what it is, as the bytes that lie in DRAM.</summary>
public static class ArgumentValues
{
    /// <summary>The bytes of values.</summary>
    /// <param name="name">The tensor's name, for messages.</param>
    /// <param name="type">Type of its values.</param>
    /// <param name="shape">Lengths of its axes.</param>
    /// <param name="values">Its values in row-major order; null where there are none.</param>
    /// <exception cref="VtaInputException">There are none, too few or too many, or one is not of the type.</exception>
    public static byte[] ToBytes(string name, DataType type, IReadOnlyList<int> shape, int[]? values)
    {
        Check(name, type, shape, values);
        return BitPacking.ToBytes(values, type.Bits);
    }

    /// <summary>Whether values are those of a tensor: as many, and of its type.</summary>
    /// <inheritdoc cref="ToBytes(string, DataType, IReadOnlyList{int}, int[])"/>
    internal static void Check(string name, DataType type, IReadOnlyList<int> shape, [NotNull] int[]? values)
    {
        if (values is null)
            throw new VtaInputException($"{name} is given no values");
        var count = shape.Aggregate(1L, (product, length) => product * length);
        if (values.Length != count)
            throw new VtaInputException($"{name} has {count} values ({string.Join("x", shape)}) and is given {values.Length}");
        var wrong = Array.FindIndex(values, value => type.Wrap(value) != value);
        if (wrong >= 0)
            throw new VtaInputException($"{name} is {type} and is given {values[wrong]}, as value {wrong}");
    }

    /// <summary>The bytes of values for an argument of a program.</summary>
    /// <inheritdoc cref="ToBytes(string, DataType, IReadOnlyList{int}, int[])"/>
    public static byte[] ToBytes(this ProgramArgument argument, int[]? values) =>
        ToBytes(argument.Name, DataType.Int(argument.Width), argument.Shape, values);

    /// <summary>An argument's values of its bytes.</summary>
    public static Tensor ToTensor(this ProgramArgument argument, ReadOnlySpan<byte> bytes)
    {
        var tensor = new Tensor([.. argument.Shape]);
        BitPacking.FromBytes(bytes, argument.Width).AsSpan(0, tensor.Data.Length).CopyTo(tensor.Data);
        return tensor;
    }
}
