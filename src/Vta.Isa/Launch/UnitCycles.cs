namespace Vta.Isa;

/// <summary>Where a unit's cycles went, on backends that have cycles.</summary>
/// <param name="Busy">Cycles with work done.</param>
/// <param name="MemoryStalled">Cycles waiting for memory.</param>
/// <param name="TokenStalled">Cycles waiting for a token.</param>
public sealed record UnitCycles(long Busy, long MemoryStalled, long TokenStalled);
