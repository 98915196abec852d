namespace Vta.Compiler;

/// <summary>One micro-op: what it does, the same for all of its kernel, and its indices.</summary>
public sealed record UopPush(KernelOperation Operation, Expr Dst, Expr Src, Expr Wgt) : Stmt;
