using System.Numerics;
using System.Runtime.CompilerServices;

namespace Vta.Hdl.Simulation.Kernels;

/// <summary>Operations on values of up to 64 bits that take more than a few instructions of IL; the JIT inlines them.</summary>
internal static unsafe class NarrowKernels
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong ShiftLeft(ulong value, ulong amount) => amount < 64 ? value << (int)amount : 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong ShiftRight(ulong value, ulong amount) => amount < 64 ? value >> (int)amount : 0;

    /// <summary>The value stands in the highest bits; the result in the lowest, with the sign above.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong ShiftRightArithmetic(long value, ulong amount) => (ulong)(value >> (int)Math.Min(amount, 63));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Select(ulong vector, ulong index, int width, int count) =>
        index < (ulong)count ? vector >> ((int)index * width) : 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong SelectBits(byte* vector, ulong index, int width, int count) =>
        index < (ulong)count ? WideKernels.Extract(vector, (int)index * width, width) : 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Select8(byte* elements, ulong index, int count) => index < (ulong)count ? elements[index] : 0UL;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Select16(byte* elements, ulong index, int count) => index < (ulong)count ? ((ushort*)elements)[index] : 0UL;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Select32(byte* elements, ulong index, int count) => index < (ulong)count ? ((uint*)elements)[index] : 0UL;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Select64(byte* elements, ulong index, int count) => index < (ulong)count ? ((ulong*)elements)[index] : 0UL;

    /// <summary>The address of an element, or of zeros past the last.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static byte* SelectAddress(byte* elements, ulong index, int stride, int count, byte* zeros) =>
        index < (ulong)count ? elements + ((long)index * stride) : zeros;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Parity(ulong value) => (ulong)BitOperations.PopCount(value) & 1;

    /// <summary>Writes the parts of a word of up to 64 bits whose mask bit is one.</summary>
    public static ulong WriteParts(ulong old, ulong value, ulong mask, int width)
    {
        var part = (1UL << width) - 1;
        for (var i = 0; mask != 0; i += width, mask >>= 1)
        {
            if ((mask & 1) != 0)
                old = (old & ~(part << i)) | (value & (part << i));
        }
        return old;
    }
}
