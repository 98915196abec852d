using Vta.Hdl.Ir;

namespace Vta.Hdl.Verilog;

/// <summary>Writes the statements inside always blocks.</summary>
/// <param name="scope">The names of the module.</param>
/// <param name="expressions">Writes what the statements read.</param>
/// <param name="assignment"><c>=</c> in combinational blocks, <c>&lt;=</c> in clocked ones.</param>
internal sealed class StatementWriter(ModuleScope scope, ExpressionWriter expressions, string assignment)
{
    private IReadOnlyList<string> _loopVariables = [];

    /// <summary>A block behind its keyword, such as <c>always @*</c>; where there are loops, it has a name and declares their variables.</summary>
    /// <param name="keyword">What begins the block.</param>
    /// <param name="body">Its statements as written here, indented.</param>
    public CodeText Whole(string keyword, CodeText body)
    {
        var text = scope.NewText();
        if (_loopVariables.Count > 0)
        {
            text.Line($"{keyword} begin : {scope.Names.Unique("lanes")}");
            text.Indent();
            text.Line($"integer {string.Join(", ", _loopVariables)};");
            text.Unindent();
        }
        else
        {
            text.Line($"{keyword} begin");
        }
        text.Append(body);
        text.Line("end");
        return text;
    }

    /// <summary>The statements, indented.</summary>
    public void Body(Block block, CodeText text)
    {
        text.Indent();
        Statements(block, text);
        text.Unindent();
    }

    public void Statements(Block block, CodeText text)
    {
        foreach (var statement in block.Statements)
        {
            switch (statement)
            {
                case Assign assign:
                    Write(assign, text);
                    break;
                case If choice:
                    Write(choice, "", text);
                    break;
                case Switch choice:
                    Write(choice, text);
                    break;
            }
        }
    }

    private void Write(Assign assign, CodeText text)
    {
        var name = scope.NameOf(assign.Target);
        if (assign.Part.IsFixed && TryLoops(assign, name, text))
            return;
        var target = expressions.Place(assign.Part);
        var value = expressions.Value(assign.Value, name, assign.Target.Enumeration, isContinuous: false, define: false);
        text.Line($"{target} {assignment} {value};", assign.Location);
    }

    private bool TryLoops(Assign assign, string name, CodeText text)
    {
        // A block does not see what it sets itself: lanes that depend on each other have to be set outside.
        if (assign.Target.Kind != SignalKind.Register && ExpressionGraph.Signals([assign.Value]).Contains(assign.Target))
            return false;
        var target = Reference.Whole(name, assign.Target.Width).Part(assign.Part.Low, assign.Part.Width);
        if (!expressions.TryLoops(assign.Value, target, assignment, text, assign.Location, out var variables))
            return false;
        _loopVariables = variables.Count > _loopVariables.Count ? variables : _loopVariables;
        return true;
    }

    private void Write(If choice, string prefix, CodeText text)
    {
        var feeds = scope.NameOf(Projection.Targets(choice.Then).First());
        var condition = expressions.Argument(choice.Condition, feeds);
        var isBlock = NeedsBegin(choice.Then) || (choice.Else is not null && choice.Then.Statements is [If or Switch]);
        text.Line($"{prefix}if ({condition}){(isBlock ? " begin" : "")}", choice.Location);
        Body(choice.Then, text);
        if (choice.Else is not { } otherwise)
        {
            if (isBlock)
                text.Line("end");
            return;
        }
        var end = isBlock ? "end " : "";
        if (otherwise.Statements is [If next])
        {
            Write(next, $"{end}else ", text);
            return;
        }
        var isElseBlock = NeedsBegin(otherwise);
        text.Line($"{end}else{(isElseBlock ? " begin" : "")}");
        Body(otherwise, text);
        if (isElseBlock)
            text.Line("end");
    }

    private void Write(Switch choice, CodeText text)
    {
        var feeds = scope.NameOf(Projection.Targets(choice.Cases[0].Body).Concat(choice.Default is null ? [] : Projection.Targets(choice.Default)).First());
        text.Line($"case ({expressions.Argument(choice.Subject, feeds)})", choice.Location);
        text.Indent();
        foreach (var (values, body) in choice.Cases)
        {
            var labels = values.Select(v =>
                (choice.Enumeration is null ? null : scope.MemberName(choice.Enumeration, v, choice.Subject.Width)) ?? Literals.Text(v, choice.Subject.Width));
            Arm(string.Join(", ", labels), body, text);
        }
        if (choice.Default is { Statements.Count: > 0 } rest)
            Arm("default", rest, text);
        else if (!IsFull(choice))
            text.Line("default: ;");
        text.Unindent();
        text.Line("endcase");
    }

    private void Arm(string label, Block body, CodeText text)
    {
        if (body.Statements.Count == 0)
        {
            text.Line($"{label}: ;");
            return;
        }
        var isBlock = NeedsBegin(body);
        text.Line($"{label}:{(isBlock ? " begin" : "")}");
        Body(body, text);
        if (isBlock)
            text.Line("end");
    }

    private static bool IsFull(Switch choice) =>
        choice.Subject.Width < 31 && choice.Cases.Sum(c => c.Values.Count) == 1 << choice.Subject.Width;

    private static bool NeedsBegin(Block block) => block.Statements.Count != 1;
}
