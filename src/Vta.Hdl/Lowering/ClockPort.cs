using Vta.Hdl.Ir;
using Vta.Hdl.Verilog;

namespace Vta.Hdl.Lowering;

/// <summary>A clock that a module needs, for itself or for instances inside, with the names of its ports.</summary>
/// <param name="Domain">The clock.</param>
/// <param name="IsOwn">True for the domain of the module itself, whatever that is where it is instantiated.</param>
/// <param name="IsDeclared">True where the ports have the names that the domain declares: everywhere but for the own domain of an instance.</param>
internal sealed record ClockPort(ClockDomain Domain, bool IsOwn, bool IsDeclared)
{
    /// <summary>True where its reset is needed, too.</summary>
    public bool NeedsReset { get; init; }

    /// <summary>True where an instance makes the clock itself, and needs its reset alone.</summary>
    public bool IsResetOnly { get; init; }

    /// <summary>True where a module is reset by its parents besides, at an edge, and the reset of the domain can't say so.</summary>
    public bool NeedsClear { get; init; }

    /// <summary>The clock of a domain as a module sees it.</summary>
    public static ClockPort Of(ClockDomain domain, ModuleInstance module) =>
        new(domain, domain == module.Domain, domain != module.Domain || module.Parent is null);

    public string Clock => (IsDeclared ? Domain.ClockPort : null) ?? Prefix + "clock";

    /// <summary>The module makes the clock: it is a wire there, and no port.</summary>
    public MadeClock? Made { get; init; }

    /// <summary>In the module that gates a clock, that clock, whose reset is the domain's, too.</summary>
    public ClockPort? GatedFrom { get; init; }

    public string Reset => GatedFrom?.Reset ?? (IsDeclared ? Domain.ResetPort : null) ?? Prefix + (Domain.IsResetLow ? "reset_n" : "reset");

    public string Clear => GatedFrom?.Clear ?? Prefix + "clear";

    public bool HasReset => NeedsReset && Domain.HasReset;

    /// <summary>The ports that a module has of it; a proof is told of every clock by a port.</summary>
    public IEnumerable<string> Ports => Made is null || IsStepped ? Names : Names.Where(n => n != Clock);

    /// <summary>True where the clock is a bit that says whether it has an edge in a step.</summary>
    public bool IsStepped { get; init; }

    /// <summary>The names that its ports take.</summary>
    public IEnumerable<string> Names
    {
        get
        {
            if (!IsResetOnly)
                yield return Clock;
            if (HasReset && GatedFrom is null)
                yield return Reset;
            if (NeedsClear && GatedFrom is null)
                yield return Clear;
        }
    }

    private string Prefix => IsOwn ? "" : $"{Naming.Names.Snake(Domain.Name)}_";
}
