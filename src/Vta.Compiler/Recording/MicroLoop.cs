namespace Vta.Compiler.Recording;

/// <summary>A loop of a GEMM or ALU instruction, and what its iterations add to the micro-ops' indices.</summary>
public readonly record struct MicroLoop(int Extent, int DstFactor, int SrcFactor, int WgtFactor)
{
    internal static MicroLoop Once { get; } = new(1, 0, 0, 0);
}
