using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Vta.Simulator.Lanes;

/// <summary>Eight lanes of AVX2.</summary>
internal readonly unsafe struct Lanes8(int accWidth) : ILanes<Lanes8, Vector256<int>>
{
    private readonly int unused = 32 - accWidth;

    public static int Count => 8;

    public static bool IsSupported => Avx2.IsSupported;

    public static Lanes8 Create(int accWidth) => new(accWidth);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> Load(int* source) => Vector256.Load(source);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(int* destination, Vector256<int> value) => value.Store(destination);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> Sum(Vector256<int> left, Vector256<int> right) => left + right;

    // Products of 8-bit values and the sum of two of them are exact here; the byte form of the instruction would saturate.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> Dot(Vector256<int> weights, int* inputs) =>
        Avx2.MultiplyAddAdjacent(weights.AsInt16(), Vector256.Create(*inputs).AsInt16());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<int> Wrap(Vector256<int> value) => (value << unused) >> unused;

    public Vector256<int> Constant(int value) => Wrap(Vector256.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<int> Add(Vector256<int> left, Vector256<int> right) => Wrap(left + right);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<int> Subtract(Vector256<int> left, Vector256<int> right) => Wrap(left - right);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<int> Multiply(Vector256<int> left, Vector256<int> right) => Wrap(left * right);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<int> ShiftLeft(Vector256<int> value, Vector256<int> count) =>
        Wrap(Avx2.ShiftLeftLogicalVariable(value, count.AsUInt32()));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<int> ShiftRight(Vector256<int> value, Vector256<int> count) =>
        Avx2.ShiftRightArithmeticVariable(value, count.AsUInt32());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<int> SelectIfLess(Vector256<int> left, Vector256<int> right, Vector256<int> whenLess, Vector256<int> otherwise) =>
        Vector256.ConditionalSelect(Vector256.LessThan(left, right), whenLess, otherwise);
}
