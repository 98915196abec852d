using System.Runtime.CompilerServices;

namespace Vta.Compiler;

/// <summary>A loop variable. Two of the same name are still two.</summary>
public sealed record Variable(string Name) : Expr
{
    public bool Equals(Variable? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);

    public override string ToString() => Name;

    internal override void CollectVariables(ISet<Variable> variables) => variables.Add(this);
}
