using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Vta.Simulator.Memories;

/// <summary>Transposes eight rows of eight byte pairs, and widens the bytes to 16 bits with their sign.</summary>
internal static unsafe class ByteTransposition
{
    /// <param name="source">The first byte.</param>
    /// <param name="sourceStride">Bytes from a row to the next.</param>
    /// <param name="destination">Where the pair of row 0 and column 0 goes; the rows of a column follow it.</param>
    /// <param name="destinationStride">Pairs from a column to the next.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Transpose(byte* source, int sourceStride, int* destination, int destinationStride)
    {
        var (a0, a1) = Interleave(Row(source, sourceStride, 0), Row(source, sourceStride, 4));
        var (a2, a3) = Interleave(Row(source, sourceStride, 2), Row(source, sourceStride, 6));
        var (a4, a5) = Interleave(Row(source, sourceStride, 1), Row(source, sourceStride, 5));
        var (a6, a7) = Interleave(Row(source, sourceStride, 3), Row(source, sourceStride, 7));
        var (b0, b1) = Interleave(a0, a2);
        var (b2, b3) = Interleave(a1, a3);
        var (b4, b5) = Interleave(a4, a6);
        var (b6, b7) = Interleave(a5, a7);
        StorePair(Interleave(b0, b4), destination, destinationStride);
        StorePair(Interleave(b1, b5), destination + 2 * destinationStride, destinationStride);
        StorePair(Interleave(b2, b6), destination + 4 * destinationStride, destinationStride);
        StorePair(Interleave(b3, b7), destination + 6 * destinationStride, destinationStride);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<ushort> Row(byte* source, int stride, int row) => Vector128.Load(source + row * stride).AsUInt16();

    // Three rounds of it turn rows into columns, as in a perfect shuffle.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector128<ushort> Low, Vector128<ushort> High) Interleave(Vector128<ushort> left, Vector128<ushort> right) =>
        (Shuffles.InterleaveLow(left, right), Shuffles.InterleaveHigh(left, right));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void StorePair((Vector128<ushort> Low, Vector128<ushort> High) columns, int* destination, int stride)
    {
        StoreColumn(columns.Low, (short*)destination);
        StoreColumn(columns.High, (short*)(destination + stride));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void StoreColumn(Vector128<ushort> column, short* destination)
    {
        var (low, high) = Vector128.Widen(column.AsSByte());
        low.Store(destination);
        high.Store(destination + Vector128<short>.Count);
    }
}
