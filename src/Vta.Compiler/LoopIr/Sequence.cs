namespace Vta.Compiler;

/// <summary>Statements one after the other.</summary>
public sealed record Sequence(params IReadOnlyList<Stmt> Statements) : Stmt;
