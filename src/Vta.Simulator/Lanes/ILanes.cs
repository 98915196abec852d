using Vta.Isa.Alu;

namespace Vta.Simulator.Lanes;

/// <summary>
/// Vector arithmetic on a number of 32-bit lanes: what GEMM needs, and the ALU's algebra. The kernels are generic in it, so
/// that each width gets code of its own; <see cref="Lanes1"/> is the plain form that the others are tested against.
/// </summary>
/// <typeparam name="TSelf">The implementing type.</typeparam>
/// <typeparam name="TVector">What holds the lanes.</typeparam>
internal unsafe interface ILanes<TSelf, TVector> : IAluAlgebra<TVector>
    where TSelf : struct, ILanes<TSelf, TVector>
    where TVector : unmanaged
{
    /// <summary>Number of lanes.</summary>
    static abstract int Count { get; }

    /// <summary>Whether this machine has the instructions.</summary>
    static abstract bool IsSupported { get; }

    /// <summary>The ALU's algebra for a width of accumulators.</summary>
    static abstract TSelf Create(int accWidth);

    static abstract TVector Load(int* source);

    static abstract void Store(int* destination, TVector value);

    static abstract TVector Sum(TVector left, TVector right);

    /// <summary>In each lane the dot product of two 16-bit weights with the two 16-bit inputs at <paramref name="inputs"/>.</summary>
    static abstract TVector Dot(TVector weights, int* inputs);

    /// <summary>Values sign-extended from the accumulator width.</summary>
    TVector Wrap(TVector value);
}
