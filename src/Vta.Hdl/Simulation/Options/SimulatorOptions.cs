namespace Vta.Hdl.Simulation;

/// <summary>What makes simulation fast; each can be switched off, to find out what a surprise comes from. Nothing here changes what is computed.</summary>
public sealed record SimulatorOptions
{
    /// <summary>Everything on.</summary>
    public static readonly SimulatorOptions Default = new();

    /// <summary>Parts of the design run only in cycles in which something that they read has changed.</summary>
    public bool ActivityGating { get; init; } = true;

    /// <summary>
    /// A design whose cycle takes no more instructions than this, by estimate, is one straight piece of code without a look at what has changed
    /// (<see cref="ActivityGating"/>), and many cycles run in one call. Zero switches it off.
    /// </summary>
    public int StraightLineCost { get; init; } = 600;

    /// <summary>What only one arm of a choice or one enabled port needs is computed only there.</summary>
    public bool DemandGating { get; init; } = true;

    /// <summary>Registers and memories are written where they stand, after everything that reads them, and not through a copy.</summary>
    public bool WriteInPlace { get; init; } = true;

    /// <summary>Lanes run as vector instructions.</summary>
    public bool VectorLanes { get; init; } = true;

    /// <summary>
    /// The value of every named signal is kept, so that waves and peeks into the hierarchy cost little; otherwise those that are neither state nor ports
    /// of the top module are evaluated one by one, slowly. Off, since keeping them takes time in each cycle.
    /// </summary>
    public bool KeepSignals { get; init; }
}
