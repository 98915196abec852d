using Vta.Hdl.Ir;
using Vta.Hdl.Lowering;

namespace Vta.Hdl.Verilog;

/// <content>What stands between the declarations and the end.</content>
internal sealed partial class ModuleWriter
{
    private readonly HashSet<Assign> _definitions = [];

    private void WriteBody()
    {
        foreach (var part in _plan.Combinational)
            WriteCombinational(part);
        foreach (var instance in _module.Instances)
            WriteInstance(instance);
        WriteMadeClocks();
        WritePins();
        WriteInitial();
        foreach (var part in _plan.Clocked)
            WriteRegisters(part);
        var memories = new MemoryWriter(_scope, _expressions, _clocks, _memoryFiles);
        foreach (var memory in _plan.Memories)
            memories.Write(memory, _plan.ReadPorts(memory).ToArray());
        WriteAssertions();
        WritePrints();
        DeclareForUsage();
    }

    private void WriteCombinational(CombinationalPart part)
    {
        if (part.Plain is { } plain)
        {
            WritePlain(plain);
            return;
        }
        if (!part.IsContinuous)
        {
            var writer = new StatementWriter(_scope, _expressions, "=");
            var block = _scope.NewText();
            writer.Body(part.Body, block);
            WriteBlock(writer.Whole("always @*", block));
            return;
        }
        foreach (var assign in part.Body.Statements.Cast<Assign>())
        {
            var value = _expressions.Value(assign.Value, _scope.NameOf(assign.Target), null, isContinuous: true, define: false);
            Body.Line($"assign {_expressions.Place(assign.Part)} = {value};", assign.Location);
        }
    }

    private void WritePlain(Assign assign)
    {
        if (_connectedDirectly.ContainsKey(assign.Target) || IsAlias(assign))
            return;
        var target = _scope.NameOf(assign.Target);
        var isDefinition = _definitions.Contains(assign);
        if (isDefinition && assign.Value is LaneMap { Count: > 1 } map)
        {
            _expressions.Feed(target);
            _expressions.Loop(map, Reference.Whole(target, map.Width), _scope.Module, source: assign.Location);
            return;
        }
        var value = _expressions.Value(assign.Value, target, assign.Target.Enumeration, isContinuous: true, isDefinition);
        Body.Line($"assign {target} = {value};", assign.Location);
    }

    private void WriteInstance(ModuleInstance instance)
    {
        var definition = _children[instance];
        if (instance.External is { } external && !_dialect.IsFormal)
        {
            WriteExternal(instance, external);
            return;
        }
        var pins = new List<(string Port, string Value)>();
        if (_dialect.HasSteps && definition.Clocks.Count > 0)
            pins.Add((VerilogDialect.Step, VerilogDialect.Step));
        foreach (var clock in definition.Clocks)
        {
            var outer = _clocks.Of(ClockPorts.DomainOf(instance, clock));
            if (clock.Ports.Contains(clock.Clock))
                pins.Add((clock.Clock, outer.Clock));
            if (clock.HasReset && clock.GatedFrom is null)
                pins.Add((clock.Reset, ResetOf(instance, outer)));
            if (clock.NeedsClear && clock.GatedFrom is null)
                pins.Add((clock.Clear, ClearOf(instance, outer)));
        }
        foreach (var (port, name) in PortNames(instance, definition.Clocks))
            pins.Add((name, Connection(port)));
        WriteInstance(instance, definition.Name, pins);
    }

    private void WriteExternal(ModuleInstance instance, ExternalModule external)
    {
        var pins = new List<(string Port, string Value)>();
        if (external.ClockPin is not null)
            pins.Add((external.ClockPin, _clocks.Of(instance.Domain).Clock));
        if (external.ResetPin is not null)
            pins.Add((external.ResetPin, ExternalResetOf(instance, _clocks.Of(instance.Domain))));
        pins.AddRange(instance.Ports.Select((port, i) => (external.PinNames[i], Connection(port))));
        foreach (var made in _module.MadeClocks.OfType<PinClock>().Where(m => m.Box == instance))
            pins.Add((made.Pin, Clocks.FirstOrDefault(c => c.Domain == made.Domain)?.Clock ?? ""));
        var parameters = external.Parameters.Select(p => $".{p.Name}({p.Value})");
        WriteInstance(instance, external.Parameters.Count == 0 ? instance.DefinitionName : $"{instance.DefinitionName} #({string.Join(", ", parameters)})", pins);
    }

    private void WriteInstance(ModuleInstance instance, string definition, IReadOnlyList<(string Port, string Value)> pins)
    {
        var widest = pins.Select(p => p.Port.Length).DefaultIfEmpty().Max();
        Body.Gap();
        Body.Line($"{definition} {_instanceNames[instance]} (", instance.Location);
        Body.Indent();
        for (var i = 0; i < pins.Count; i++)
            Body.Line($".{pins[i].Port.PadRight(widest)} ({pins[i].Value}){(i == pins.Count - 1 ? "" : ",")}");
        Body.Unindent();
        Body.Line(");");
        Body.Gap();
    }

    private string Connection(Signal port) => _connectedDirectly.TryGetValue(port, out var value)
        ? _expressions.Argument(value, _scope.NameOf(port))
        : _scope.NameOf(port);

    /// <summary>The reset of an instance, at the level of its domain; a synchronous one is joined with that of the parent.</summary>
    private string ResetOf(ModuleInstance instance, ClockPort clock)
    {
        if (instance.ResetWhen is not { } when || clock.Domain.IsResetAsynchronous)
            return clock.Reset;
        var name = _scope.Names.Unique($"{instance.Name}_{clock.Reset}");
        var condition = _expressions.Condition(when, name);
        Body.Line($"wire {name} = {(clock.Domain.IsResetLow ? $"{clock.Reset} && !({condition})" : $"{clock.Reset} || {condition}")};", instance.Location);
        return name;
    }

    /// <summary>The synchronous reset of an instance besides that of its domain: what the parents say.</summary>
    private string ClearOf(ModuleInstance instance, ClockPort clock)
    {
        if (instance.ResetWhen is not { } when)
            return clock.Clear;
        var name = _scope.Names.Unique($"{instance.Name}_{clock.Clear}");
        Body.Line($"wire {name} = {(clock.NeedsClear ? $"{clock.Clear} || " : "")}{_expressions.Condition(when, name)};", instance.Location);
        return name;
    }

    /// <summary>What resets a black box: high, whatever its domain has.</summary>
    private string ExternalResetOf(ModuleInstance instance, ClockPort clock)
    {
        string[] resets = [.. clock.Resets, .. instance.ResetWhen is { } when ? [_expressions.Condition(when, $"{instance.Name}_reset")] : Array.Empty<string>()];
        if (resets.Length == 0)
            return "1'b0";
        if (resets.Length == 1 && resets[0] == clock.Reset)
            return clock.Reset;
        var name = _scope.Names.Unique($"{instance.Name}_reset");
        Body.Line($"wire {name} = {string.Join(" || ", resets)};", instance.Location);
        return name;
    }

    /// <summary>Registers without reset, and the data of memories, start at zero; those of a clock without reset with their reset values.</summary>
    private void WriteInitial()
    {
        var signals = _plan.Registers.Where(r => r.ResetValue is null || !r.Domain!.HasReset)
            .Concat(_plan.Memories.SelectMany(_plan.ReadPorts).Select(p => p.Data))
            .ToArray();
        WriteInitial([.. signals.Where(s => !_plan.AddressesOnly.Contains(s))]);

        // A register that is nothing but an address goes into a block RAM, whose registers start as anything.
        var addresses = signals.Where(_plan.AddressesOnly.Contains).ToArray();
        if (addresses.Length == 0)
            return;
        Body.Line("`ifndef SYNTHESIS");
        WriteInitial(addresses);
        Body.Line("`endif");
        Body.Gap();
    }

    private void WriteInitial(Signal[] signals)
    {
        if (signals.Length == 0)
            return;
        Body.Gap();
        Body.Line("initial begin");
        Body.Indent();
        foreach (var signal in signals)
            Body.Line($"{_scope.NameOf(signal)} = {Literals.Text(signal.ResetValue ?? 0, signal.Width)};");
        Body.Unindent();
        Body.Line("end");
        Body.Gap();
    }

    private void WriteRegisters(ClockedPart part)
    {
        var body = part.Body;
        var statements = new StatementWriter(_scope, _expressions, "<=");
        var clock = _clocks.Of(part.Domain);
        string[] resets = part.HasReset ? [.. clock.Resets] : [];
        if (resets.Length == 0 && body.Statements.Count == 0)
            return;
        var block = _scope.NewText();
        // An asynchronous reset does not wait for a step in which the clock has an edge; all else does.
        var isAsynchronous = part.HasReset && clock.Domain.IsResetAsynchronous;
        var guard = isAsynchronous ? clock.Guard : "";
        block.Indent();
        foreach (var reset in resets)
        {
            block.Line(reset == resets[0] ? $"if ({reset}) begin" : $"end else {guard}if ({reset}) begin");
            block.Indent();
            foreach (var register in part.Registers)
            {
                var value = _expressions.Value(
                    Make.Constant(register.ResetValue!.Value, register.Width), "", register.Enumeration, isContinuous: false, define: true);
                block.Line($"{_scope.NameOf(register)} <= {value};");
            }
            block.Unindent();
        }
        if (resets.Length == 0)
        {
            statements.Statements(body, block);
        }
        else
        {
            if (body.Statements.Count > 0)
            {
                block.Line($"end else {guard}begin");
                statements.Body(body, block);
            }
            block.Line("end");
        }
        var header = isAsynchronous ? $"always @({clock.EdgeOrReset})" : $"always @({clock.Edge}) {clock.Guard}".TrimEnd();
        WriteBlock(statements.Whole(header, block));
    }

    private void WriteBlock(CodeText block)
    {
        Body.Gap();
        Body.Append(block);
        Body.Gap();
    }

    /// <summary>Everything declared in the module must be read, or be named as unread.</summary>
    private void DeclareForUsage()
    {
        var declared = _scope.Module.Declared;
        declared.AddRange(_module.Ports.Where(p => p.Kind is SignalKind.Input or SignalKind.Inout).Select(Named));
        declared.AddRange(_module.Signals.Where(_plan.Live.Contains).Select(Named));
        declared.AddRange(_module.Instances.SelectMany(i => i.Ports).Where(p => p.Kind == SignalKind.Output && !_aliases.ContainsKey(p)).Select(Named));

        (string Name, int Width) Named(Signal signal) => (_scope.NameOf(signal), signal.Width);
    }
}
