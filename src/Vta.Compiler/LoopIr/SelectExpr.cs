using Vta.Compiler.Tensors;
using Vta.Isa;

namespace Vta.Compiler.LoopIr;

/// <summary>One of two values. Only the one that is chosen is read. Made by <c>Te.IfThenElse</c>.</summary>
public sealed class SelectExpr : Expr
{
    private SelectExpr(Expr condition, Expr whenTrue, Expr otherwise)
    {
        Condition = condition;
        WhenTrue = whenTrue;
        Otherwise = otherwise;
    }

    public Expr Condition { get; }

    public Expr WhenTrue { get; }

    public Expr Otherwise { get; }

    public override DataType Type => WhenTrue.Type;

    private protected override object Identity => (Condition, WhenTrue, Otherwise);

    /// <exception cref="VtaInputException">The condition is a number, or the values are of different types.</exception>
    internal static Expr Create(Expr condition, Expr whenTrue, Expr otherwise)
    {
        if (condition.Type != DataType.Bool)
            throw new VtaInputException($"{condition} is {condition.Type}, and chooses between two values; a condition compares, as in i < 3");
        (whenTrue, otherwise) = BinaryExpr.OfOneType(whenTrue, otherwise);
        return condition is Constant known ? known.Value != 0 ? whenTrue : otherwise : new SelectExpr(condition, whenTrue, otherwise);
    }

    internal override Expr MapChildren(Func<Expr, Expr> map)
    {
        var (condition, whenTrue, otherwise) = (map(Condition), map(WhenTrue), map(Otherwise));
        return ReferenceEquals(condition, Condition) && ReferenceEquals(whenTrue, WhenTrue) && ReferenceEquals(otherwise, Otherwise)
            ? this
            : Create(condition, whenTrue, otherwise);
    }
}
