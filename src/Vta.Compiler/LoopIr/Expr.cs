using Vta.Compiler.Tensors;
using Vta.Isa;

namespace Vta.Compiler.LoopIr;

/// <summary>
/// An integer expression of the loop IR; all kinds are in Expressions.cs. Operators fold constants and neutral elements. Values wrap to their
/// type, as those of the hardware do (<see cref="ValueArithmetic"/>); what is computed of axes alone has to stay within 32 bits. A number takes
/// the type of what it is combined with, and has to fit it.
/// </summary>
public abstract class Expr : IEquatable<Expr>
{
    /// <summary>The type of its value.</summary>
    public virtual DataType Type => DataType.Int32;

    /// <summary>What it is, apart from its class: expressions of one class and equal identities are equal.</summary>
    private protected abstract object Identity { get; }

    /// <summary>The expressions that it is of.</summary>
    internal virtual IReadOnlyList<Expr> Children => [];

    public static implicit operator Expr(int value) => new Constant(value);

    /// <exception cref="VtaInputException">The number does not fit 32 bits.</exception>
    public static implicit operator Expr(long value) => value is >= int.MinValue and <= int.MaxValue
        ? new Constant((int)value)
        : throw new VtaInputException($"the number {value} does not fit 32 bits");

    [Obsolete("expressions are of integers", error: true)]
    public static explicit operator Expr(double value) => throw new NotSupportedException();

    [Obsolete("expressions are of integers", error: true)]
    public static explicit operator Expr(decimal value) => throw new NotSupportedException();

    public static Expr operator +(Expr left, Expr right) => Make.Binary(BinaryOperator.Add, left, right);

    public static Expr operator -(Expr left, Expr right) => Make.Binary(BinaryOperator.Subtract, left, right);

    /// <summary>The negative, wrapping: that of the least number is itself.</summary>
    public static Expr operator -(Expr value) => 0 - value;

    /// <summary>All bits turned around.</summary>
    public static Expr operator ~(Expr value) => -1 - value;

    public static Expr operator *(Expr left, Expr right) => Make.Binary(BinaryOperator.Multiply, left, right);

    /// <summary>The quotient, rounded down.</summary>
    public static Expr operator /(Expr left, Expr right) => Make.Binary(BinaryOperator.FloorDivide, left, right);

    /// <summary>The rest of the division that rounds down.</summary>
    public static Expr operator %(Expr left, Expr right) => Make.Binary(BinaryOperator.FloorModulo, left, right);

    /// <summary>A shift to the right by the negative of the count.</summary>
    public static Expr operator <<(Expr left, Expr right) => Make.Binary(BinaryOperator.ShiftLeft, left, right);

    /// <summary>A shift to the right that keeps the sign, of any count: one below zero shifts to the left.</summary>
    public static Expr operator >>(Expr left, Expr right) => Make.Binary(BinaryOperator.ShiftRight, left, right);

    public static Expr operator <(Expr left, Expr right) => Make.Binary(BinaryOperator.Less, left, right);

    public static Expr operator >(Expr left, Expr right) => right < left;

    public static Expr operator <=(Expr left, Expr right) => Make.Binary(BinaryOperator.LessOrEqual, left, right);

    public static Expr operator >=(Expr left, Expr right) => right <= left;

    /// <summary>The condition that two values are equal. Whether two expressions are the same is for <see cref="Equals(Expr)"/> to say.</summary>
    public static Expr operator ==(Expr left, Expr right) => left <= right & right <= left;

    /// <summary>The condition that two values differ.</summary>
    public static Expr operator !=(Expr left, Expr right) => left < right | right < left;

    /// <summary>The condition that two conditions hold.</summary>
    public static Expr operator &(Expr left, Expr right) => Make.Binary(BinaryOperator.And, left, right);

    /// <summary>The condition that one of two conditions holds, or both.</summary>
    public static Expr operator |(Expr left, Expr right) => Make.Binary(BinaryOperator.Or, left, right);

    /// <summary>The condition that another does not hold.</summary>
    public static Expr operator !(Expr condition) => condition switch
    {
        BinaryExpr { Operator: BinaryOperator.Less } less => less.Right <= less.Left,
        BinaryExpr { Operator: BinaryOperator.LessOrEqual } lessOrEqual => lessOrEqual.Right < lessOrEqual.Left,
        BinaryExpr { Operator: BinaryOperator.And } both => !both.Left | !both.Right,
        BinaryExpr { Operator: BinaryOperator.Or } either => !either.Left & !either.Right,
        _ => Make.Select(condition, Constant.Of(false), Constant.Of(true)),
    };

    public static Expr Min(Expr left, Expr right) => Make.Binary(BinaryOperator.Min, left, right);

    public static Expr Max(Expr left, Expr right) => Make.Binary(BinaryOperator.Max, left, right);

    /// <summary>This value as another type of integers: the same, wrapped.</summary>
    /// <exception cref="VtaInputException">The type is that of conditions.</exception>
    public Expr Cast(DataType type) => this switch
    {
        _ when type == Type => this,
        _ when type == DataType.Bool => throw new VtaInputException($"{this} is {Type}; a condition compares it, as in x != 0"),
        Constant constant => constant.Wrap(type),
        _ => new CastExpr(type, this),
    };

    public sealed override string ToString() => ScriptExpressions.Format(this);

    /// <summary>Whether two expressions are the same.</summary>
    public virtual bool Equals(Expr? other) =>
        ReferenceEquals(this, other) || (other is not null && other.GetType() == GetType() && Identity.Equals(other.Identity));

    public override bool Equals(object? obj) => Equals(obj as Expr);

    public override int GetHashCode() => Identity.GetHashCode();

    /// <summary>This expression with other children; itself where none changed.</summary>
    internal Expr MapChildren(Func<Expr, Expr> map)
    {
        var (children, isSame) = Rewriting.Each(Children, map);
        return isSame ? this : With(children);
    }

    /// <summary>This expression and all within it.</summary>
    internal IEnumerable<Expr> All() => Children.SelectMany(child => child.All()).Prepend(this);

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

    /// <summary>This expression of other children, where it has any.</summary>
    private protected virtual Expr With(IReadOnlyList<Expr> children) => throw new InvalidOperationException($"{GetType().Name} has no children");
}
