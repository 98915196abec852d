namespace Vta.Compiler;

/// <summary>
/// An integer expression of the loop IR: <see cref="Constant"/>, <see cref="Variable"/>, <see cref="BinaryExpr"/>,
/// <see cref="CastExpr"/>, <see cref="SelectExpr"/>, <see cref="AluExpr"/>; in tensor expressions also <see cref="TensorRead"/> and
/// <see cref="ReduceExpr"/>, of which lowering makes <see cref="BufferLoad"/> and <see cref="BufferAddress"/>. Operators fold constants
/// and neutral elements. Arithmetic on indices is exact within 32 bits; leaving them is an <see cref="OverflowException"/>.
/// </summary>
public abstract record Expr
{
    /// <summary>The type of its value.</summary>
    public virtual DataType Type => DataType.Int32;

    public static implicit operator Expr(int value) => new Constant(value);

    public static Expr operator +(Expr left, Expr right) => BinaryExpr.Create(BinaryOperator.Add, left, right);

    public static Expr operator -(Expr left, Expr right) => BinaryExpr.Create(BinaryOperator.Subtract, left, right);

    public static Expr operator *(Expr left, Expr right) => BinaryExpr.Create(BinaryOperator.Multiply, left, right);

    /// <summary>The quotient, rounded down.</summary>
    public static Expr operator /(Expr left, Expr right) => BinaryExpr.Create(BinaryOperator.FloorDivide, left, right);

    /// <summary>The rest of the division that rounds down.</summary>
    public static Expr operator %(Expr left, Expr right) => BinaryExpr.Create(BinaryOperator.FloorModulo, left, right);

    public static Expr operator <<(Expr left, Expr right) => BinaryExpr.Create(BinaryOperator.ShiftLeft, left, right);

    public static Expr operator >>(Expr left, Expr right) => BinaryExpr.Create(BinaryOperator.ShiftRight, left, right);

    public static Expr operator <(Expr left, Expr right) => BinaryExpr.Create(BinaryOperator.Less, left, right);

    public static Expr operator >(Expr left, Expr right) => right < left;

    public static Expr operator <=(Expr left, Expr right) => BinaryExpr.Create(BinaryOperator.LessOrEqual, left, right);

    public static Expr operator >=(Expr left, Expr right) => right <= left;

    public static Expr operator &(Expr left, Expr right) => BinaryExpr.Create(BinaryOperator.And, left, right);

    public static Expr Min(Expr left, Expr right) => BinaryExpr.Create(BinaryOperator.Min, left, right);

    public static Expr Max(Expr left, Expr right) => BinaryExpr.Create(BinaryOperator.Max, left, right);

    /// <summary>This value as another type.</summary>
    public Expr Cast(DataType type) => type == Type ? this : this is Constant constant ? constant.As(type) : new CastExpr(type, this);

    public sealed override string ToString() => ScriptExpressions.Format(this);

    /// <summary>This expression with other children; itself where none changed.</summary>
    internal abstract Expr MapChildren(Func<Expr, Expr> map);

    /// <summary>This expression and all within it.</summary>
    internal IEnumerable<Expr> All()
    {
        var all = new List<Expr>();
        Expr Collect(Expr expression)
        {
            all.Add(expression);
            return expression.MapChildren(Collect);
        }
        Collect(this);
        return all;
    }

    /// <summary>Adds the variables of this expression to a set.</summary>
    internal void CollectVariables(ISet<Variable> variables)
    {
        foreach (var variable in All().OfType<Variable>())
            variables.Add(variable);
    }

    /// <summary>Whether a variable occurs in it.</summary>
    internal bool Uses(Variable variable) => All().Contains(variable);

    /// <summary>This expression with variables replaced.</summary>
    internal Expr Substitute(IReadOnlyDictionary<Variable, Expr> values) =>
        this is Variable variable && values.TryGetValue(variable, out var value) ? value : MapChildren(child => child.Substitute(values));

    /// <inheritdoc cref="Substitute(IReadOnlyDictionary{Variable, Expr})"/>
    internal Expr Substitute(Variable variable, Expr value) => Substitute(new Dictionary<Variable, Expr> { [variable] = value });
}
