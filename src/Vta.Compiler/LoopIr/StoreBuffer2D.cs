namespace Vta.Compiler;

/// <summary>A STORE: consecutive outputs as rows into DRAM. All numbers count elements.</summary>
public sealed record StoreBuffer2D(Expr SramIndex, DramBuffer Destination, Expr Offset, Expr XSize, Expr YSize, Expr XStride) : Stmt;
