namespace Vta.Simulator.Gemm;

/// <summary>A micro-op of a kernel, decoded once for all its iterations: element indices, or offsets of elements.</summary>
internal struct MicroStep
{
    internal int Dst;
    internal int Src;
    internal int Wgt;
}
