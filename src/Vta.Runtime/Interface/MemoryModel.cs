namespace Vta.Runtime;

/// <summary>When a memory is ready, as kinds of memory controllers are; all of them keep to AXI.</summary>
public enum MemoryModel
{
    /// <summary>At any time; read and write bursts overlap.</summary>
    Ideal,

    /// <summary>For a write when its address and its first data are both offered.</summary>
    PairedWrites,

    /// <summary>For the address of a write once all of its data is there.</summary>
    DataFirst,

    /// <summary>For one burst at a time, a read or a write; reads and writes take turns.</summary>
    OneBurst,

    /// <summary>For anything only when it has waited for some cycles; between two answers of a channel there are some too.</summary>
    Slow,
}
