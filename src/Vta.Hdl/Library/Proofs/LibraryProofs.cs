namespace Vta.Hdl.Library.Proofs;

/// <summary>The proofs of the library: modules that instantiate what they prove.</summary>
public static class LibraryProofs
{
    /// <summary>Each by the name of what it proves; a new module for every call.</summary>
    public static IReadOnlyDictionary<string, Func<Module>> All { get; } = new Dictionary<string, Func<Module>>
    {
        ["Fifo"] = () => new FifoProof(depth: 3),
        ["BlockFifo"] = () => new BlockFifoProof(depth: 4),
        ["AsyncFifo"] = () => new AsyncFifoProof(),
        ["Pipe"] = () => new PipeProof(),
        ["SkidBuffer"] = () => new SkidBufferProof(),
        ["AxiLiteRegisters"] = () => new AxiLiteRegistersProof(),
        ["Axi4Memory"] = () => new Axi4MemoryProof(),
        ["Arbiter, fixed"] = () => new ArbiterProof(3, ArbitrationPolicy.Fixed),
        ["Arbiter, round robin"] = () => new ArbiterProof(3, ArbitrationPolicy.RoundRobin),
    };
}
