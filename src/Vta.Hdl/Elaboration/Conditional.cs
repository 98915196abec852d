using Vta.Hdl.Diagnostics;
using Vta.Hdl.Ir;

namespace Vta.Hdl.Elaboration;

/// <summary>Opens the blocks of when, else-when and else.</summary>
internal static class Conditional
{
    public static Scope Open(BuildContext context, Block into, Expression condition, SourceLocation location)
    {
        var statement = new If(condition, location);
        into.Statements.Add(statement);
        context.Chains[into] = new(statement, statement, Make.Not(condition));
        return new(context, statement.Then, new(condition), location);
    }

    public static Scope OpenElseWhen(BuildContext context, Expression condition, SourceLocation location)
    {
        var chain = OpenChain(context, location);
        var statement = new If(condition, location);
        chain.Last.Else = new();
        chain.Last.Else.Statements.Add(statement);
        context.Chains[context.Block] = new(chain.First, statement, Make.Operate(BinaryOperator.And, chain.None, Make.Not(condition)));
        return new(context, statement.Then, new(Make.Operate(BinaryOperator.And, chain.None, condition)), location);
    }

    public static Scope OpenElse(BuildContext context, SourceLocation location)
    {
        var chain = OpenChain(context, location);
        context.Chains.Remove(context.Block);
        chain.Last.Else = new();
        return new(context, chain.Last.Else, new(chain.None), location);
    }

    private static Chain OpenChain(BuildContext context, SourceLocation location) =>
        context.Chains.TryGetValue(context.Block, out var chain) && chain.First == context.Block.Statements.LastOrDefault() ? chain : throw NoWhen(location);

    private static HdlException NoWhen(SourceLocation location) =>
        new(Rule.ElseWithoutWhen, "an else stands directly behind the block of a When or ElseWhen; there is none here", location);

    /// <summary>A when with its else-whens so far; an else ends it.</summary>
    /// <param name="First">The when.</param>
    /// <param name="Last">The last of the else-whens, or the when.</param>
    /// <param name="None">One bit: none of the conditions holds.</param>
    internal readonly record struct Chain(If First, If Last, Expression None);
}
