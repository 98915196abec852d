namespace Vta.Hdl.Simulation;

/// <summary>What makes simulation fast; each can be switched off, to find out what a surprise comes from. None changes what is computed.</summary>
public sealed record SimulatorOptions
{
    /// <summary>Everything on.</summary>
    public static readonly SimulatorOptions Default = new();

    /// <summary>Parts of the design run only in cycles in which something that they read has changed.</summary>
    public bool ActivityGating { get; init; } = true;

    /// <summary>What only one arm of a choice or one enabled port needs is computed only there.</summary>
    public bool DemandGating { get; init; } = true;

    /// <summary>Registers and memories are written where they stand, after everything that reads them, and not through a copy.</summary>
    public bool WriteInPlace { get; init; } = true;

    /// <summary>Lanes run as vector instructions.</summary>
    public bool VectorLanes { get; init; } = true;
}
