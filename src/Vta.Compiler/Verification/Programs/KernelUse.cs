namespace Vta.Compiler.Verification.Programs;

/// <summary>The elements that a GEMM or ALU instruction reads and writes of each buffer; null where it does not use the buffer at all.</summary>
internal sealed record KernelUse(IndexSet? InpReads, IndexSet? WgtReads, IndexSet? ParReads, IndexSet? AccReads, IndexSet? AccWrites)
{
    /// <summary>An index that goes beyond its buffer, as <c>acc[2048], of 2048 elements</c>; null where none does.</summary>
    internal string? Beyond { get; init; }
}
