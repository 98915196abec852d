using Vta.Compiler.Commands;
using Vta.Isa;
using Vta.Isa.Instructions;

namespace Vta.Compiler.Recording;

/// <summary>
/// Records one <see cref="MicroKernel"/>: <see cref="LoopBegin"/> and <see cref="LoopEnd"/> around <see cref="Push"/>. Every push sits
/// inside the same loops, since the instruction runs them around all of its micro-ops.
/// </summary>
public sealed class MicroKernelBuilder
{
    private readonly List<MicroLoop> loops = [];
    private readonly List<MicroOp> microOps = [];
    private KernelOperation? operation;
    private int depth;

    /// <summary>Opens a loop inside those that are open.</summary>
    /// <exception cref="VtaInputException">The instruction has no such loop.</exception>
    public void LoopBegin(MicroLoop loop)
    {
        if (depth == KernelLimits.MaxLoops)
            throw new VtaInputException($"micro-op loops nest {depth + 1} deep; "
                + $"an instruction has {KernelLimits.MaxLoops}, so turn others into micro-ops");
        if (depth == loops.Count && microOps.Count == 0)
            loops.Add(loop);
        else if (depth >= loops.Count || loops[depth] != loop)
            throw new VtaInputException("the micro-ops of a kernel sit inside different loops; "
                + "an instruction runs all of them in the same loops");
        depth++;
    }

    /// <summary>Closes the innermost open loop.</summary>
    public void LoopEnd() => depth = depth > 0 ? depth - 1 : throw new InvalidOperationException("no micro-op loop is open");

    /// <summary>Adds a micro-op.</summary>
    /// <exception cref="VtaInputException">It does something else than those before, or sits in other loops.</exception>
    public void Push(KernelOperation kernelOperation, int dst, int src, int wgt)
    {
        operation ??= kernelOperation;
        if (operation != kernelOperation)
            throw new VtaInputException($"the micro-ops of a kernel do different things ({operation} and {kernelOperation}); "
                + "an instruction does one");
        if (depth != loops.Count)
            throw new VtaInputException("the micro-ops of a kernel sit inside different loops; "
                + "an instruction runs all of them in the same loops");
        microOps.Add(new MicroOp(dst, src, wgt));
    }

    /// <summary>The kernel of all that was recorded.</summary>
    public MicroKernel Build() =>
        depth == 0
            ? new MicroKernel(operation ?? KernelOperation.Clear, [.. loops], [.. microOps])
            : throw new InvalidOperationException($"{depth} micro-op loops are still open");
}
