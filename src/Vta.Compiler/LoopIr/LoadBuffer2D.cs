using Vta.Compiler.Tensors;
using Vta.Isa;

namespace Vta.Compiler.LoopIr;

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

    internal override Stmt Map(Func<Stmt, Stmt> statement, Func<Expr, Expr> expression)
    {
        var mapped = new LoadBuffer2D(
            Source, expression(Offset), expression(XSize), expression(YSize), expression(XStride), expression(SramIndex), Memory)
        {
            XPad0 = expression(XPad0),
            YPad0 = expression(YPad0),
            XPad1 = expression(XPad1),
            YPad1 = expression(YPad1),
        };
        return mapped == this ? this : mapped;
    }
}
