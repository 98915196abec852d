using System.Runtime.CompilerServices;

namespace Vta.Compiler.LoopIr;

/// <summary>
/// A loop variable. Two of the same name are still two: <c>==</c> of two variables says whether they are one, also of those that a schedule
/// calls axes. To compare their values, make one of them an expression: <c>(Expr)dy == dx</c>.
/// </summary>
public class Variable(string name) : Expr
{
    public string Name { get; } = name;

    private protected override object Identity => this;

    public static bool operator ==(Variable? left, Variable? right) => ReferenceEquals(left, right);

    public static bool operator !=(Variable? left, Variable? right) => !ReferenceEquals(left, right);

    public sealed override bool Equals(Expr? other) => ReferenceEquals(this, other);

    public sealed override bool Equals(object? obj) => ReferenceEquals(this, obj);

    public sealed override int GetHashCode() => RuntimeHelpers.GetHashCode(this);

    internal override Expr MapChildren(Func<Expr, Expr> map) => this;
}
