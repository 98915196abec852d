using Vta.Isa;

namespace Vta.Compiler;

/// <summary>A LOAD: rows from DRAM into an on-chip buffer, zeros around them. All numbers count elements of the memory.</summary>
public sealed record LoadBuffer2D(DramBuffer Source, Expr Offset, Expr XSize, Expr YSize, Expr XStride, Expr SramIndex, MemoryId Memory) : Stmt
{
    /// <summary>Zeros before each row.</summary>
    public Expr XPad0 { get; init; } = 0;

    /// <summary>Rows of zeros before.</summary>
    public Expr YPad0 { get; init; } = 0;

    /// <summary>Zeros after each row.</summary>
    public Expr XPad1 { get; init; } = 0;

    /// <summary>Rows of zeros after.</summary>
    public Expr YPad1 { get; init; } = 0;
}
