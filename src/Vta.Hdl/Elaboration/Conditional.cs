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
        return new(context, statement.Then, condition, location);
    }

    public static Scope OpenElseWhen(BuildContext context, Expression condition, SourceLocation location)
    {
        var (last, none) = LastOfChain(context, location);
        var statement = new If(condition, location);
        last.Else = new();
        last.Else.Statements.Add(statement);
        return new(context, statement.Then, Make.Operate(BinaryOperator.And, none, condition), location);
    }

    public static Scope OpenElse(BuildContext context, SourceLocation location)
    {
        var (last, none) = LastOfChain(context, location);
        last.Else = new();
        return new(context, last.Else, none, location);
    }

    /// <summary>The last if of the chain that ends the current block, and the condition that none of the chain holds.</summary>
    private static (If Last, Expression None) LastOfChain(BuildContext context, SourceLocation location)
    {
        if (context.Block.Statements.LastOrDefault() is not If chain)
            throw NoWhen(location);
        var none = Make.Not(chain.Condition);
        while (chain.Else is { } otherwise)
        {
            if (otherwise.Statements is not [If next])
                throw NoWhen(location);
            chain = next;
            none = Make.Operate(BinaryOperator.And, none, Make.Not(chain.Condition));
        }
        return (chain, none);
    }

    private static HdlException NoWhen(SourceLocation location) =>
        new(Rule.ElseWithoutWhen, "an else stands directly behind the block of a When or ElseWhen; there is none here", location);
}
