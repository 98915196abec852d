using Vta.Compiler.Commands;
using Vta.Isa.Instructions;

namespace Vta.Compiler.Recording;

/// <summary>
/// What one GEMM or ALU instruction runs: an operation, up to two loops (outer first) and micro-ops. Kernels of equal content
/// are equal, so that each is loaded into the micro-op buffer once.
/// </summary>
public sealed class MicroKernel : IEquatable<MicroKernel>
{
    private readonly int hash;

    internal MicroKernel(KernelOperation operation, IReadOnlyList<MicroLoop> loops, IReadOnlyList<MicroOp> microOps)
    {
        Operation = operation;
        Loops = loops;
        MicroOps = microOps;
        var code = new HashCode();
        code.Add(operation);
        foreach (var loop in loops)
            code.Add(loop);
        foreach (var microOp in microOps)
            code.Add(microOp);
        hash = code.ToHashCode();
    }

    public KernelOperation Operation { get; }

    public IReadOnlyList<MicroLoop> Loops { get; }

    public IReadOnlyList<MicroOp> MicroOps { get; }

    /// <summary>Whether there is nothing to do: no micro-ops, or a loop that never runs.</summary>
    public bool IsEmpty => MicroOps.Count == 0 || Loops.Any(loop => loop.Extent == 0);

    public bool Equals(MicroKernel? other) =>
        other is not null && hash == other.hash && Operation == other.Operation
        && Loops.SequenceEqual(other.Loops) && MicroOps.SequenceEqual(other.MicroOps);

    public override bool Equals(object? obj) => Equals(obj as MicroKernel);

    public override int GetHashCode() => hash;
}
