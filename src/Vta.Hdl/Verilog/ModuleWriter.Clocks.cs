using Vta.Hdl.Ir;
using Vta.Hdl.Lowering;

namespace Vta.Hdl.Verilog;

/// <content>Clocks that the module makes.</content>
internal sealed partial class ModuleWriter
{
    private void WriteMadeClocks()
    {
        foreach (var port in Clocks.Where(c => c.Made is not null))
        {
            var block = _scope.NewText();
            if (port.Made!.Bit is { } bit)
                _scope.Usage.Read(Reference.Whole(_scope.NameOf(bit), 1));
            switch (port.Made)
            {
                case RegisterClock made when _dialect.HasSteps:
                    WriteStepsOf(made, port, block);
                    break;
                case GatedClock gate when _dialect.HasSteps:
                    block.Line($"always @* assume ({port.Clock} == ({_clocks.Of(gate.Of).Clock} && {Open(gate, port)}));");
                    break;
                case GatedClock gate:
                    WriteGate(gate, port, block);
                    break;
                case RegisterClock made:
                    block.Line($"assign {port.Clock} = {_scope.NameOf(made.Register)};", made.Location);
                    break;
            }
            Body.Gap();
            Body.Append(block);
            Body.Gap();
        }
    }

    /// <summary>The wires of the clocks, declared ahead of what drives them.</summary>
    private void DeclareMadeClocks(CodeText text)
    {
        foreach (var port in Clocks.Where(c => c.Made is not null && !c.IsStepped))
            text.Line($"wire {port.Clock};", port.Made!.Location);
    }

    /// <summary>A latch holds the gate while the clock is at the level that its edge leads to, so that no pulse is cut.</summary>
    private void WriteGate(GatedClock gate, ClockPort port, CodeText block)
    {
        var source = _clocks.Of(gate.Of).Clock;
        var isRising = gate.Of.Edge == ClockEdge.Rising;
        var latch = _scope.Names.Unique($"{port.Clock}_open");
        block.Line("/* verilator lint_off LATCH */");
        block.Line($"reg {latch};");
        block.Line($"always @* if ({(isRising ? "!" : "")}{source}) {latch} = {Open(gate, port)};", gate.Location);
        block.Line("/* verilator lint_on LATCH */");
        block.Line($"assign {port.Clock} = {(isRising ? $"{source} && {latch}" : $"{source} || !{latch}")};", gate.Location);
    }

    /// <summary>The gate is open in reset, which would not act otherwise.</summary>
    private string Open(GatedClock gate, ClockPort port)
    {
        var resets = port.Domain is { HasReset: true, IsResetAsynchronous: false } ? _clocks.Of(gate.Of).Resets : [];
        return $"({string.Join(" || ", resets.Prepend(_scope.NameOf(gate.Enable)))})";
    }

    /// <summary>The clock has an edge in the step behind the one in which its register changes.</summary>
    private void WriteStepsOf(RegisterClock made, ClockPort port, CodeText block)
    {
        var register = _scope.NameOf(made.Register);
        var before = _scope.Names.Unique($"{register}_before");
        var edge = made.Domain.Edge == ClockEdge.Rising ? $"{register} && !{before}" : $"!{register} && {before}";
        block.Line($"reg {before};");
        block.Line($"always @(posedge {VerilogDialect.Step}) {before} <= {register};");
        block.Line($"always @* assume ({port.Clock} == (!$initstate && {edge}));");
    }
}
