using System.Runtime.InteropServices;
using Vta.Isa;
using Vta.Networks.Graph.Tensors;
using Vta.Networks.Onnx.Messages;

namespace Vta.Networks.Onnx;

/// <summary>Constants as ONNX has them.</summary>
internal static class OnnxConstants
{
    /// <summary>The element type of a code; null for one that is not supported.</summary>
    internal static ElementType? TypeOf(int code) => code switch
    {
        1 => ElementType.Float32,
        2 => ElementType.UInt8,
        3 => ElementType.Int8,
        6 => ElementType.Int32,
        7 => ElementType.Int64,
        _ => null,
    };

    /// <summary>The element type of a code.</summary>
    /// <exception cref="VtaInputException">It is not supported.</exception>
    internal static ElementType RequireType(string what, int code) => TypeOf(code)
        ?? throw new VtaInputException($"{what}: is of type {code}; float32, uint8, int8, int32 and int64 are supported");

    /// <summary>A constant of the file.</summary>
    /// <exception cref="VtaInputException">It is broken, or of an unsupported type.</exception>
    internal static Tensor Read(int id, string name, TensorProto source)
    {
        var what = $"constant '{name}'";
        if (source.DataLocation != 0)
            throw new VtaInputException($"{what}: is in a file of its own; constants inside the model are supported");
        var type = RequireType(what, source.DataType);
        var shape = source.Dims.Contains(0) ? throw new VtaInputException($"{what}: is empty") : new Shape(source.Dims);
        var content = source.RawData.IsEmpty ? Typed(source, type) : source.RawData.Memory;
        var tensor = new Tensor(id, name, shape, type) { Constant = content };
        if (content.Length != tensor.Bytes)
            throw new VtaInputException($"{what}: has {content.Length} bytes; {shape} of {type.Name()} are {tensor.Bytes}");
        return tensor;
    }

    /// <summary>A constant with axes in another order.</summary>
    internal static Tensor Permute(int id, Tensor tensor, IReadOnlyList<int> permutation)
    {
        var shape = new Shape(permutation.Select(axis => (long)tensor.Shape[axis]));
        var own = tensor.Shape.Strides();
        int[] strides = [.. permutation.Select(axis => own[axis])];
        var (bytes, source) = (tensor.Type.Bytes(), tensor.Constant!.Value);
        var content = new byte[source.Length];
        var sources = StridedWalk.Indices(shape, start: 0, strides);
        for (var at = 0; at < sources.Length; at++)
            source.Span.Slice(sources[at] * bytes, bytes).CopyTo(content.AsSpan(at * bytes));
        var numbers = tensor.Quantization is { IsPerChannel: true } each
            ? each with { Axis = permutation.ToList().IndexOf(each.Axis) }
            : tensor.Quantization;
        return new(id, tensor.Name, shape, tensor.Type, numbers) { Constant = content };
    }

    /// <summary>A constant of uint8 as int8: all values, and the zero point, less 128.</summary>
    internal static ReadOnlyMemory<byte> ToSigned(ReadOnlyMemory<byte> content) =>
        Array.ConvertAll(content.ToArray(), value => (byte)(value ^ 0x80));

    private static ReadOnlyMemory<byte> Typed(TensorProto source, ElementType type) => type switch
    {
        ElementType.Float32 => MemoryMarshal.AsBytes(source.FloatData.ToArray().AsSpan()).ToArray(),
        ElementType.Int64 => MemoryMarshal.AsBytes(source.Int64Data.ToArray().AsSpan()).ToArray(),
        ElementType.Int32 => MemoryMarshal.AsBytes(source.Int32Data.ToArray().AsSpan()).ToArray(),
        _ => Array.ConvertAll(source.Int32Data.ToArray(), value => unchecked((byte)value)),
    };
}
