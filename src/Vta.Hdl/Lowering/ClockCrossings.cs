using Vta.Hdl.Diagnostics;
using Vta.Hdl.Ir;

namespace Vta.Hdl.Lowering;

/// <summary>
/// Finds values that pass from one clock domain to another without a synchroniser. Inputs of the top module belong to no domain: who drives them is not
/// part of the design.
/// </summary>
internal sealed class ClockCrossings
{
    private readonly Netlist _netlist;

    /// <summary>Where the bits of an expression come from: for each domain one register or memory.</summary>
    private readonly Dictionary<Expression, IReadOnlyDictionary<ClockDomain, object>> _sources = new(ReferenceEqualityComparer.Instance);

    private ClockCrossings(Netlist netlist) => _netlist = netlist;

    public static IReadOnlyList<Diagnostic> In(Netlist netlist) => [.. new ClockCrossings(netlist).Find()];

    private IEnumerable<Diagnostic> Find()
    {
        foreach (var register in _netlist.Registers.Where(r => !r.CrossesDomains))
        {
            foreach (var problem in Check($"{Text.WithPlace(register)} takes", register.Domain!, SetPlaces.Of(register), _netlist.Driver(register)))
                yield return problem;
        }
        foreach (var gate in _netlist.MadeClocks.Driven.OfType<GatedClock>())
        {
            foreach (var problem in Check($"the gate of the clock '{gate.Domain}' takes", gate.Of, gate.Location, gate.Enable))
                yield return problem;
        }
        foreach (var memory in _netlist.Memories)
        {
            foreach (var port in memory.ReadPorts)
            {
                Expression[] operands = memory.CrossesDomains ? [port.Address, port.Enable] : [port.Address, port.Enable, new MemoryRead(memory, port.Address)];
                foreach (var problem in Check($"the read port {Text.WithPlace(port.Data)} uses", port.Data.Domain!, port.Location, operands))
                    yield return problem;
            }
            foreach (var port in memory.WritePorts)
            {
                Expression[] operands = [port.Address, port.Data, port.Enable, .. port.Mask is { } mask ? [mask] : Array.Empty<Expression>()];
                foreach (var problem in Check($"the write port of {Describe(memory)} uses", port.Domain, port.Location, operands))
                    yield return problem;
            }
        }
        foreach (var assertion in _netlist.Assertions)
        {
            foreach (var problem in Check("the assertion reads", assertion.Domain, assertion.Location, assertion.Condition, assertion.Enable))
                yield return problem;
        }
    }

    private IEnumerable<Diagnostic> Check(string user, ClockDomain domain, SourceLocation location, params Expression[] operands) =>
        operands.SelectMany(Sources).Where(s => FamilyOf(s.Key) != FamilyOf(domain)).DistinctBy(s => s.Value).Select(s => new Diagnostic(
            Rule.ClockCrossing,
            $"{user} at the clock '{domain}' what {Describe(s.Value)} holds, which changes at the clock '{s.Key}': pass it through a synchroniser",
            location));

    private ClockDomain FamilyOf(ClockDomain domain) => _netlist.MadeClocks.FamilyOf(domain);

    private static string Describe(object source) => source is Memory memory
        ? $"'{(memory.Owner?.Parent is null ? "" : memory.Owner.Path + ".")}{memory.Name}' (declared at {memory.Location})"
        : Text.WithPlace((Signal)source);

    private IReadOnlyDictionary<ClockDomain, object> Sources(Expression root)
    {
        var waiting = new Stack<Expression>([root]);
        while (waiting.TryPeek(out var top))
        {
            if (_sources.ContainsKey(top))
            {
                waiting.Pop();
                continue;
            }
            var operands = OperandsOf(top).ToArray();
            var open = operands.Where(o => !_sources.ContainsKey(o)).ToArray();
            foreach (var operand in open)
                waiting.Push(operand);
            if (open.Length == 0)
                _sources[waiting.Pop()] = Join(top, operands);
        }
        return _sources[root];
    }

    private Dictionary<ClockDomain, object> Join(Expression expression, IEnumerable<Expression> operands)
    {
        var all = new Dictionary<ClockDomain, object>();
        if (expression is Signal { Domain: { } domain } signal)
            all[domain] = signal;
        if (expression is MemoryRead { Memory: { CrossesDomains: false } memory })
        {
            foreach (var port in memory.WritePorts)
                all[port.Domain] = memory;
        }
        foreach (var (clock, source) in operands.SelectMany(o => _sources[o]))
            all.TryAdd(clock, source);
        return all;
    }

    private IEnumerable<Expression> OperandsOf(Expression expression) => expression switch
    {
        Signal { Domain: not null } or Signal { CrossesDomains: true } => [],
        Signal signal => _netlist.TryDriver(signal) is { } driver ? [driver] : [],
        _ => ExpressionGraph.Operands(expression),
    };
}
