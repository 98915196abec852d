using Vta.Compiler.Commands;
using Vta.Isa;
using Vta.Isa.Instructions;

namespace Vta.Compiler.Recording;

/// <summary>Checks a kernel against the fields and buffers of a configuration.</summary>
internal static class KernelFit
{
    /// <exception cref="VtaInputException">The kernel does not fit.</exception>
    internal static void Check(VtaConfig config, MicroKernel kernel)
    {
        if (kernel.MicroOps.Count > config.Uop.Depth)
            throw new VtaInputException($"a kernel has {kernel.MicroOps.Count} micro-ops; the uop buffer holds {config.Uop.Depth}: "
                + "use smaller tiles, or raise LOG_UOP_BUFF_SIZE");
        foreach (var loop in kernel.Loops)
        {
            if (loop.Extent < 0 || loop.Extent > KernelLimits.MaxExtent)
                throw new VtaInputException($"a loop of a kernel runs {loop.Extent} times; "
                    + $"an instruction has at most {KernelLimits.MaxExtent}: use smaller tiles");
        }
        Index(config.Acc, kernel, microOp => microOp.Dst, loop => loop.DstFactor);
        switch (kernel.Operation)
        {
            case KernelOperation.Gemm { Reset: false }:
                Index(config.Inp, kernel, microOp => microOp.Src, loop => loop.SrcFactor);
                Index(config.Wgt, kernel, microOp => microOp.Wgt, loop => loop.WgtFactor);
                break;
            case KernelOperation.Taps:
                Index(config.Inp, kernel, microOp => microOp.Src, loop => loop.SrcFactor);
                Index(config.Wgt, kernel, microOp => microOp.Wgt, loop => loop.WgtFactor);
                break;
            case KernelOperation.Requantization:
                Index(config.Par ?? throw new VtaInputException("requantisation needs a configuration with LOG_PAR_BUFF_SIZE"),
                    kernel, microOp => microOp.Src, loop => loop.SrcFactor);
                break;
            case KernelOperation.Alu { Immediate: null }:
                Index(config.Acc, kernel, microOp => microOp.Src, loop => loop.SrcFactor);
                break;
            case KernelOperation.Alu { Immediate: < short.MinValue or > short.MaxValue } alu:
                throw new VtaInputException($"the immediate {alu.Immediate} of {alu.Operation} does not fit its 16 bits, "
                    + $"{short.MinValue} to {short.MaxValue}");
        }
    }

    private static void Index(BufferShape buffer, MicroKernel kernel, Func<MicroOp, int> field, Func<MicroLoop, int> factor)
    {
        var greatest = kernel.MicroOps.Max(field) + kernel.Loops.Sum(loop => (loop.Extent - 1L) * factor(loop));
        if (greatest >= buffer.Depth)
            throw new VtaInputException($"a kernel reaches element {greatest} of the {buffer.Name} buffer; it holds {buffer.Depth}: "
                + $"use smaller tiles, or raise LOG_{buffer.Name.ToUpperInvariant()}_BUFF_SIZE");
        if (kernel.Loops.Any(loop => factor(loop) < 0) || kernel.MicroOps.Min(field) < 0)
            throw new VtaInputException($"a kernel counts down through the {buffer.Name} buffer; indices and factors are not negative");
    }
}
