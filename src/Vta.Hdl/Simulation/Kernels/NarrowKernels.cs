using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

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
    /// <param name="old">The word.</param>
    /// <param name="value">The parts to be written, at their places.</param>
    /// <param name="mask">A bit for each part.</param>
    /// <param name="lowest">The lowest bit of each part.</param>
    /// <param name="part">The bits of the lowest part.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong WriteParts(ulong old, ulong value, ulong mask, ulong lowest, ulong part) =>
        old ^ ((old ^ value) & (Deposit(mask, lowest) * part));

    /// <summary>The bits of a number at the places that are one in another.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Deposit(ulong bits, ulong places) => Bmi2.X64.IsSupported ? Bmi2.X64.ParallelBitDeposit(bits, places) : DepositOneByOne(bits, places);

    private static ulong DepositOneByOne(ulong bits, ulong places)
    {
        var result = 0UL;
        for (; places != 0; places &= places - 1, bits >>= 1)
            result |= (places & (0 - places)) & (0 - (bits & 1));
        return result;
    }
}
