namespace Vta.Hdl.Ir;

/// <summary>The edge of a clock at which registers take their values.</summary>
public enum ClockEdge
{
    /// <summary>From low to high.</summary>
    Rising,

    /// <summary>From high to low.</summary>
    Falling,
}

/// <summary>How the registers of a clock domain are reset.</summary>
public enum ResetKind
{
    /// <summary>By a pin that is high, at the clock edge.</summary>
    Synchronous,

    /// <summary>By a pin that is low, at the clock edge.</summary>
    SynchronousLow,

    /// <summary>By a pin that is high, at once.</summary>
    Asynchronous,

    /// <summary>By a pin that is low, at once.</summary>
    AsynchronousLow,

    /// <summary>By nothing: there is no pin, and registers start with their reset values.</summary>
    None,
}

/// <summary>
/// A clock with its reset. Domains of one name are the same domain, and have to be declared alike (HW0021). What is described without one belongs to the
/// domain of its module; the top module's is <see cref="Main"/> unless it declares another (<see cref="Module.DefaultDomain"/>).
/// </summary>
/// <param name="Name">
/// The clock's port is <c>name_clock</c> and the reset's <c>name_reset</c>, or <c>name_reset_n</c> where low resets; those of a module's own domain are
/// <c>clock</c> and <c>reset</c> or <c>reset_n</c>.
/// </param>
public sealed record ClockDomain(string Name)
{
    /// <summary>The domain of a top module that declares none: a rising edge, and a synchronous reset that is high.</summary>
    public static ClockDomain Main { get; } = new("main");

    /// <summary>The edge at which registers take their values, memories are written and assertions looked at.</summary>
    public ClockEdge Edge { get; init; }

    /// <summary>How registers are reset.</summary>
    public ResetKind Reset { get; init; }

    /// <summary>What the port of the clock is called instead.</summary>
    public string? ClockPort { get; init; }

    /// <summary>What the port of the reset is called instead.</summary>
    public string? ResetPort { get; init; }

    internal bool HasReset => Reset != ResetKind.None;

    internal bool IsResetLow => Reset is ResetKind.SynchronousLow or ResetKind.AsynchronousLow;

    internal bool IsResetAsynchronous => Reset is ResetKind.Asynchronous or ResetKind.AsynchronousLow;

    /// <inheritdoc/>
    public override string ToString() => Name;
}
