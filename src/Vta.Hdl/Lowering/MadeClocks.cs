using Vta.Hdl.Diagnostics;
using Vta.Hdl.Ir;

namespace Vta.Hdl.Lowering;

/// <summary>The clocks that a design makes itself, with the modules that make them.</summary>
internal sealed class MadeClocks
{
    private readonly Dictionary<ClockDomain, (MadeClock Clock, ModuleInstance Maker)> _makers = [];

    private MadeClocks()
    {
    }

    /// <summary>Those whose edges the design decides on; a gate comes behind the clock that it gates.</summary>
    public IReadOnlyList<MadeClock> Driven { get; private set; } = [];

    /// <summary>The clocks that gates are for.</summary>
    public IEnumerable<ClockDomain> Gated => Driven.OfType<GatedClock>().Select(g => g.Of);

    public static MadeClocks Of(ModuleInstance top, List<Diagnostic> problems)
    {
        var all = new MadeClocks();
        foreach (var maker in top.SelfAndDescendants())
        {
            foreach (var clock in maker.MadeClocks)
            {
                if (!all._makers.TryAdd(clock.Domain, (clock, maker)))
                {
                    var first = all._makers[clock.Domain].Clock.Location;
                    problems.Add(new(
                        Rule.MadeClock, $"the clock '{clock.Domain}' is made a second time, first at {first}: give each a name of its own", clock.Location));
                }
            }
        }
        all.Driven = [.. all._makers.Values.Select(m => m.Clock).Where(c => c.Bit is not null).OrderBy(all.Depth)];
        return all;
    }

    /// <summary>The module that makes a clock.</summary>
    public ModuleInstance MakerOf(MadeClock clock) => _makers[clock.Domain].Maker;

    public bool IsDriven(ClockDomain domain) => _makers.TryGetValue(domain, out var made) && made.Clock.Bit is not null;

    /// <summary>The clock that a domain stands for where crossings are checked: gates that are synchronous have that of what they gate.</summary>
    public ClockDomain FamilyOf(ClockDomain domain) =>
        _makers.TryGetValue(domain, out var made) && made.Clock is GatedClock { IsSynchronous: true } gate ? FamilyOf(gate.Of) : domain;

    /// <summary>The use of a clock in a module that its maker does not hold.</summary>
    public IEnumerable<Diagnostic> UsedOutside(IEnumerable<(ClockDomain Domain, ModuleInstance User, SourceLocation Location)> uses) => uses
        .Where(use => _makers.TryGetValue(use.Domain, out var made) && !IsInside(use.User, made.Maker))
        .DistinctBy(use => (use.Domain, use.User))
        .Select(use => new Diagnostic(
            Rule.MadeClock,
            $"the clock '{use.Domain}' is used here, but made inside of {_makers[use.Domain].Maker.DefinitionName} ({_makers[use.Domain].Clock.Location}): "
            + "make it in a module around both",
            use.Location));

    private int Depth(MadeClock clock) => clock is GatedClock gate && _makers.TryGetValue(gate.Of, out var of) ? 1 + Depth(of.Clock) : 0;

    private static bool IsInside(ModuleInstance module, ModuleInstance outer)
    {
        for (ModuleInstance? around = module; around is not null; around = around.Parent)
        {
            if (around == outer)
                return true;
        }
        return false;
    }
}
