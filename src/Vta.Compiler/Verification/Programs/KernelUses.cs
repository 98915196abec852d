using Vta.Isa;
using Vta.Isa.Instructions;
using Vta.Isa.Programs;
using Vta.Isa.Requant;

namespace Vta.Compiler.Verification.Programs;

/// <summary>
/// What GEMM and ALU instructions use, by the micro-ops that are in the buffer. An index is a micro-op's field plus multiples of two factors, so the
/// elements of all steps are those of the micro-ops, spread twice: no step is taken by itself.
/// </summary>
internal sealed class KernelUses(VtaConfig config, MicroOpBuffer microOps)
{
    /// <summary>What a GEMM uses that has steps.</summary>
    internal KernelUse Of(GemmInstruction gemm)
    {
        var loops = new Loops(microOps, config.Layout, gemm.UopBegin, gemm.UopEnd);
        var inp = gemm.Reset
            ? null
            : loops.Use(config.Inp, uop => uop.Src, new(gemm.IterOut, gemm.SrcFactorOut), new(gemm.IterIn, gemm.SrcFactorIn));
        var writes = gemm.IterIn - gemm.FirstWrite;
        if (writes <= 0)
            return new KernelUse(inp, null, null, null, null) { Beyond = loops.Beyond };
        // A DWCONV has no inner factor of weights, and its accumulators begin at the first step that writes.
        var wgt = gemm.Reset
            ? null
            : loops.Use(config.Wgt, uop => uop.Wgt, new(gemm.IterOut, gemm.WgtFactorOut), new(gemm.IterIn, gemm.IsDepthwise ? 0 : gemm.WgtFactorIn));
        var firstWrite = gemm.FirstWrite * gemm.DstFactorIn;
        var acc = loops.Use(config.Acc, uop => uop.Dst + firstWrite, new(gemm.IterOut, gemm.DstFactorOut), new(writes, gemm.DstFactorIn));
        return new KernelUse(inp, wgt, null, gemm.Reset || gemm.Overwrites ? null : acc, acc) { Beyond = loops.Beyond };
    }

    /// <summary>What an ALU instruction uses that has steps.</summary>
    internal KernelUse Of(AluInstruction alu)
    {
        var loops = new Loops(microOps, config.Layout, alu.UopBegin, alu.UopEnd);
        var isRequant = config.HasRequant && alu.Code == RequantOperation.Code;
        var acc = loops.Use(config.Acc, uop => uop.Dst, new(alu.IterOut, alu.DstFactorOut), new(alu.IterIn, alu.DstFactorIn));
        var (par, reads) = (isRequant ? Source(config.Par!) : null, acc);
        if (!isRequant && !alu.UseImmediate)
        {
            reads = Source(config.Acc);
            reads.Add(acc);
        }
        return new KernelUse(null, null, par, reads, acc) { Beyond = loops.Beyond };

        IndexSet Source(BufferShape buffer) =>
            loops.Use(buffer, uop => uop.Src, new(alu.IterOut, alu.SrcFactorOut), new(alu.IterIn, alu.SrcFactorIn));
    }

    /// <summary>One of the two loops of an instruction, as an index sees it.</summary>
    private readonly record struct Loop(int Count, int Factor)
    {
        internal int Last => (Count - 1) * Factor;
    }

    private sealed class Loops(MicroOpBuffer microOps, InstructionLayout layout, int begin, int end)
    {
        internal string? Beyond { get; private set; }

        internal IndexSet Use(BufferShape buffer, Func<MicroOp, int> field, Loop outer, Loop inner)
        {
            var used = new IndexSet(buffer.Depth);
            var last = 0;
            for (var index = begin; index < end; index++)
            {
                var start = field(MicroOp.Decode(layout, microOps[index]));
                used.Add(start);
                last = Math.Max(last, start);
            }
            used.Spread(inner.Factor, inner.Count);
            used.Spread(outer.Factor, outer.Count);
            last += outer.Last + inner.Last;
            if (last >= buffer.Depth)
                Beyond ??= $"{buffer.Name}[{last}], of {buffer.Depth} elements";
            return used;
        }
    }
}
