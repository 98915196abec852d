using Vta.Hdl.Diagnostics;
using Vta.Hdl.Ir;

namespace Vta.Hdl.Verilog;

/// <content>Lane maps and reductions.</content>
internal sealed partial class ExpressionWriter
{
    private readonly Dictionary<LaneIndex, (LaneMap Map, LaneScope Scope, string? Variable)> _lanes = [];
    private readonly Dictionary<LaneParameter, LaneMap> _parameters = [];

    /// <summary>Writes the generate loop that drives the target, a vector of the map's results.</summary>
    /// <param name="map">The map.</param>
    /// <param name="target">What its results are assigned to.</param>
    /// <param name="place">Where the loop goes.</param>
    /// <param name="declaration">The declaration of the target, where the loop brings it; else empty.</param>
    /// <param name="source">The place of the assignment.</param>
    public void Loop(LaneMap map, Reference target, LaneScope place, string declaration = "", SourceLocation source = default)
    {
        var loop = scope.NewText();
        if (declaration.Length > 0)
            loop.Line(declaration);
        if (place.Depth == 0)
        {
            loop.Line("generate");
            loop.Indent();
        }
        WriteLoop(map, target, place, loop, source);
        if (place.Depth == 0)
        {
            loop.Unindent();
            loop.Line("endgenerate");
            place.Text.Gap();
        }
        place.Text.Append(loop);
        if (place.Depth == 0)
            place.Text.Gap();
    }

    /// <summary>All elements of a vector joined, by a call of a function with a loop.</summary>
    private string Reduce(LaneReduce reduce)
    {
        var isExtended = reduce.Vector is LaneMap { Body: Extend { Operand: LaneParameter }, Parameters.Count: 1 } && !IsShared(reduce.Vector);
        var (vector, element) = isExtended && reduce.Vector is LaneMap { Body: Extend e } map
            ? (map.Parameters[0].Vector, (e.Operand.Width, e.Signed))
            : (reduce.Vector, (reduce.Width, false));
        var shape = new ReduceShape(reduce.Operator, reduce.Count, reduce.Width, element.Item1, element.Item2);
        return $"{scope.Functions.NameOf(shape)}({Text(vector, Precedence.Lowest)})";
    }

    private void WriteLoop(LaneMap map, Reference target, LaneScope place, CodeText into, SourceLocation source)
    {
        var variable = scope.Genvar(place.Depth);
        var block = scope.Names.Unique(target.Name + "_lane");
        var inside = new LaneScope(scope.NewText(), place.Depth + 1, block);
        var lane = target.InLane(new(variable, map.Body.Width, map.Count), map.Body.Width);
        Enter(map, inside, variable);
        if (map.Body is LaneMap { Count: > 1 } inner && sharing.Uses(inner) == 1)
        {
            var loop = scope.NewText();
            WriteLoop(inner, lane, inside, loop, default);
            inside.Text.Append(loop);
        }
        else
        {
            var value = Right(map.Body, null, isContinuous: true);
            inside.Text.Line($"assign {lane} = {value};");
        }
        WriteUnused(inside);

        into.Line($"for ({variable} = 0; {variable} < {map.Count}; {variable} = {variable} + 1) begin : {block}", source);
        into.Indent();
        into.Append(inside.Text);
        into.Unindent();
        into.Line("end");
    }

    /// <summary>Reads what nothing else reads, in the form that linters know.</summary>
    public void WriteUnused(LaneScope place, params IEnumerable<Memory> memories)
    {
        var unread = place.Declared.SelectMany(d => scope.Usage.Unread(d.Name, d.Width)).Select(r => r.ToString())
            .Concat(memories.Select(scope.NameOf).Where(m => scope.Usage.Unread(m, 1).Any()).Select(m => $"{m}[0]"))
            .ToArray();
        if (unread.Length == 0)
            return;
        var name = scope.Names.Unique(place.Depth == 0 ? "unused_ok" : $"{place.Name}_unused_ok");
        place.Text.Line($"wire {name} = &{{1'b0, {string.Join(", ", unread)}}};");
    }

    /// <summary>What a map of one lane is.</summary>
    private Expression OnlyLane(LaneMap map)
    {
        Enter(map, PlaceOf(map), null);
        return map.Body;
    }

    /// <summary>What remains of maps of one lane.</summary>
    private Expression Single(Expression expression) =>
        expression is LaneMap { Count: 1 } map && !sharing.IsNamed(map) ? Single(OnlyLane(map)) : expression;

    private void Enter(LaneMap map, LaneScope inside, string? variable)
    {
        _lanes[map.Index] = (map, inside, variable);
        foreach (var parameter in map.Parameters)
            _parameters[parameter] = map;
    }

    /// <summary>The innermost scope on whose lanes an expression depends.</summary>
    private LaneScope PlaceOf(Expression expression) =>
        sharing.Free(expression).Select(i => _lanes[i].Scope).MaxBy(s => s.Depth) ?? scope.Module;

    private Reference Lane(LaneParameter parameter)
    {
        var map = _parameters[parameter];
        var vector = Refer(parameter.Vector);
        return _lanes[map.Index].Variable is { } variable
            ? vector.InLane(new(variable, parameter.Width, map.Count), parameter.Width)
            : vector;
    }

    /// <summary>The number of this lane as a value: a wire of the loop's block, since linters mind comparisons of constants.</summary>
    private string LaneNumber(LaneIndex index)
    {
        var (_, inside, variable) = _lanes[index];
        if (variable is null)
            return Literals.Text(0, index.Width);
        if (inside.IndexName is null)
        {
            inside.IndexName = scope.Names.Unique("lane");
            inside.Text.Line($"{ModuleScope.Declare("wire", inside.IndexName, index.Width)} = {Reference.Whole(variable, 32).Part(0, index.Width)};");
        }
        return inside.IndexName;
    }
}
