using System.Runtime.CompilerServices;
using Vta.Isa;
using Vta.Isa.Instructions;
using Vta.Simulator.Memories;

namespace Vta.Simulator.Gemm;

/// <summary>The micro-ops of the instruction that runs, decoded once for all its iterations.</summary>
internal sealed unsafe class MicroKernel
{
    private readonly InstructionLayout layout;
    private readonly int depth;
    private readonly AlignedBuffer<MicroStep> steps;

    internal MicroKernel(VtaConfig config)
    {
        layout = config.Layout;
        depth = config.Uop.Depth;
        // uop_end has one bit more than an index, so a kernel can go round the buffer almost twice.
        steps = new AlignedBuffer<MicroStep>(2L * depth);
    }

    internal MicroStep* Steps => steps.Pointer;

    internal int Count { get; private set; }

    /// <summary>The greatest accumulator index of any micro-op.</summary>
    internal int MaxDst { get; private set; }

    /// <summary>The greatest source index of any micro-op.</summary>
    internal int MaxSrc { get; private set; }

    /// <summary>The greatest weight index of any micro-op.</summary>
    internal int MaxWgt { get; private set; }

    /// <summary>Decodes micro-ops; there is at least one.</summary>
    /// <returns>Whether their indices reached past the buffer, and wrapped.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal bool Decode(ReadOnlySpan<uint> uops, int begin, int end)
    {
        var fields = layout.MicroOp;
        var (dstMask, srcMask, wgtMask) = (Mask(fields.Dst), Mask(fields.Src), Mask(fields.Wgt));
        var (maxDst, maxSrc, maxWgt) = (0, 0, 0);
        Count = end - begin;
        for (var k = 0; k < Count; k++)
        {
            var bits = uops[(begin + k) & (depth - 1)];
            var step = steps.Pointer + k;
            step->Dst = (int)((bits >> fields.Dst.Offset) & dstMask);
            step->Src = (int)((bits >> fields.Src.Offset) & srcMask);
            step->Wgt = (int)((bits >> fields.Wgt.Offset) & wgtMask);
            maxDst = Math.Max(maxDst, step->Dst);
            maxSrc = Math.Max(maxSrc, step->Src);
            maxWgt = Math.Max(maxWgt, step->Wgt);
        }
        (MaxDst, MaxSrc, MaxWgt) = (maxDst, maxSrc, maxWgt);
        return end > depth;
    }

    /// <summary>Turns element indices into offsets.</summary>
    internal void Scale(int dst, int src)
    {
        for (var k = 0; k < Count; k++)
        {
            steps.Pointer[k].Dst *= dst;
            steps.Pointer[k].Src *= src;
        }
    }

    private static uint Mask(InstructionField field) => (uint)field.Maximum;
}
