namespace Vta.Simulator.Gemm;

/// <summary>A loop around micro-ops.</summary>
internal struct GemmLoop
{
    internal int Count;

    /// <summary>Accumulator values from an iteration to the next.</summary>
    internal int Dst;

    /// <summary>Input pairs from an iteration to the next.</summary>
    internal int Src;
}
