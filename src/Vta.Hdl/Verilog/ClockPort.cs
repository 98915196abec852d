using Vta.Hdl.Elaboration;
using Vta.Hdl.Ir;

namespace Vta.Hdl.Verilog;

/// <summary>A clock that a module needs, for itself or for instances inside, with the names of its ports.</summary>
/// <param name="Domain">The clock.</param>
/// <param name="IsOwn">True for the domain of the module itself, whatever that is where it is instantiated.</param>
/// <param name="IsDeclared">True where the ports have the names that the domain declares: everywhere but for the own domain of an instance.</param>
internal sealed record ClockPort(ClockDomain Domain, bool IsOwn, bool IsDeclared)
{
    /// <summary>True where its reset is needed, too.</summary>
    public bool NeedsReset { get; init; }

    /// <summary>True where a module is reset by its parents besides, at an edge, and the reset of the domain can't say so.</summary>
    public bool NeedsClear { get; init; }

    /// <summary>The clock of a domain as a module sees it.</summary>
    public static ClockPort Of(ClockDomain domain, ModuleInstance module) =>
        new(domain, domain == module.Domain, domain != module.Domain || module.Parent is null);

    public string Clock => (IsDeclared ? Domain.ClockPort : null) ?? Prefix + "clock";

    public string Reset => (IsDeclared ? Domain.ResetPort : null) ?? Prefix + (Domain.IsResetLow ? "reset_n" : "reset");

    public string Clear => Prefix + "clear";

    public bool HasReset => NeedsReset && Domain.HasReset;

    /// <summary>True where the clock is a bit that says whether it has an edge in a step (<see cref="VerilogDialect.HasSteps"/>).</summary>
    public bool IsStepped { get; init; }

    /// <summary>The edge for a sensitivity list.</summary>
    public string Edge => IsStepped ? $"posedge {VerilogDialect.Step}" : $"{(Domain.Edge == ClockEdge.Rising ? "posedge" : "negedge")} {Clock}";

    /// <summary>What goes before a block that is run at an <see cref="Edge"/>.</summary>
    public string Guard => IsStepped ? $"if ({Clock}) " : "";

    /// <summary>The edges at which registers that are reset change.</summary>
    public string EdgeOrReset => Domain.IsResetAsynchronous ? $"{Edge} or {(Domain.IsResetLow ? "negedge" : "posedge")} {Reset}" : Edge;

    /// <summary>The bits that are high where the module is reset: at once, then at an edge.</summary>
    public IEnumerable<string> Resets
    {
        get
        {
            if (HasReset)
                yield return Domain.IsResetLow ? "!" + Reset : Reset;
            if (NeedsClear)
                yield return Clear;
        }
    }

    /// <summary>The bits that are high where it is not, and assertions are looked at.</summary>
    public IEnumerable<string> Running => (IsStepped ? [Clock] : Array.Empty<string>()).Concat(Resets.Select(r => r[0] == '!' ? r[1..] : "!" + r));

    /// <summary>The names that its ports take.</summary>
    public IEnumerable<string> Names
    {
        get
        {
            yield return Clock;
            if (HasReset)
                yield return Reset;
            if (NeedsClear)
                yield return Clear;
        }
    }

    private string Prefix => IsOwn ? "" : $"{Elaboration.Names.Snake(Domain.Name)}_";
}
