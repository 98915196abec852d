namespace Vta.Compiler;

/// <summary>
/// An integer expression of the loop IR. Operators fold constants and neutral elements, so that what is known while a program
/// is generated stays out of it. Arithmetic is exact within 32 bits; leaving them is an <see cref="OverflowException"/>.
/// </summary>
public abstract record Expr
{
    public static implicit operator Expr(int value) => new Constant(value);

    public static Expr operator +(Expr left, Expr right) => BinaryExpr.Create(BinaryOperator.Add, left, right);

    public static Expr operator -(Expr left, Expr right) => BinaryExpr.Create(BinaryOperator.Subtract, left, right);

    public static Expr operator *(Expr left, Expr right) => BinaryExpr.Create(BinaryOperator.Multiply, left, right);

    public static Expr Min(Expr left, Expr right) => BinaryExpr.Create(BinaryOperator.Min, left, right);

    public static Expr Max(Expr left, Expr right) => BinaryExpr.Create(BinaryOperator.Max, left, right);

    /// <summary>Adds the variables of this expression to a set.</summary>
    internal abstract void CollectVariables(ISet<Variable> variables);
}
