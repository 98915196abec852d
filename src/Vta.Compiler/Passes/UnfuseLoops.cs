using Vta.Compiler.LoopIr;
using Vta.Compiler.LoopIr.Arithmetic;

namespace Vta.Compiler.Passes;

/// <summary>
/// Takes loops apart of whose index there is a quotient and a rest, as there is where axes were fused: units know indices that are sums of
/// loop variables times numbers.
/// </summary>
internal sealed class UnfuseLoops
{
    private readonly Simplifier simplifier;

    private UnfuseLoops(Bounds bounds) => simplifier = new Simplifier(bounds);

    internal static Stmt Run(Stmt program, Bounds bounds) => new UnfuseLoops(bounds).Visit(program);

    private Stmt Visit(Stmt statement) => statement is Pragma pragma
        ? pragma with { Body = Unfuse(pragma.Body) }
        : statement.Map(Visit);

    private Stmt Unfuse(Stmt statement)
    {
        var inside = statement.Map(Unfuse);
        return inside is For { Extent: Constant { Value: var extent } } loop && Divisor(loop, extent) is { } divisor ? TakeApart(loop, extent, divisor) : inside;
    }

    /// <summary>The least number that the variable of a loop is divided by; null where it is none of its length.</summary>
    private static int? Divisor(For loop, int extent)
    {
        var divisors = loop.Body.All().SelectMany(statement => statement.Expressions).SelectMany(expression => expression.All()).OfType<BinaryExpr>()
            .Where(part => part.Operator is BinaryOperator.FloorDivide or BinaryOperator.FloorModulo && part.Left.Equals(loop.Variable))
            .Select(part => part.Right).OfType<Constant>().Select(divisor => divisor.Value).ToList();
        return divisors.Count > 0 && divisors.Min() is var least && least > 1 && least < extent && extent % least == 0 ? least : null;
    }

    private Stmt TakeApart(For loop, int extent, int divisor)
    {
        var (quotient, rest) = (new Variable($"{loop.Variable.Name}.quotient"), new Variable($"{loop.Variable.Name}.rest"));
        simplifier.Bounds.Add(quotient, extent / divisor);
        simplifier.Bounds.Add(rest, divisor);
        var body = Simplify(loop.Body.Substitute(loop.Variable, quotient * divisor + rest));
        return Unfuse(new For(quotient, extent / divisor, new For(rest, divisor, body)));
    }

    private Stmt Simplify(Stmt statement) => statement.Map(Simplify, simplifier.Simplify);
}
