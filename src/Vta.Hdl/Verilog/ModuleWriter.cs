using Vta.Hdl.Diagnostics;
using Vta.Hdl.Ir;
using Vta.Hdl.Lowering;
using Vta.Hdl.Naming;

namespace Vta.Hdl.Verilog;

/// <summary>Writes one module: everything behind its name.</summary>
internal sealed partial class ModuleWriter
{
    /// <summary>Tools place the registers of a synchroniser side by side.</summary>
    private static readonly VerilogAttribute s_asynchronous = new("ASYNC_REG", "TRUE");

    /// <summary>Bits of a signal that depend on others of it are no loop.</summary>
    private const string LoopsAllowed = "/* verilator lint_off UNOPTFLAT */";

    private const string LoopsForbidden = "/* verilator lint_on UNOPTFLAT */";

    private readonly ModuleInstance _module;
    private readonly IReadOnlyDictionary<ModuleInstance, Definition> _children;
    private readonly VerilogDialect _dialect;
    private readonly MemoryFiles _memoryFiles;
    private readonly ModulePlan _plan;
    private readonly ModuleScope _scope;
    private readonly ExpressionWriter _expressions;
    private readonly ClockPorts _clocks;
    private readonly Dictionary<ModuleInstance, string> _instanceNames = [];
    private readonly HashSet<Signal> _variables = [];
    private readonly Dictionary<Signal, Expression> _connectedDirectly = [];
    private readonly Dictionary<Signal, Signal> _aliases = [];

    public ModuleWriter(
        ModuleInstance module, IReadOnlyDictionary<ModuleInstance, Definition> children, VerilogDialect dialect, MemoryFiles memoryFiles)
    {
        _memoryFiles = memoryFiles;
        _dialect = dialect;
        _module = module;
        _children = children;
        // Covers are for proofs of the module alone: what is reached inside a parent is the parent's business.
        var assertions = module.Assertions.Where(a => a.Kind != AssertionKind.Cover || (dialect.IsFormal && module.Parent is null));
        _plan = new(module, module.Instances.Where(i => children[i].NeedsReset), [.. assertions], dialect.IsFormal ? [] : module.Prints);
        var sourceFile = ModuleHeader.SourceFile(module);
        _scope = new(() => new(sourceFile, dialect.Locators));
        _expressions = new(_scope, new Sharing(_plan.Roots));
        _clocks = FindClocks();
    }

    public IEnumerable<ClockPort> Clocks => _clocks.All;

    public NameTable Names => _scope.Names;

    /// <summary>Adds the names in this module to those of the design.</summary>
    public void Publish(VerilogNames names)
    {
        foreach (var signal in _module.Ports.Concat(_module.Signals.Where(_plan.Live.Contains)))
            names.Add(signal, _scope.NameOf(signal));
        foreach (var (instance, name) in _instanceNames)
            names.Add(instance, name);
        foreach (var (assertion, label) in _labels)
            names.Add(assertion, label);
    }

    private CodeText Body => _scope.Module.Text;

    private bool HasStep => _dialect.HasSteps && Clocks.Any();

    /// <summary>The text from the list of ports on.</summary>
    public string Write()
    {
        FindAliases();
        NameSignals();
        FindVariables();
        FindDirectConnections();
        WriteBody();
        _expressions.WriteUnused(_scope.Module, _plan.Memories);

        var text = _scope.NewText();
        WritePorts(text);
        text.Indent();
        WriteDeclarations(text);
        text.Gap();
        text.Append(Body);
        text.DropGap();
        text.Unindent();
        text.Line("endmodule");
        return text.ToString();
    }

    /// <summary>The names of a module's ports, in the module and where it is instantiated.</summary>
    private IEnumerable<(Signal Port, string Name)> PortNames(ModuleInstance module, IReadOnlyList<ClockPort> clocks)
    {
        var names = new NameTable();
        Reserve(clocks, names);
        if (_dialect.HasSteps && clocks.Count > 0)
            names.Unique(VerilogDialect.Step);
        return module.Ports.Select(p => (p, names.Unique(p.Name))).ToArray();
    }

    /// <summary>Clock and reset keep their names, whatever else is called so; those of the module itself are never given to anything else.</summary>
    private static void Reserve(IEnumerable<ClockPort> clocks, NameTable names)
    {
        foreach (var name in clocks.SelectMany(c => c.Names).Prepend("reset").Prepend("clock").Distinct())
            names.Unique(name);
    }

    private ClockPorts FindClocks()
    {
        var clocks = new ClockPorts(_module, _dialect);
        foreach (var part in _plan.Clocked)
            clocks.Use(part.Domain, part.HasReset);
        foreach (var memory in _plan.Memories)
        {
            foreach (var domain in memory.WritePorts.Select(p => p.Domain).Concat(_plan.ReadPorts(memory).Select(p => p.Data.Domain!)))
                clocks.Use(domain, withReset: false);
        }
        foreach (var assertion in _plan.Assertions)
            clocks.Use(assertion.Domain, withReset: true);
        foreach (var print in _plan.Prints)
            clocks.Use(print.Domain, withReset: true);
        foreach (var (instance, definition) in _children)
            clocks.Use(instance, definition.Clocks);
        return clocks;
    }

    private void NameSignals()
    {
        Reserve(Clocks, _scope.Names);
        if (HasStep)
            _scope.Names.Unique(VerilogDialect.Step);
        foreach (var port in _module.Ports)
            _scope.Add(port, _module.Parent is null ? Keywords.EscapeTopPort(port.Name) : port.Name);
        foreach (var signal in _module.Signals.Where(_plan.Live.Contains))
            _scope.Add(signal, signal.Name);
        foreach (var memory in _plan.Memories)
            _scope.Add(memory);
        foreach (var instance in _module.Instances)
        {
            // Linters take a signal inside an instance of the same name for one that hides the instance.
            var hides = _children[instance].Names.Contains(Keywords.Escape(instance.Name));
            _instanceNames[instance] = _scope.Names.Unique(hides ? instance.Name + "_unit" : instance.Name);
            foreach (var port in instance.Ports)
            {
                if (_aliases.TryGetValue(port, out var signal))
                    _scope.AddAlias(port, signal);
                else
                    _scope.Add(port, $"{instance.Name}_{port.Name}");
            }
        }
    }

    /// <summary>Where an output of an instance is all that a signal of the module is, the instance drives that signal itself.</summary>
    private void FindAliases()
    {
        foreach (var pin in _module.Pins.Where(p => p.Inside is not null))
            _aliases.Add(pin.Inside!.Value, pin.Value);
        foreach (var assign in _plan.Combinational.Select(p => p.Plain).OfType<Assign>())
        {
            if (assign.Value is Signal { Kind: SignalKind.Output } output && output.Owner != _module && assign.Target.Owner == _module)
                _aliases.TryAdd(output, assign.Target);
        }
    }

    private bool IsAlias(Assign assign) => assign.Value is Signal output && _aliases.GetValueOrDefault(output) == assign.Target;

    /// <summary>Signals that always blocks assign are declared with <c>reg</c>.</summary>
    private void FindVariables()
    {
        _variables.UnionWith(_plan.Registers);
        _variables.UnionWith(_module.Signals.Where(s => s.Kind == SignalKind.ReadData));
        foreach (var part in _plan.Combinational)
        {
            if (!part.IsContinuous)
                _variables.UnionWith(part.Targets);
            else if (part.Plain is { } assign && _expressions.Bind(assign.Value, assign.Target))
                _definitions.Add(assign);
        }
    }

    /// <summary>Inputs of instances that are plain signals or constants need no wire.</summary>
    private void FindDirectConnections()
    {
        var read = ExpressionGraph.Signals(_plan.Roots).ToHashSet();
        foreach (var part in _plan.Combinational)
        {
            if (part.Plain is { Value: Signal or Literal } assign && assign.Target.Owner != _module && !read.Contains(assign.Target))
                _connectedDirectly.Add(assign.Target, assign.Value);
        }
    }

    private void WritePorts(CodeText text)
    {
        var ports = new List<(string Code, SourceLocation Source)>();
        if (HasStep)
            ports.Add((Port("input  wire", VerilogDialect.Step, 1), default));
        foreach (var name in Clocks.SelectMany(c => c.Ports))
            ports.Add((Port("input  wire", name, 1), default));
        foreach (var port in _module.Ports)
        {
            var kind = port.Kind switch
            {
                SignalKind.Input => "input  wire",
                SignalKind.Inout => "inout  wire",
                _ => _variables.Contains(port) ? "output reg " : "output wire",
            };
            ports.Add((Attributes(port.Attributes) + Port(kind, _scope.NameOf(port), port.Width), port.Location));
        }
        if (ports.Count == 0)
        {
            text.Line("();");
            return;
        }
        text.Line("(");
        text.Indent();
        var isInterleaved = _module.Ports.Any(_plan.Interleaved.Contains);
        if (isInterleaved)
            text.Line(LoopsAllowed);
        for (var i = 0; i < ports.Count; i++)
            text.Line(ports[i].Code + (i == ports.Count - 1 ? "" : ","), ports[i].Source);
        if (isInterleaved)
            text.Line(LoopsForbidden);
        text.Unindent();
        text.Line(");");
    }

    private string Port(string kind, string name, int width)
    {
        var widest = _module.Ports.Select(p => Range(p.Width).Length).DefaultIfEmpty().Max();
        return $"{kind} {Range(width).PadRight(widest)}{(widest > 0 ? " " : "")}{name}";
    }

    private static string Range(int width) => width == 1 ? "" : $"[{width - 1}:0]";

    private void WriteDeclarations(CodeText text)
    {
        text.Gap();
        foreach (var constant in _scope.Constants)
            text.Line(constant);
        text.Gap();
        DeclareMadeClocks(text);
        foreach (var signal in _module.Signals.Where(_plan.Live.Contains))
        {
            var attributes = signal is { Kind: SignalKind.Register, CrossesDomains: true } ? [s_asynchronous, .. signal.Attributes] : signal.Attributes;
            var isInterleaved = _plan.Interleaved.Contains(signal);
            if (isInterleaved)
                text.Line(LoopsAllowed);
            text.Line(Attributes(attributes) + ModuleScope.Declare(Kind(signal), _scope.NameOf(signal), signal.Width) + ";", signal.Location);
            if (isInterleaved)
                text.Line(LoopsForbidden);
        }
        foreach (var memory in _plan.Memories)
            text.Line($"{Attributes(memory.Attributes)}{ModuleScope.Declare("reg", _scope.NameOf(memory), memory.Width)} [0:{memory.Depth - 1}];", memory.Location);
        foreach (var instance in _module.Instances)
        {
            var ports = instance.Ports.Where(p => !_connectedDirectly.ContainsKey(p) && !_aliases.ContainsKey(p)).ToArray();
            if (ports.Length == 0)
                continue;
            text.Gap();
            text.Line($"// ports of {_instanceNames[instance]}");
            foreach (var port in ports)
                text.Line(ModuleScope.Declare(Kind(port), _scope.NameOf(port), port.Width) + ";");
        }
        text.Gap();
        if (_scope.Genvars.Count > 0)
            text.Line($"genvar {string.Join(", ", _scope.Genvars)};");
        _scope.Functions.Write(text, _scope.LoopVariable(0));
    }

    private static string Attributes(IReadOnlyList<VerilogAttribute> attributes) =>
        attributes.Count == 0 ? "" : $"(* {string.Join(", ", attributes.Select(a => $"{a.Name} = \"{a.Value}\""))} *) ";

    private string Kind(Signal signal) => _variables.Contains(signal) ? "reg" : "wire";
}
