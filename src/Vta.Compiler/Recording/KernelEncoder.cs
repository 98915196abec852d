using Vta.Compiler.Commands;
using Vta.Isa.Instructions;
using Vta.Isa.Requant;

namespace Vta.Compiler.Recording;

/// <summary>Turns a kernel into its instruction.</summary>
internal static class KernelEncoder
{
    internal static InstructionWord Encode(InstructionLayout layout, MicroKernel kernel, int begin)
    {
        var end = begin + kernel.MicroOps.Count;
        // As TVM encodes it, an only loop is the outer one of GEMM and the inner one of ALU.
        var first = kernel.Operation is not KernelOperation.Gemm && kernel.Loops.Count < KernelLimits.MaxLoops ? -1 : 0;
        var outer = Loop(kernel, first);
        var inner = Loop(kernel, first + 1);
        return kernel.Operation switch
        {
            KernelOperation.Gemm gemm => new GemmInstruction(Dependencies.None, gemm.Reset, begin, end, outer.Extent, inner.Extent,
                outer.DstFactor, inner.DstFactor, outer.SrcFactor, inner.SrcFactor, outer.WgtFactor, inner.WgtFactor,
                gemm.Overwrites).Encode(layout),
            KernelOperation.Alu alu => new AluInstruction(Dependencies.None, begin, end, outer.Extent, inner.Extent,
                alu.Operation.Code, alu.Immediate is not null, alu.Immediate ?? 0,
                outer.DstFactor, inner.DstFactor, outer.SrcFactor, inner.SrcFactor).Encode(layout),
            KernelOperation.Taps taps => GemmInstruction.Depthwise(Dependencies.None, taps.Overwrites, begin, end, outer.Extent, inner.Extent, taps.FirstWrite,
                outer.DstFactor, inner.DstFactor, outer.SrcFactor, inner.SrcFactor).Encode(layout),
            KernelOperation.Requantization => new AluInstruction(Dependencies.None, begin, end, outer.Extent, inner.Extent,
                RequantOperation.Code, UseImmediate: false, Immediate: 0,
                outer.DstFactor, inner.DstFactor, outer.SrcFactor, inner.SrcFactor).Encode(layout),
            var operation => throw new InvalidOperationException($"{operation} has no instruction"),
        };
    }

    /// <summary>A loop; one that runs once needs no factors, which then need not fit their fields.</summary>
    private static MicroLoop Loop(MicroKernel kernel, int index) =>
        index >= 0 && index < kernel.Loops.Count && kernel.Loops[index].Extent != 1 ? kernel.Loops[index] : MicroLoop.Once;
}
