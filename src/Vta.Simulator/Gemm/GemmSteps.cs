namespace Vta.Simulator.Gemm;

/// <summary>Steps of a GEMM that share one weight element: a list of micro-ops inside two loops.</summary>
internal unsafe struct GemmSteps
{
    /// <summary>Accumulators that the micro-ops' Dst counts from, in values.</summary>
    internal int* Acc;

    /// <summary>Inputs that the micro-ops' Src counts from, in pairs.</summary>
    internal int* Inp;

    /// <summary>The weight element.</summary>
    internal int* Wgt;

    /// <summary>The micro-ops, their Dst in values and Src in pairs.</summary>
    internal MicroStep* Begin;

    internal MicroStep* End;

    internal GemmLoop Outer;

    internal GemmLoop Inner;
}
