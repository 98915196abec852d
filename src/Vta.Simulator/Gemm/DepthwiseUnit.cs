using Vta.Isa;
using Vta.Isa.Instructions;
using Vta.Simulator.Memories;

namespace Vta.Simulator.Gemm;

/// <summary>Runs DWCONV instructions: a window of the inputs read last, each lane times the weights of its own.</summary>
internal sealed unsafe class DepthwiseUnit(VtaConfig config, MicroKernel micro, UopMemory uop, InpMemory inp, WgtMemory wgt, AccMemory acc)
{
    /// <summary>The inputs of the window, the latest first.</summary>
    private readonly int[] window = new int[config.DepthwiseTaps];

    /// <summary>How many the window has; others are zero.</summary>
    private int filled;

    /// <summary>Runs all steps.</summary>
    /// <returns>Whether an index wrapped.</returns>
    internal bool Run(in GemmInstruction instruction)
    {
        if (instruction.Steps == 0)
            return false;
        var wrapped = micro.Decode(uop.Values, instruction.UopBegin, instruction.UopEnd);
        for (var i = 0L; i < instruction.IterOut; i++)
        {
            filled = 0;
            for (var j = 0L; j < instruction.IterIn; j++)
            {
                for (var k = 0; k < micro.Count; k++)
                {
                    var step = micro.Steps[k];
                    var src = step.Src + i * instruction.SrcFactorOut + j * instruction.SrcFactorIn;
                    wrapped |= src >= inp.Depth;
                    Shift((int)src & (inp.Depth - 1));
                    if (j < instruction.FirstWrite)
                        continue;
                    var dst = step.Dst + i * instruction.DstFactorOut + j * instruction.DstFactorIn;
                    var weight = step.Wgt + i * instruction.WgtFactorOut;
                    wrapped |= dst >= acc.Depth || weight >= wgt.Depth;
                    Write((int)dst & (acc.Depth - 1), (int)weight & (wgt.Depth - 1), instruction.Overwrites);
                }
            }
        }
        return wrapped;
    }

    private void Shift(int src)
    {
        window.AsSpan(0, window.Length - 1).CopyTo(window.AsSpan(1));
        window[0] = src;
        filled = Math.Min(filled + 1, window.Length);
    }

    private void Write(int dst, int weight, bool overwrites)
    {
        var lanes = config.BlockOut;
        for (var row = 0; row < config.Batch; row++)
        {
            var sums = new Span<int>(acc.Values + (nint)dst * acc.ElemValues + row * lanes, lanes);
            if (overwrites)
                sums.Clear();
            for (var tap = 0; tap < filled; tap++)
            {
                var values = inp.Row(window[tap], row);
                for (var lane = 0; lane < lanes; lane++)
                    sums[lane] += values[lane] * wgt.Value(weight, tap, lane);
            }
        }
    }
}
