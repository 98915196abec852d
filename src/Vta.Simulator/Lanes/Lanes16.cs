using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Vta.Simulator.Lanes;

/// <summary>Sixteen lanes of AVX-512.</summary>
internal readonly unsafe struct Lanes16(int accWidth) : ILanes<Lanes16, Vector512<int>>
{
    private readonly int unused = 32 - accWidth;

    public static int Count => 16;

    public static bool IsSupported => Avx512BW.IsSupported;

    public static Lanes16 Create(int accWidth) => new(accWidth);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<int> Load(int* source) => Vector512.Load(source);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(int* destination, Vector512<int> value) => value.Store(destination);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<int> Sum(Vector512<int> left, Vector512<int> right) => left + right;

    // Products of 8-bit values and the sum of two of them are exact here; the byte form of the instruction would saturate.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<int> Dot(Vector512<int> weights, int* inputs) =>
        Avx512BW.MultiplyAddAdjacent(weights.AsInt16(), Vector512.Create(*inputs).AsInt16());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<int> Wrap(Vector512<int> value) => (value << unused) >> unused;

    public Vector512<int> Constant(int value) => Wrap(Vector512.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<int> Add(Vector512<int> left, Vector512<int> right) => Wrap(left + right);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<int> Subtract(Vector512<int> left, Vector512<int> right) => Wrap(left - right);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<int> Multiply(Vector512<int> left, Vector512<int> right) => Wrap(left * right);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<int> ShiftLeft(Vector512<int> value, Vector512<int> count) =>
        Wrap(Avx512F.ShiftLeftLogicalVariable(value, count.AsUInt32()));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<int> ShiftRight(Vector512<int> value, Vector512<int> count) =>
        Avx512F.ShiftRightArithmeticVariable(value, count.AsUInt32());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<int> SelectIfLess(Vector512<int> left, Vector512<int> right, Vector512<int> whenLess, Vector512<int> otherwise) =>
        Vector512.ConditionalSelect(Vector512.LessThan(left, right), whenLess, otherwise);
}
