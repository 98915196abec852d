using Vta.Isa.Instructions;
using Vta.Isa.Requant;
using Vta.Simulator.Gemm;
using Vta.Simulator.Memories;

namespace Vta.Simulator.Alu;

/// <summary>Runs the steps of REQUANT.</summary>
internal sealed unsafe class RequantUnit(MicroKernel micro, UopMemory uop, AccMemory acc, ParMemory par)
{
    /// <summary>Runs all steps, of which there is at least one.</summary>
    /// <returns>Whether an index wrapped.</returns>
    internal bool Run(in AluInstruction instruction)
    {
        var wrapped = micro.Decode(uop.Values, instruction.UopBegin, instruction.UopEnd);
        for (var i = 0L; i < instruction.IterOut; i++)
        {
            for (var j = 0L; j < instruction.IterIn; j++)
            {
                var dstOffset = i * instruction.DstFactorOut + j * instruction.DstFactorIn;
                var srcOffset = i * instruction.SrcFactorOut + j * instruction.SrcFactorIn;
                for (var k = 0; k < micro.Count; k++)
                {
                    var (dst, src) = (micro.Steps[k].Dst + dstOffset, micro.Steps[k].Src + srcOffset);
                    wrapped |= dst >= acc.Depth || src >= par.Depth;
                    Step((int)dst & (acc.Depth - 1), (int)src & (par.Depth - 1));
                }
            }
        }
        return wrapped;
    }

    private void Step(int dst, int src)
    {
        var lanes = par.Element(src);
        var values = acc.Values + (nint)dst * acc.ElemValues;
        for (var i = 0; i < acc.ElemValues; i++)
            values[i] = (int)RequantOperation.Evaluate<LongAlgebra, long>(default, values[i], lanes[i & (lanes.Length - 1)]);
    }
}
