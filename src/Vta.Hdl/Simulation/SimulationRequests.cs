namespace Vta.Hdl.Simulation;

/// <summary>What a simulation is asked for besides the values of the design; each takes time.</summary>
public sealed record SimulationRequests
{
    /// <summary>Nothing.</summary>
    public static readonly SimulationRequests None = new();

    /// <summary>Covers are counted; see <see cref="SimulatorBase.Covers"/>.</summary>
    public bool CountCovers { get; init; }

    /// <summary>
    /// What nothing defines is random, from this seed, and shows what relies on it: registers before their reset and those that have none, memories without
    /// contents, and what is read of a word while it is written, where that is <see cref="Ir.ReadUnderWrite.Undefined"/>. Null for zeros, and old words.
    /// </summary>
    public int? UndefinedSeed { get; init; }
}
