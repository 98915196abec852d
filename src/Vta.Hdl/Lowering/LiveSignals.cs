using Vta.Hdl.Ir;

namespace Vta.Hdl.Lowering;

/// <summary>
/// What of a module has an effect (on its outputs, the inputs of its instances, its assertions, or what it prints) or an attribute. The rest is left out of the Verilog.
/// </summary>
internal sealed class LiveSignals
{
    private readonly ModuleInstance _module;
    private readonly HashSet<Signal> _signals = [];
    private readonly HashSet<Memory> _memories = [];
    private readonly HashSet<Expression> _visited = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Signal, List<Expression>> _reads = [];
    private readonly Stack<Expression> _waiting = new();

    private LiveSignals(ModuleInstance module) => _module = module;

    public static LiveSignals Of(ModuleInstance module, IEnumerable<ModuleInstance> withReset, IEnumerable<Assertion> assertions, IEnumerable<Print> prints)
    {
        var live = new LiveSignals(module);
        live.Collect(module.Body, []);
        foreach (var port in module.Ports.Where(p => p.Kind == SignalKind.Output))
            live.Mark(port);
        foreach (var port in module.Instances.SelectMany(i => i.Ports).Where(p => p.Kind == SignalKind.Input))
            live.Mark(port);
        foreach (var (value, enable) in module.Pins.Select(p => p.Driver).OfType<(Signal, Signal)>())
        {
            live.Mark(value);
            live.Mark(enable);
        }
        foreach (var made in module.MadeClocks)
            live.Mark(made.Bit);
        foreach (var signal in module.Signals.Where(s => s.Attributes.Count > 0))
            live.Mark(signal);
        foreach (var memory in module.Memories.Where(m => m.Attributes.Count > 0))
            live.Mark(memory);
        foreach (var instance in withReset)
            live.Mark(instance.ResetWhen);
        foreach (var assertion in assertions)
        {
            live.Mark(assertion.Condition);
            live.Mark(assertion.Enable);
        }
        foreach (var value in prints.SelectMany(p => p.Values.Append(p.Enable)))
            live.Mark(value);
        live.Run();
        return live;
    }

    public bool Contains(Signal signal) => _signals.Contains(signal);

    public bool Contains(Memory memory) => _memories.Contains(memory);

    /// <summary>For each target, the values it may take and the conditions around them.</summary>
    private void Collect(Block block, List<Expression> conditions)
    {
        foreach (var statement in block.Statements)
        {
            switch (statement)
            {
                case Assign assign:
                    if (!_reads.TryGetValue(assign.Target, out var reads))
                        _reads[assign.Target] = reads = [];
                    reads.AddRange(assign.Reads);
                    reads.AddRange(conditions);
                    break;
                case If choice:
                    conditions.Add(choice.Condition);
                    Collect(choice.Then, conditions);
                    if (choice.Else is not null)
                        Collect(choice.Else, conditions);
                    conditions.RemoveAt(conditions.Count - 1);
                    break;
                case Switch choice:
                    conditions.Add(choice.Subject);
                    foreach (var (_, body) in choice.Cases)
                        Collect(body, conditions);
                    if (choice.Default is not null)
                        Collect(choice.Default, conditions);
                    conditions.RemoveAt(conditions.Count - 1);
                    break;
            }
        }
    }

    private void Mark(Expression? expression)
    {
        if (expression is not null && _visited.Add(expression))
            _waiting.Push(expression);
    }

    private void Run()
    {
        while (_waiting.TryPop(out var expression))
        {
            foreach (var operand in ExpressionGraph.Operands(expression))
                Mark(operand);
            if (expression is MemoryRead read)
                Mark(read.Memory);
            if (expression is not Signal signal)
                continue;
            _signals.Add(signal);
            foreach (var read2 in _reads.GetValueOrDefault(signal, []))
                Mark(read2);
            if (signal.Kind == SignalKind.ReadData)
                MarkReadPort(signal);
        }
    }

    private void MarkReadPort(Signal data)
    {
        var port = _module.Memories.SelectMany(m => m.ReadPorts).Single(p => p.Data == data);
        Mark(port.Address);
        Mark(port.Enable);
        Mark(port.Memory);
    }

    private void Mark(Memory memory)
    {
        if (!_memories.Add(memory))
            return;
        foreach (var port in memory.WritePorts)
        {
            Mark(port.Address);
            Mark(port.Data);
            Mark(port.Enable);
            Mark(port.Mask);
        }
    }
}
