using Vta.Isa.Instructions;
using Vta.Simulator.Memories;

namespace Vta.Simulator.Gemm;

/// <summary>Runs GEMM instructions.</summary>
internal sealed unsafe class GemmUnit
{
    private readonly UopMemory uop;
    private readonly InpMemory inp;
    private readonly WgtMemory wgt;
    private readonly AccMemory acc;
    private readonly GemmKernel kernel;
    private readonly MicroKernel micro;
    private readonly HashSet<int> written = [];

    internal GemmUnit(MicroKernel micro, UopMemory uop, InpMemory inp, WgtMemory wgt, AccMemory acc, GemmKernel kernel)
    {
        (this.micro, this.uop, this.inp, this.wgt, this.acc, this.kernel) = (micro, uop, inp, wgt, acc, kernel);
    }

    /// <summary>Runs all steps.</summary>
    /// <returns>Whether an index wrapped.</returns>
    internal bool Run(in GemmInstruction instruction)
    {
        if (instruction.Steps == 0)
            return false;
        var wrapped = micro.Decode(uop.Values, instruction.UopBegin, instruction.UopEnd);
        wrapped |= Last(micro.MaxDst, instruction, instruction.DstFactorOut, instruction.DstFactorIn) >= acc.Depth;
        if (!instruction.Reset)
        {
            wrapped |= Last(micro.MaxSrc, instruction, instruction.SrcFactorOut, instruction.SrcFactorIn) >= inp.Depth;
            wrapped |= Last(micro.MaxWgt, instruction, instruction.WgtFactorOut, instruction.WgtFactorIn) >= wgt.Depth;
        }
        if (wrapped)
            RunWrapping(instruction);
        else if (instruction.Reset)
            Reset(instruction);
        else if (!instruction.Overwrites)
            RunWithin(instruction);
        else
            Overwrite(instruction);
        return wrapped;
    }

    private static long Last(int field, in GemmInstruction instruction, int factorOut, int factorIn) =>
        field + (instruction.IterOut - 1L) * factorOut + (instruction.IterIn - 1L) * factorIn;

    /// <summary>No index reaches past its buffer: none is looked at again.</summary>
    private void RunWithin(in GemmInstruction instruction)
    {
        micro.Scale(acc.ElemValues, inp.ElemPairs);
        var outer = new GemmLoop
        {
            Count = instruction.IterOut,
            Dst = instruction.DstFactorOut * acc.ElemValues,
            Src = instruction.SrcFactorOut * inp.ElemPairs,
        };
        var inner = new GemmLoop
        {
            Count = instruction.IterIn,
            Dst = instruction.DstFactorIn * acc.ElemValues,
            Src = instruction.SrcFactorIn * inp.ElemPairs,
        };
        // A loop that does not change the weight goes inside, where the weight stays in registers.
        var once = new GemmLoop { Count = 1 };
        var (outerOutside, outerInside) = instruction.WgtFactorOut == 0 ? (once, outer) : (outer, once);
        var (innerOutside, innerInside) = instruction.WgtFactorIn == 0 ? (once, inner) : (inner, once);
        var steps = new GemmSteps { Outer = outerInside, Inner = innerInside };
        for (var i = 0; i < outerOutside.Count; i++)
        {
            for (var j = 0; j < innerOutside.Count; j++)
            {
                steps.Acc = acc.Values + i * outerOutside.Dst + j * innerOutside.Dst;
                steps.Inp = inp.Pairs + i * outerOutside.Src + j * innerOutside.Src;
                RunMicroOps(ref steps, i * instruction.WgtFactorOut + j * instruction.WgtFactorIn);
            }
        }
    }

    /// <summary>Runs all micro-ops, those that follow each other with the same weight together.</summary>
    private void RunMicroOps(ref GemmSteps steps, int wgtOffset)
    {
        var end = micro.Steps + micro.Count;
        for (var step = micro.Steps; step < end;)
        {
            var weight = step->Wgt;
            steps.Begin = step;
            while (step < end && step->Wgt == weight)
                step++;
            steps.End = step;
            steps.Wgt = wgt.Pairs + (long)(weight + wgtOffset) * wgt.ElemPairs;
            kernel.Run(steps);
        }
    }

    /// <summary>Sums begin at zero; where one accumulator is written twice, what counts is the last step.</summary>
    private void Overwrite(in GemmInstruction instruction)
    {
        if (Reset(instruction))
            RunWithin(instruction);
        else
            RunWrapping(instruction);
    }

    /// <summary>Clears all accumulators that the steps write.</summary>
    /// <returns>Whether each step has one of its own.</returns>
    private bool Reset(in GemmInstruction instruction)
    {
        written.Clear();
        var isDistinct = true;
        for (var i = 0; i < instruction.IterOut; i++)
        {
            for (var j = 0; j < instruction.IterIn; j++)
            {
                var offset = i * instruction.DstFactorOut + j * instruction.DstFactorIn;
                for (var k = 0; k < micro.Count; k++)
                {
                    acc.Clear(micro.Steps[k].Dst + offset, 1);
                    isDistinct &= !instruction.Overwrites || written.Add(micro.Steps[k].Dst + offset);
                }
            }
        }
        return isDistinct;
    }

    /// <summary>The declared meaning step by step, every index modulo its depth.</summary>
    private void RunWrapping(in GemmInstruction instruction)
    {
        var only = default(MicroStep);
        var once = new GemmLoop { Count = 1 };
        var steps = new GemmSteps { Begin = &only, End = &only + 1, Outer = once, Inner = once };
        for (var i = 0L; i < instruction.IterOut; i++)
        {
            for (var j = 0L; j < instruction.IterIn; j++)
            {
                for (var k = 0; k < micro.Count; k++)
                {
                    var step = micro.Steps[k];
                    var dst = (step.Dst + i * instruction.DstFactorOut + j * instruction.DstFactorIn) % acc.Depth;
                    if (instruction.Reset || instruction.Overwrites)
                        acc.Clear((int)dst, 1);
                    if (instruction.Reset)
                        continue;
                    var src = (step.Src + i * instruction.SrcFactorOut + j * instruction.SrcFactorIn) % inp.Depth;
                    var weight = (step.Wgt + i * instruction.WgtFactorOut + j * instruction.WgtFactorIn) % wgt.Depth;
                    steps.Acc = acc.Values + dst * acc.ElemValues;
                    steps.Inp = inp.Pairs + src * inp.ElemPairs;
                    steps.Wgt = wgt.Pairs + weight * wgt.ElemPairs;
                    kernel.Run(steps);
                }
            }
        }
    }
}
