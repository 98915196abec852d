using Vta.Hdl.Diagnostics;
using Vta.Hdl.Ir;

namespace Vta.Hdl.Elaboration;

/// <summary>Where a part of a signal is set at a computed position: past the last element nothing is set.</summary>
internal static class PartialAssignment
{
    /// <summary>Adds the assignment: under a condition where an index can be past its last element.</summary>
    public static void Add(Block block, SignalPart part, Expression value, SourceLocation location, bool isField)
    {
        var isInside = part.Indices.Where(i => i.CanBeOutside).Aggregate((Expression)Make.True, (all, index) => Make.Operate(
            BinaryOperator.And, all, Make.Operate(BinaryOperator.LessThan, index.Index, Make.Constant(index.Count, index.Index.Width))));
        if (!Make.IsOnes(isInside))
        {
            var statement = new If(isInside, location);
            block.Statements.Add(statement);
            block = statement.Then;
        }
        var moved = part with { Indices = [.. part.Indices.Where(i => i.Count > 1)] };
        block.Statements.Add(new Assign(moved, value, location) { IsField = isField });
    }
}
