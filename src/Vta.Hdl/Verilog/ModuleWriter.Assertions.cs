using Vta.Hdl.Diagnostics;
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
            block.Line($"always @({_clocks.Of(group.Key).EdgeOrReset}) begin");
            block.Indent();
            foreach (var assertion in group)
            {
                var message = FormatText(assertion.Message.ReplaceLineEndings(" "));
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
        if (_module.Parent is null)
            WriteStart(block);
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

    /// <summary>
    /// How a proof begins: with reset, of all clocks together. Of several clocks any may have an edge in a step, but in reset all do.
    /// </summary>
    private void WriteStart(CodeText block)
    {
        var resets = Clocks.Where(c => c.HasReset).Select(c => c.Resets.First()).ToArray();
        foreach (var reset in resets)
            block.Line($"always @* assume ({(_dialect.ResetAtAnyTime ? $"{reset} || !$initstate" : $"({reset}) == $initstate")});");
        if (!HasStep)
            return;
        var made = _module.SelfAndDescendants().SelectMany(m => m.MadeClocks).ToLookup(m => m.Domain);
        var clocks = Clocks.Where(c => !made[c.Domain].Any(m => m.Bit is not null)).Select(c => c.Clock).ToArray();
        var behind = Clocks.Where(c => made[c.Domain].OfType<RegisterClock>().Any()).Select(c => c.Clock).ToArray();
        block.Line($"always @* assume ({string.Join(" || ", clocks.Concat(behind))});");
        block.Line($"always @* assume (!$initstate || ({string.Join(" && ", clocks)}));");
        if (behind.Length > 0)
            WriteStepsBehind(clocks, behind, block);
        if (!_dialect.ResetAtAnyTime || resets.Length == 0)
            return;
        foreach (var reset in resets.Skip(1))
            block.Line($"always @* assume (({reset}) == ({resets[0]}));");
        block.Line($"always @* assume (!({resets[0]}) || ({string.Join(" && ", clocks)}));");
    }

    /// <summary>Clocks that are made of registers have their edges at once: no other clock comes between, and no input changes.</summary>
    private void WriteStepsBehind(IEnumerable<string> clocks, IEnumerable<string> behind, CodeText block)
    {
        var isBehind = string.Join(" || ", behind);
        block.Line($"always @* assume (!({isBehind}) || !({string.Join(" || ", clocks)}));");
        var inputs = _module.Ports.Where(p => p.Kind == SignalKind.Input).ToArray();
        if (inputs.Length == 0)
            return;
        var (all, before) = ($"{{{string.Join(", ", inputs.Select(_scope.NameOf))}}}", _scope.Names.Unique("inputs_before"));
        block.Line($"{ModuleScope.Declare("reg", before, inputs.Sum(i => i.Width))};");
        block.Line($"always @(posedge {VerilogDialect.Step}) {before} <= {all};");
        block.Line($"always @* assume (!({isBehind}) || {all} == {before});");
    }

    /// <summary>Text inside a string that is a format.</summary>
    private static string FormatText(string text) => text.Replace("\\", "\\\\").Replace("\"", "\\\"").Replace("%", "%%").ReplaceLineEndings("\\n");

    private void Write(Assertion assertion, string statement, CodeText block) =>
        WriteChecked(assertion.Domain, assertion.Enable, "assertion", statement, assertion.Location, block);

    /// <summary>A statement that is there where a bit is high and a domain is not in reset.</summary>
    private void WriteChecked(ClockDomain domain, Expression enable, string what, string statement, SourceLocation location, CodeText block)
    {
        var running = _clocks.Of(domain).Running;
        var conditions = Make.IsOnes(enable) ? [.. running] : running.Append(_expressions.Condition(enable, what)).ToArray();
        if (conditions.Length > 0)
        {
            block.Line($"if ({string.Join(" && ", conditions)})", location);
            block.Indent();
        }
        block.Line(statement);
        if (conditions.Length > 0)
            block.Unindent();
    }
}
