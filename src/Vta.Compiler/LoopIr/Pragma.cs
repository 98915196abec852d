using Vta.Compiler.Diagnostics;

namespace Vta.Compiler.LoopIr;

/// <summary>The user asks for a statement to become an intrinsic.</summary>
/// <param name="Kind">What it is to become.</param>
/// <param name="Where">Where that is asked.</param>
/// <param name="Body">The loops that it is done by now.</param>
public sealed record Pragma(PragmaKind Kind, SourceLine Where, Stmt Body) : Stmt
{
    internal override Stmt Map(Func<Stmt, Stmt> statement, Func<Expr, Expr> expression)
    {
        var body = statement(Body);
        return Same(body, Body) ? this : this with { Body = body };
    }
}
