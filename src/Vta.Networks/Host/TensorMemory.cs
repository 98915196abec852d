using System.Runtime.InteropServices;
using Vta.Networks.Graph.Tensors;

namespace Vta.Networks.Host;

/// <summary>The values of tensors while a network runs; constants are there from the start.</summary>
public sealed class TensorMemory
{
    private readonly Dictionary<Tensor, byte[]> values = [];

    /// <summary>The bytes of a tensor.</summary>
    public ReadOnlySpan<byte> Bytes(Tensor tensor) => tensor.Constant is { } constant ? constant.Span : values[tensor];

    /// <summary>The elements of a tensor, which are of the size of <typeparamref name="T"/>.</summary>
    public ReadOnlySpan<T> Read<T>(Tensor tensor)
        where T : unmanaged => MemoryMarshal.Cast<byte, T>(Bytes(tensor));

    /// <summary>Gives a tensor its value.</summary>
    public void Set(Tensor tensor, byte[] bytes) => values[tensor] = bytes;

    /// <summary>Makes room for a tensor's value, all zeros, to be written now.</summary>
    public Span<T> Create<T>(Tensor tensor)
        where T : unmanaged
    {
        var bytes = new byte[tensor.Bytes];
        values[tensor] = bytes;
        return MemoryMarshal.Cast<byte, T>(bytes.AsSpan());
    }

    /// <summary>Forgets a tensor's value.</summary>
    public void Release(Tensor tensor) => values.Remove(tensor);
}
