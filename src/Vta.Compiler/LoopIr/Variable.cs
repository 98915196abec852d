using System.Runtime.CompilerServices;

namespace Vta.Compiler;

/// <summary>A loop variable. Two of the same name are still two.</summary>
public record Variable(string Name) : Expr
{
    public virtual bool Equals(Variable? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);

    internal override Expr MapChildren(Func<Expr, Expr> map) => this;
}
