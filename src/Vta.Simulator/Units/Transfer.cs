namespace Vta.Simulator.Units;

/// <summary>What a LOAD or STORE did.</summary>
/// <param name="DramBytes">Bytes that crossed from or to DRAM.</param>
/// <param name="SramElements">On-chip elements written (LOAD, padding included) or read (STORE).</param>
/// <param name="Wrapped">An SRAM index reached past the buffer.</param>
/// <param name="Failed">Memory answered with an error.</param>
internal readonly record struct Transfer(long DramBytes, long SramElements, bool Wrapped, bool Failed);
