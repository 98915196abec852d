using Vta.Hdl.Ir;

namespace Vta.Hdl.Verilog;

/// <content>Assertions: for simulators in clocked blocks that synthesis does not see, for provers as conditions on each cycle.</content>
internal sealed partial class ModuleWriter
{
    private readonly Dictionary<Assertion, string> _labels = new(ReferenceEqualityComparer.Instance);

    private void WriteAssertions()
    {
        var block = _scope.NewText();
        if (_dialect.IsFormal)
            WriteForProvers(block);
        else if (_plan.Assertions.Count > 0)
            WriteForSimulators(block);
        if (block.IsEmpty)
            return;
        Body.Gap();
        Body.Append(block);
        Body.Gap();
    }

    private void WriteForSimulators(CodeText block)
    {
        block.Line("`ifndef SYNTHESIS");
        foreach (var group in _plan.Assertions.GroupBy(a => a.Domain))
        {
            block.Line($"always @(posedge {_clocks.Of(group.Key).Clock}) begin");
            block.Indent();
            foreach (var assertion in group)
            {
                var message = assertion.Message.Replace("\\", "\\\\").Replace("\"", "\\\"").Replace("%", "%%").ReplaceLineEndings(" ");
                Write(assertion, $"assert ({_expressions.Argument(assertion.Condition, "assertion")}) else $error(\"{message}\");", block);
            }
            block.Unindent();
            block.Line("end");
        }
        block.Line("`endif");
    }

    /// <summary>What an instance assumes is for its parent to keep: assumptions are those of the top module alone.</summary>
    private void WriteForProvers(CodeText block)
    {
        if (_module.Parent is null && Clocks.Any(c => c.HasReset))
            block.Line($"always @* assume ({(_dialect.ResetAtAnyTime ? "reset || !$initstate" : "reset == $initstate")});");
        if (_plan.Assertions.Count == 0)
            return;
        block.Line("always @* begin");
        block.Indent();
        foreach (var assertion in _plan.Assertions)
        {
            var kind = assertion.Kind == AssertionKind.Assume && _module.Parent is not null ? AssertionKind.Assert : assertion.Kind;
            var word = kind.ToString().ToLowerInvariant();
            var label = _labels[assertion] = _scope.Names.Unique($"{word}_{_labels.Count + 1}");
            Write(assertion, $"{label}: {word} ({_expressions.Argument(assertion.Condition, "assertion")});", block);
        }
        block.Unindent();
        block.Line("end");
    }

    private void Write(Assertion assertion, string statement, CodeText block)
    {
        var enable = Make.IsOnes(assertion.Enable) ? "" : $" && {_expressions.Condition(assertion.Enable, "assertion")}";
        block.Line($"if (!{_clocks.Of(assertion.Domain).Reset}{enable})", assertion.Location);
        block.Indent();
        block.Line(statement);
        block.Unindent();
    }
}
