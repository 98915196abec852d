using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Vta.Simulator.Memories;

/// <summary>Two's complement values of 2 to 32 bits, packed from the lowest bit on, as elements hold them in DRAM.</summary>
internal static class PackedValues
{
    /// <summary>One value, sign-extended.</summary>
    /// <param name="source">Packed values.</param>
    /// <param name="index">Which of them.</param>
    /// <param name="width">Bits of a value, a power of two up to 32.</param>
    internal static int Read(ReadOnlySpan<byte> source, int index, int width) => width switch
    {
        32 => BinaryPrimitives.ReadInt32LittleEndian(source[(4 * index)..]),
        16 => BinaryPrimitives.ReadInt16LittleEndian(source[(2 * index)..]),
        8 => (sbyte)source[index],
        _ => source[index * width / 8] << (32 - width - index * width % 8) >> (32 - width),
    };

    /// <summary>All values, sign-extended to 16 bits; their width is at most 8.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Widen(ReadOnlySpan<byte> source, int width, Span<short> destination)
    {
        var done = 0;
        if (width == 8)
        {
            var bytes = MemoryMarshal.Cast<byte, sbyte>(source);
            for (; done <= destination.Length - Vector256<short>.Count; done += Vector256<short>.Count)
            {
                var (low, high) = Vector128.Widen(Vector128.Create(bytes[done..]));
                low.CopyTo(destination[done..]);
                high.CopyTo(destination[(done + Vector128<short>.Count)..]);
            }
        }
        for (; done < destination.Length; done++)
            destination[done] = (short)Read(source, done, width);
    }

    /// <summary>All values, sign-extended to 32 bits.</summary>
    internal static void Widen(ReadOnlySpan<byte> source, int width, Span<int> destination)
    {
        if (width == 32 && BitConverter.IsLittleEndian)
        {
            MemoryMarshal.Cast<byte, int>(source)[..destination.Length].CopyTo(destination);
            return;
        }
        for (var i = 0; i < destination.Length; i++)
            destination[i] = Read(source, i, width);
    }

    /// <summary>Packs the low bits of all values; <paramref name="width"/> is at most 8.</summary>
    internal static void Narrow(ReadOnlySpan<int> source, int width, Span<byte> destination)
    {
        if (width == 8)
        {
            NarrowToBytes(source, destination);
            return;
        }
        destination.Clear();
        for (var i = 0; i < source.Length; i++)
            destination[i * width / 8] |= (byte)((source[i] & ((1 << width) - 1)) << (i * width % 8));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void NarrowToBytes(ReadOnlySpan<int> source, Span<byte> destination)
    {
        var done = 0;
        for (; done <= source.Length - Vector128<byte>.Count; done += Vector128<byte>.Count)
        {
            var low = Vector128.Narrow(Vector128.Create(source[done..]), Vector128.Create(source[(done + 4)..]));
            var high = Vector128.Narrow(Vector128.Create(source[(done + 8)..]), Vector128.Create(source[(done + 12)..]));
            Vector128.Narrow(low, high).AsByte().CopyTo(destination[done..]);
        }
        for (; done < source.Length; done++)
            destination[done] = (byte)source[done];
    }
}
