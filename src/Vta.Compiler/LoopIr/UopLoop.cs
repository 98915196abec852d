namespace Vta.Compiler;

/// <summary>A loop that the instruction itself runs: each iteration adds the factors to the micro-ops' indices. At most two nest.</summary>
public sealed record UopLoop(Expr Extent, Expr DstFactor, Expr SrcFactor, Expr WgtFactor, Stmt Body) : Stmt;
