using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Vta.Simulator.Lanes;

/// <summary>Four lanes, for blocks of four; AVX2 for the shifts by different counts.</summary>
internal readonly unsafe struct Lanes4(int accWidth) : ILanes<Lanes4, Vector128<int>>
{
    private readonly int unused = 32 - accWidth;

    public static int Count => 4;

    public static bool IsSupported => Avx2.IsSupported;

    public static Lanes4 Create(int accWidth) => new(accWidth);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<int> Load(int* source) => Vector128.Load(source);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(int* destination, Vector128<int> value) => value.Store(destination);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<int> Sum(Vector128<int> left, Vector128<int> right) => left + right;

    // Products of 8-bit values and the sum of two of them are exact here; the byte form of the instruction would saturate.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<int> Dot(Vector128<int> weights, int* inputs) =>
        Sse2.MultiplyAddAdjacent(weights.AsInt16(), Vector128.Create(*inputs).AsInt16());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector128<int> Wrap(Vector128<int> value) => (value << unused) >> unused;

    public Vector128<int> Constant(int value) => Wrap(Vector128.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector128<int> Add(Vector128<int> left, Vector128<int> right) => Wrap(left + right);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector128<int> Subtract(Vector128<int> left, Vector128<int> right) => Wrap(left - right);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector128<int> Multiply(Vector128<int> left, Vector128<int> right) => Wrap(left * right);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector128<int> ShiftLeft(Vector128<int> value, Vector128<int> count) =>
        Wrap(Avx2.ShiftLeftLogicalVariable(value, count.AsUInt32()));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector128<int> ShiftRight(Vector128<int> value, Vector128<int> count) =>
        Avx2.ShiftRightArithmeticVariable(value, count.AsUInt32());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector128<int> SelectIfLess(Vector128<int> left, Vector128<int> right, Vector128<int> whenLess, Vector128<int> otherwise) =>
        Vector128.ConditionalSelect(Vector128.LessThan(left, right), whenLess, otherwise);
}
