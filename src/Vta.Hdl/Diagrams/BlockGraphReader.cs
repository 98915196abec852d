using Vta.Hdl.Ir;
using Vta.Hdl.Lowering;

namespace Vta.Hdl.Diagrams;

/// <summary>Reads boxes and lines from a module.</summary>
internal sealed class BlockGraphReader
{
    /// <summary>A module with more registers, or with as many instances, has them in one box.</summary>
    private const int MaxRegisters = 12;

    private const int ManyInstances = 3;
    private const int MaxNames = 30;

    private readonly ModuleInstance _module;
    private readonly Drivers _drivers;
    private readonly List<Block> _blocks = [];
    private readonly Dictionary<Signal, (Block Block, string Pin)> _sources = [];
    private readonly Dictionary<Memory, Block> _memories = [];
    private readonly List<(Block Block, string Pin, IReadOnlyList<Expression> Values)> _targets = [];

    private BlockGraphReader(ModuleInstance module)
    {
        _module = module;
        _drivers = Drivers.Of(module);
    }

    public static BlockGraph Of(ModuleInstance module)
    {
        var reader = new BlockGraphReader(module);
        var ports = SignalGroup.Of(module.Ports);
        reader.AddInputs(ports.Where(port => port.Kind is SignalKind.Input or SignalKind.Inout));
        foreach (var alike in module.Instances.GroupBy(instance => (instance.Location, instance.DefinitionName)))
            reader.AddInstances([.. alike]);
        reader.AddRegisters();
        foreach (var memory in module.Memories)
            reader.AddMemory(memory);
        foreach (var read in ExpressionGraph.PostOrder(ModuleExpressions.Of(module).Select(used => used.Expression)).OfType<MemoryRead>())
            reader._targets.Add((reader._memories[read.Memory], "", [read.Address]));
        reader.AddOutputs(ports.Where(port => port.Kind == SignalKind.Output));
        return new BlockGraph(reader._blocks, [.. reader.Links()]);
    }

    private Block Add(BlockKind kind, string title, string subtitle, int count, string details)
    {
        var block = new Block(kind, title, subtitle, count, details);
        _blocks.Add(block);
        return block;
    }

    private void AddSources(Block block, string pin, IEnumerable<Signal> signals)
    {
        foreach (var signal in signals)
            _sources[signal] = (block, pin);
    }

    private void AddInputs(IEnumerable<SignalGroup> ports)
    {
        foreach (var port in ports)
            AddSources(Add(BlockKind.Input, port.Name, "", 1, port.Details), "", port.Forward);
    }

    private void AddOutputs(IEnumerable<SignalGroup> ports)
    {
        foreach (var port in ports)
            _targets.Add((Add(BlockKind.Output, port.Name, "", 1, port.Details), "", DriversOf(port.Forward)));
    }

    private void AddInstances(IReadOnlyList<ModuleInstance> alike)
    {
        var names = Elide(string.Join(", ", alike.Select(instance => instance.Name)));
        var details = string.Join("\n", alike.Select(instance => instance.Path).Concat(alike[0].Parameters.Select(parameter => $"{parameter.Name} = {parameter.Value}")));
        var block = Add(BlockKind.Instance, alike[0].DefinitionName, names, alike.Count, details);
        foreach (var instance in alike)
        {
            foreach (var port in SignalGroup.Of(instance.Ports))
            {
                if (port.Kind == SignalKind.Input)
                    _targets.Add((block, port.Name, DriversOf(port.Forward)));
                else
                    AddSources(block, port.Name, port.Forward);
            }
            if (instance.ResetWhen is { } reset)
                _targets.Add((block, "reset", [reset]));
        }
    }

    private void AddRegisters()
    {
        var registers = SignalGroup.Of(_module.Signals.Where(signal => signal.Kind == SignalKind.Register));
        if (registers.Count == 0)
            return;
        if (registers.Count > MaxRegisters || (registers.Count > 1 && _module.Instances.Count >= ManyInstances))
        {
            AddRegister("registers", Elide(string.Join(", ", registers.Select(register => register.Name))), registers.SelectMany(register => register.Forward));
            return;
        }
        foreach (var register in registers)
            AddRegister(register.Name, $"{register.Width} bit", register.Forward);
    }

    private void AddRegister(string title, string subtitle, params IEnumerable<Signal> signals)
    {
        var block = Add(BlockKind.Register, title, subtitle, 1, SignalGroup.DetailsOf(signals));
        AddSources(block, "", signals);
        _targets.Add((block, "", DriversOf(signals)));
    }

    private void AddMemory(Memory memory)
    {
        var size = $"{memory.Depth} × {memory.Width} bit";
        var block = Add(BlockKind.Memory, memory.Name, size, 1, size);
        _memories[memory] = block;
        foreach (var port in memory.ReadPorts)
        {
            _sources[port.Data] = (block, "");
            _targets.Add((block, "", [port.Address, port.Enable]));
        }
        foreach (var port in memory.WritePorts)
            _targets.Add((block, "", [port.Address, port.Data, port.Enable, .. port.Mask is { } mask ? (Expression[])[mask] : []]));
    }

    private List<Expression> DriversOf(IEnumerable<Signal> signals) => [.. signals.Select(s => _drivers.Of(s)?.Value).OfType<Expression>()];

    private IEnumerable<Link> Links()
    {
        var links = new List<Link>();
        foreach (var (block, pin, values) in _targets)
        {
            foreach (var value in values)
                links.AddRange(LinksOf(value, block, pin));
        }
        var wired = links.Where(link => !link.IsLogic).Select(link => (link.From, link.To)).ToHashSet();
        return links.Where(link => link.From != link.To && (!link.IsLogic || !wired.Contains((link.From, link.To)))).Distinct();
    }

    /// <summary>The lines from all that a value is made of: followed through wires, up to boxes.</summary>
    private List<Link> LinksOf(Expression value, Block to, string toPin)
    {
        var found = new List<(Block Block, string Pin)>();
        var isLogic = false;
        var seen = new HashSet<Expression>(ReferenceEqualityComparer.Instance);
        var waiting = new Stack<Expression>([value]);
        while (waiting.TryPop(out var expression))
        {
            if (!seen.Add(expression))
                continue;
            switch (expression)
            {
                case Signal signal when _sources.TryGetValue(signal, out var source):
                    found.Add(source);
                    break;
                case Signal signal:
                    if (_drivers.Of(signal)?.Value is { } driver)
                        waiting.Push(driver);
                    break;
                // What an address is made of is a line to the memory, and not to what is read.
                case MemoryRead read:
                    found.Add((_memories[read.Memory], ""));
                    break;
                case Literal:
                    break;
                default:
                    isLogic |= expression is not (Slice or Concat or Extend);
                    foreach (var operand in ExpressionGraph.Operands(expression))
                        waiting.Push(operand);
                    break;
            }
        }
        return [.. found.Select(source => isLogic
            ? new Link(source.Block, "", to, "", true)
            : new Link(source.Block, source.Pin, to, toPin, false))];
    }

    private static string Elide(string names) => names.Length <= MaxNames ? names : names[..(MaxNames - 1)].TrimEnd(',', ' ') + "…";
}
