using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Vta.Simulator.Memories;

/// <summary>Interleaving of vectors, in one instruction where the machine has it.</summary>
internal static class Shuffles
{
    /// <summary>The low halves: left 0, right 0, left 1, right 1 …</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector128<ushort> InterleaveLow(Vector128<ushort> left, Vector128<ushort> right) => Sse2.IsSupported
        ? Sse2.UnpackLow(left, right)
        : Vector128.Create(left[0], right[0], left[1], right[1], left[2], right[2], left[3], right[3]);

    /// <summary>The high halves: left 4, right 4, left 5, right 5 …</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector128<ushort> InterleaveHigh(Vector128<ushort> left, Vector128<ushort> right) => Sse2.IsSupported
        ? Sse2.UnpackHigh(left, right)
        : Vector128.Create(left[4], right[4], left[5], right[5], left[6], right[6], left[7], right[7]);
}
