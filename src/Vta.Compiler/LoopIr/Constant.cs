namespace Vta.Compiler;

/// <summary>A known integer.</summary>
public sealed record Constant(int Value) : Expr
{
    public override string ToString() => $"{Value}";

    internal override void CollectVariables(ISet<Variable> variables)
    {
    }
}
