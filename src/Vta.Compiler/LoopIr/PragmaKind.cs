namespace Vta.Compiler.LoopIr;

/// <summary>What loops can become by request.</summary>
public enum PragmaKind
{
    /// <summary>Loads or stores of the DMA engines.</summary>
    DmaCopy,

    /// <summary>Kernels of the ALU.</summary>
    Alu,
}
