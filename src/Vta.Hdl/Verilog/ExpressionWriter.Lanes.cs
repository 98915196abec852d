using Vta.Hdl.Diagnostics;
using Vta.Hdl.Ir;

namespace Vta.Hdl.Verilog;

/// <content>Lane maps and reductions.</content>
internal sealed partial class ExpressionWriter
{
    private readonly Dictionary<LaneIndex, (LaneMap Map, LaneScope Scope, string? Variable)> _lanes = [];
    private readonly Dictionary<LaneParameter, LaneMap> _parameters = [];

    /// <summary>Writes the generate loop that drives the target, a vector of the map's results.</summary>
    public void Loop(LaneMap map, Reference target, LaneScope place, string feeds, SourceLocation source = default)
    {
        _feeds = feeds;
        var loop = scope.NewText();
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
        }
        place.Text.Append(loop);
    }

    /// <summary>Writes the block that joins all elements of a vector into the target, a <c>reg</c>.</summary>
    public void Reduce(LaneReduce reduce, string target, LaneScope place)
    {
        _feeds = target;
        var vector = Refer(reduce.Vector);
        var variable = ReduceVariable;
        var element = vector.InLane(new(variable, reduce.Width, reduce.Count), reduce.Width);
        scope.Usage.Read(element);
        var symbol = reduce.Operator switch
        {
            BinaryOperator.Add => "+",
            BinaryOperator.And => "&",
            BinaryOperator.Or => "|",
            _ => "^",
        };
        place.Text.Line($"always @* begin : {scope.Names.Unique(target + "_reduce")}");
        place.Text.Indent();
        place.Text.Line($"integer {variable};");
        place.Text.Line($"{target} = {vector.Part(0, reduce.Width)};");
        place.Text.Line($"for ({variable} = 1; {variable} < {reduce.Count}; {variable} = {variable} + 1)");
        place.Text.Indent();
        place.Text.Line($"{target} = {target} {symbol} {element};");
        place.Text.Unindent();
        place.Text.Unindent();
        place.Text.Line("end");
    }

    /// <summary>The loop variable of blocks; each declares its own.</summary>
    public string ReduceVariable => field ??= scope.Names.Unique("n");

    private void WriteLoop(LaneMap map, Reference target, LaneScope place, CodeText into, SourceLocation source)
    {
        var variable = scope.Genvar(place.Depth);
        var block = scope.Names.Unique(_feeds + "_lane");
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
    public void WriteUnused(LaneScope place)
    {
        var unread = place.Declared.SelectMany(d => scope.Usage.Unread(d.Name, d.Width)).Select(r => r.ToString()).ToArray();
        if (unread.Length == 0)
            return;
        var name = scope.Names.Unique(place.Depth == 0 ? "unused_ok" : $"{place.Name}_unused_ok");
        place.Text.Line($"wire {name} = &{{1'b0, {string.Join(", ", unread)}}};");
    }

    private (string Text, int Precedence) WriteSingleLane(LaneMap map)
    {
        Enter(map, PlaceOf(map), null);
        return Write(map.Body, null);
    }

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
