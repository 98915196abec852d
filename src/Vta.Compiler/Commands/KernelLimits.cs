namespace Vta.Compiler.Commands;

/// <summary>The loops that a GEMM or ALU instruction has fields for.</summary>
internal static class KernelLimits
{
    /// <summary>Loops around the micro-ops.</summary>
    internal const int MaxLoops = 2;

    /// <summary>The most iterations of a loop.</summary>
    internal const int MaxExtent = (1 << 14) - 1;
}
