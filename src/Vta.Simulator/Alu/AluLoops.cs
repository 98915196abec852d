using Vta.Simulator.Gemm;

namespace Vta.Simulator.Alu;

/// <summary>What an ALU kernel runs: micro-ops inside two loops, on accumulators of one memory.</summary>
internal unsafe struct AluLoops
{
    internal MicroKernel Micro;

    /// <summary>The first value of accumulator 0.</summary>
    internal int* Acc;

    /// <summary>What indices wrap at: depth − 1.</summary>
    internal int IndexMask;

    internal int IterOut;

    internal int IterIn;

    internal int DstFactorOut;

    internal int DstFactorIn;

    internal int SrcFactorOut;

    internal int SrcFactorIn;

    internal int Immediate;
}
