using Vta.Hdl.Diagnostics;

namespace Vta.Hdl.Ir;

/// <summary>A clock that a design makes itself, instead of taking it from a port.</summary>
/// <param name="Domain">The clock.</param>
/// <param name="Location">Where it is made.</param>
internal abstract record MadeClock(ClockDomain Domain, SourceLocation Location)
{
    /// <summary>The signal of the module that decides on its edges; null where nothing in the design does.</summary>
    public abstract Signal? Bit { get; }
}

/// <summary>A clock whose edges are those of a register, and come behind those of the register's clock.</summary>
internal sealed record RegisterClock(ClockDomain Domain, Signal Register, SourceLocation Location) : MadeClock(Domain, Location)
{
    public override Signal Bit => Register;
}

/// <summary>A clock that has those edges of another at which a bit is high, or the domain is in reset.</summary>
/// <param name="Domain">The clock.</param>
/// <param name="Of">The other clock.</param>
/// <param name="Enable">The bit.</param>
/// <param name="IsSynchronous">True where values may pass between the two without a synchroniser.</param>
/// <param name="Location">Where it is made.</param>
internal sealed record GatedClock(ClockDomain Domain, ClockDomain Of, Signal Enable, bool IsSynchronous, SourceLocation Location)
    : MadeClock(Domain, Location)
{
    public override Signal Bit => Enable;
}

/// <summary>A clock that comes out of a black box, as from a PLL: whoever simulates says when its edges come.</summary>
internal sealed record PinClock(ClockDomain Domain, ModuleInstance Box, string Pin, SourceLocation Location) : MadeClock(Domain, Location)
{
    public override Signal? Bit => null;
}
