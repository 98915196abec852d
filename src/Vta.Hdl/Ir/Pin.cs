using Vta.Hdl.Diagnostics;

namespace Vta.Hdl.Ir;

/// <summary>What a pin is while nobody drives it.</summary>
public enum Pull
{
    /// <summary>Nothing that may be relied on; zero in simulation.</summary>
    None,

    /// <summary>Ones, by a resistor to the supply.</summary>
    Up,

    /// <summary>Zeros, by a resistor to ground.</summary>
    Down,
}

/// <summary>A bidirectional pin of a module, which either drives it where that is enabled, or passes it on to an instance inside.</summary>
/// <param name="value">Its port.</param>
/// <param name="pull">What it is while nobody drives it.</param>
public sealed class Pin(Signal value, Pull pull)
{
    /// <summary>The port: what is read of it, whoever drives it.</summary>
    public Signal Value { get; } = value;

    /// <summary>What it is while nobody drives it, at the top of a design.</summary>
    public Pull Pull { get; } = pull;

    /// <summary>What the module drives it with, and where: one enable for all bits, or one for each. Null where the module does not drive it.</summary>
    public (Signal Value, Signal Enable)? Driver { get; internal set; }

    /// <summary>True where the module drives nothing but zeros, which others may do at the same time.</summary>
    public bool IsOpenDrain => _drives.Count > 0 && _drives.TrueForAll(d => d.IsOpenDrain);

    /// <summary>The pin of an instance inside that drives it; null where there is none.</summary>
    public Pin? Inside { get; internal set; }

    /// <summary>Who drives the pin in the end: this, or one of an instance inside.</summary>
    public Pin Innermost => Inside?.Innermost ?? this;

    internal IReadOnlyList<PinDrive> Drives => _drives;

    private readonly List<PinDrive> _drives = [];

    internal void Add(PinDrive drive) => _drives.Add(drive);
}

/// <summary>A place in a description where a pin is driven.</summary>
/// <param name="Condition">One bit: the conditions around it.</param>
/// <param name="Value">What the pin is driven with.</param>
/// <param name="Enable">One bit, or one for each of the pin.</param>
/// <param name="IsOpenDrain">It pulls bits to zero, and never drives a one.</param>
/// <param name="Location">Where it stands.</param>
internal sealed record PinDrive(Expression Condition, Expression Value, Expression Enable, bool IsOpenDrain, SourceLocation Location);
