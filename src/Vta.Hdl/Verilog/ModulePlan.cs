using Vta.Hdl.Ir;
using Vta.Hdl.Lowering;

namespace Vta.Hdl.Verilog;

/// <summary>Combinational signals that one block of code drives, or one signal with continuous assignments.</summary>
/// <param name="Targets">The signals, in the order of their first assignment.</param>
/// <param name="Body">The statements that drive them.</param>
internal sealed record CombinationalPart(IReadOnlyList<Signal> Targets, Block Body)
{
    /// <summary>The assignment, where it is one signal's as a whole, without conditions.</summary>
    public Assign? Plain => Body.Statements is [Assign { Part.IsWhole: true } assign] ? assign : null;

    /// <summary>True where nothing but assignments without conditions drives one signal, each bit once.</summary>
    public bool IsContinuous { get; } = Targets.Count == 1 && AreApart(Body);

    private static bool AreApart(Block body)
    {
        var end = 0;
        foreach (var part in body.Statements.Select(s => (s as Assign)?.Part).OrderBy(p => p?.Low))
        {
            if (part is not { IsFixed: true } || part.Low < end)
                return false;
            end = part.Low + part.Width;
        }
        return true;
    }
}

/// <summary>Registers of one clock that one block of code drives.</summary>
/// <param name="Domain">Their clock.</param>
/// <param name="HasReset">True where all have a reset value, false where none has.</param>
/// <param name="Registers">The registers, in the order of declaration.</param>
/// <param name="Body">What they become at the clock edge while reset is low.</param>
internal sealed record ClockedPart(ClockDomain Domain, bool HasReset, IReadOnlyList<Signal> Registers, Block Body);

/// <summary>How the statements of a module are divided into the parts of its Verilog; dead logic is in none of them.</summary>
internal sealed class ModulePlan
{
    public ModulePlan(ModuleInstance module, IEnumerable<ModuleInstance> withReset, IReadOnlyList<Assertion> assertions, IReadOnlyList<Print> prints)
    {
        var withResetList = withReset.ToArray();
        Assertions = assertions;
        Prints = prints;
        Live = LiveSignals.Of(module, withResetList, assertions, prints);
        Registers = module.Signals.Where(s => s.Kind == SignalKind.Register && Live.Contains(s)).ToArray();
        Memories = module.Memories.Where(Live.Contains).ToArray();
        Clocked = Registers.GroupBy(r => (Domain: r.Domain!, HasReset: r.ResetValue is not null))
            .OrderByDescending(g => g.Key.Domain == module.Domain).ThenBy(g => g.Key.Domain.Name, StringComparer.Ordinal).ThenByDescending(g => g.Key.HasReset)
            .Select(g => new ClockedPart(g.Key.Domain, g.Key.HasReset, [.. g], Projection.Onto(module.Body, g.ToHashSet())))
            .ToArray();
        Combinational = Divide(module);
        Roots = CollectRoots(module, withResetList).ToArray();
        AddressesOnly = FindAddresses();
        Interleaved = FindInterleaved();
    }

    /// <summary>Those that are written.</summary>
    public IReadOnlyList<Assertion> Assertions { get; }

    /// <summary>Those that are written.</summary>
    public IReadOnlyList<Print> Prints { get; }

    public LiveSignals Live { get; }

    public IReadOnlyList<Signal> Registers { get; }

    public IReadOnlyList<Memory> Memories { get; }

    /// <summary>The registers in the order in which they are written: by clock, those with reset first.</summary>
    public IReadOnlyList<ClockedPart> Clocked { get; }

    public IReadOnlyList<CombinationalPart> Combinational { get; }

    /// <summary>Every expression that is written, once for each place where it stands.</summary>
    public IReadOnlyList<Expression> Roots { get; }

    /// <summary>Registers without reset that nothing but the address of asynchronous reads takes.</summary>
    public IReadOnlySet<Signal> AddressesOnly { get; }

    /// <summary>Signals of whose bits some depend on others: no loop, though it looks like one to tools that see whole signals.</summary>
    public IReadOnlySet<Signal> Interleaved { get; }

    public IEnumerable<MemoryReadPort> ReadPorts(Memory memory) => memory.ReadPorts.Where(p => Live.Contains(p.Data));

    /// <summary>
    /// Signals that are set in the same statements stay together in one block, but only where they read the same combinational signals:
    /// otherwise a path from one through another module into the other would look like a loop through the block.
    /// </summary>
    private CombinationalPart[] Divide(ModuleInstance module)
    {
        var parts = new Dictionary<string, (List<Signal> Targets, List<int> Statements)>();
        var order = new List<string>();
        var ids = new Dictionary<Signal, int>();
        foreach (var (target, statements) in StatementsByTarget(module))
        {
            var alone = new CombinationalPart([target], Projection.Onto(Pick(module, statements), new HashSet<Signal> { target }));
            var key = alone.IsContinuous
                ? $"plain {Id(target)}"
                : string.Join(' ', statements) + " reads " + string.Join(' ', Support(alone.Body).Select(Id).Order());
            if (!parts.TryGetValue(key, out var part))
            {
                parts[key] = part = ([], statements);
                order.Add(key);
            }
            part.Targets.Add(target);
        }
        var drivers = new Lazy<Drivers>(() => Drivers.Of(module));
        return order.Select(k => parts[k]).OrderBy(p => p.Statements[0])
            .Select(p => new CombinationalPart(p.Targets, Projection.Onto(Pick(module, p.Statements), p.Targets.ToHashSet())))
            .SelectMany(p => p.IsContinuous || !Support(p.Body).Intersect(p.Targets).Any() ? [p] : p.Targets.Select(t => Continuous(t, drivers.Value)))
            .ToArray();

        int Id(Signal signal)
        {
            ids.TryAdd(signal, ids.Count);
            return ids[signal];
        }
    }

    /// <summary>
    /// A block that reads what it sets would not run again for what it has set itself. Where bits of a signal depend on others of it, each driver stands alone.
    /// </summary>
    private static CombinationalPart Continuous(Signal target, Drivers drivers)
    {
        var body = new Block();
        foreach (var range in drivers.Of(target)!.Ranges.Reverse())
            body.Statements.Add(new Assign(new(target, range.Low, range.Width, []), range.Value!, range.Origin!.Location));
        return new([target], body);
    }

    private HashSet<Signal> FindAddresses()
    {
        var reads = ExpressionGraph.PostOrder(Roots);
        var addresses = reads.OfType<MemoryRead>().Select(r => r.Address).OfType<Signal>()
            .Where(s => s is { Kind: SignalKind.Register, ResetValue: null }).ToHashSet();
        addresses.ExceptWith(Roots.OfType<Signal>().Concat(reads.Where(e => e is not MemoryRead).SelectMany(ExpressionGraph.Operands).OfType<Signal>()));
        return addresses;
    }

    private HashSet<Signal> FindInterleaved()
    {
        var reads = new Dictionary<Signal, Expression>();
        foreach (var part in Combinational)
        {
            var support = Support(part.Body).ToArray();
            foreach (var target in part.Targets.Where(_ => support.Length > 0))
                reads[target] = new Concat(support);
        }
        return [.. SignalGroups.ThatReadEachOther(reads).SelectMany(group => group)];
    }

    private static Block Pick(ModuleInstance module, IEnumerable<int> positions)
    {
        var block = new Block();
        block.Statements.AddRange(positions.Select(i => module.Body.Statements[i]));
        return block;
    }

    /// <summary>Each live combinational target with the positions of the statements of the module that set it.</summary>
    private IEnumerable<(Signal Target, List<int> Statements)> StatementsByTarget(ModuleInstance module)
    {
        var positions = new Dictionary<Signal, List<int>>();
        var order = new List<Signal>();
        for (var i = 0; i < module.Body.Statements.Count; i++)
        {
            var single = new Block();
            single.Statements.Add(module.Body.Statements[i]);
            foreach (var target in Projection.Targets(single).Where(t => t.Kind != SignalKind.Register && Live.Contains(t)).Distinct())
            {
                if (!positions.TryGetValue(target, out var list))
                {
                    positions[target] = list = [];
                    order.Add(target);
                }
                list.Add(i);
            }
        }
        return order.Select(t => (t, positions[t]));
    }

    private static IEnumerable<Signal> Support(Block body) =>
        ExpressionGraph.Signals(Expressions(body)).Where(s => s.Kind is not (SignalKind.Register or SignalKind.ReadData)).Distinct();

    private static IEnumerable<Expression> Expressions(Block block) => block.Statements.SelectMany(s => s switch
    {
        Assign a => a.Reads,
        If i => Expressions(i.Then).Concat(i.Else is null ? [] : Expressions(i.Else)).Prepend(i.Condition),
        Switch w => w.Cases.SelectMany(c => Expressions(c.Body)).Concat(w.Default is null ? [] : Expressions(w.Default)).Prepend(w.Subject),
        _ => throw new InvalidOperationException($"unknown statement {s.GetType().Name}"),
    });

    private IEnumerable<Expression> CollectRoots(ModuleInstance module, IEnumerable<ModuleInstance> withReset)
    {
        var roots = Combinational.SelectMany(p => Expressions(p.Body)).Concat(Clocked.SelectMany(p => Expressions(p.Body)));
        foreach (var memory in Memories)
        {
            roots = roots.Concat(ReadPorts(memory).SelectMany(p => new[] { p.Address, p.Enable }));
            roots = roots.Concat(memory.WritePorts.SelectMany(p => new[] { p.Address, p.Data, p.Enable, p.Mask }).OfType<Expression>());
        }
        roots = roots.Concat(Assertions.SelectMany(a => new[] { a.Condition, a.Enable }));
        roots = roots.Concat(Prints.SelectMany(p => p.Values.Append(p.Enable)));
        return roots.Concat(withReset.Select(i => i.ResetWhen).OfType<Expression>());
    }
}
