using Vta.Hdl.Diagnostics;
using Vta.Hdl.Ir;

namespace Vta.Hdl.Verilog;

/// <content>Lane maps that statements assign: loops of statements, which simulators run only where the statement is reached.</content>
internal sealed partial class ExpressionWriter
{
    /// <summary>
    /// Writes the loops that assign a lane map. False where the value is none, is used elsewhere, too, or where a lane needs wires of its own, which
    /// statements cannot declare.
    /// </summary>
    /// <param name="value">What is assigned.</param>
    /// <param name="target">What it is assigned to.</param>
    /// <param name="assignment">The operator of the assignment.</param>
    /// <param name="text">Takes the loops.</param>
    /// <param name="source">The place of the assignment.</param>
    /// <param name="variables">The loop variables, outer loops first.</param>
    public bool TryLoops(
        Expression value, Reference target, string assignment, CodeText text, SourceLocation source, out IReadOnlyList<string> variables)
    {
        variables = [];
        if (Single(value) is not LaneMap { Count: > 1 } map || !IsPlainMap(map))
            return false;
        Feed(target.Name);
        var names = new List<string>();
        WriteLoops(map, target, assignment, text, source, names);
        variables = names;
        return true;
    }

    private void WriteLoops(LaneMap map, Reference target, string assignment, CodeText text, SourceLocation source, List<string> variables)
    {
        var variable = scope.LoopVariable(variables.Count);
        variables.Add(variable);
        Enter(map, new LaneScope(scope.NewText(), variables.Count, ""), variable);
        var lane = target.InLane(new(variable, map.Body.Width, map.Count), map.Body.Width);
        text.Line($"for ({variable} = 0; {variable} < {map.Count}; {variable} = {variable} + 1)", source);
        text.Indent();
        if (Single(map.Body) is LaneMap { Count: > 1 } inner)
            WriteLoops(inner, lane, assignment, text, default, variables);
        else
            text.Line($"{lane} {assignment} {Right(map.Body, null, isContinuous: false)};");
        text.Unindent();
    }

    private bool IsPlainMap(LaneMap map)
    {
        if (sharing.Uses(map) > 1 || _names.ContainsKey(map))
            return false;
        Enter(map, scope.Module, null);
        return Single(map.Body) is LaneMap { Count: > 1 } inner ? IsPlainMap(inner) : IsPlainRoot(map.Body);
    }

    private bool IsPlainRoot(Expression body) => sharing.IsNamed(body) ? IsPlain(body) : body switch
    {
        Binary product when IsSignedProduct(product) => IsPlain(((Extend)product.Left).Operand) && IsPlain(((Extend)product.Right).Operand),
        Binary product when IsNarrowProduct(product) => IsPart(((Extend)product.Left).Operand) && IsPart(((Extend)product.Right).Operand),
        Extend { Signed: true, Operand: Binary product } when IsSignedProduct(product) && IsFullProduct(product) && !IsShared(product) => IsPlainRoot(product),
        _ => IsPlain(body),
    };

    /// <summary>Whether an expression can be written without anything declared for the lane.</summary>
    private bool IsPlain(Expression expression) => IsOutside(expression) || (!IsDeclared(expression) && expression switch
    {
        LaneParameter parameter => IsPlain(parameter.Vector),
        Slice slice => Push(slice) is { } pushed ? IsPlain(pushed) : IsPart(slice.Operand),
        Extend { Signed: true, Operand.Width: > 1 } extend => IsPart(extend.Operand),
        LaneReduce { Vector: LaneMap { Body: Extend { Operand: LaneParameter }, Parameters.Count: 1 } map } => IsPart(map.Parameters[0].Vector),
        LaneReduce reduce => IsPart(reduce.Vector),
        Extend or Unary or Binary or Ir.Mux or Concat or Replicate => ExpressionGraph.Operands(expression).All(IsPlain),
        _ => false,
    });

    /// <summary>Whether an expression is a name or a part of one.</summary>
    private bool IsPart(Expression expression) =>
        IsOutside(expression) || (expression is Slice or LaneParameter && !IsDeclared(expression) && IsPlain(expression));

    /// <summary>Whether an expression is the same in all lanes: where it needs a name, that is one of the module.</summary>
    private bool IsOutside(Expression expression) => sharing.Free(expression).Count == 0;

    private bool IsDeclared(Expression expression) =>
        (expression is not LaneParameter && sharing.IsNamed(expression)) || NeedsOwnAssignment(expression);
}
