using System.Runtime.CompilerServices;
using Vta.Isa;
using Vta.Isa.Alu;
using Vta.Simulator.Lanes;

namespace Vta.Simulator.Alu;

/// <summary>The loops themselves, compiled for each operation and width. Each step sees what the one before wrote.</summary>
internal sealed unsafe class AluKernel<TOperation, TLanes, TVector>(VtaConfig config) : AluKernel
    where TOperation : struct, IAluOperation
    where TLanes : struct, ILanes<TLanes, TVector>
    where TVector : unmanaged
{
    private readonly int elemValues = config.Acc.ElemValues;
    private readonly TLanes lanes = TLanes.Create(config.AccWidth);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal override void RunTensor(in AluLoops loops)
    {
        var begin = loops.Micro.Steps;
        var end = begin + loops.Micro.Count;
        for (var i = 0; i < loops.IterOut; i++)
        {
            for (var j = 0; j < loops.IterIn; j++)
            {
                var dstOffset = i * loops.DstFactorOut + j * loops.DstFactorIn;
                var srcOffset = i * loops.SrcFactorOut + j * loops.SrcFactorIn;
                for (var step = begin; step < end; step++)
                {
                    var dst = loops.Acc + (nint)((step->Dst + dstOffset) & loops.IndexMask) * elemValues;
                    var src = loops.Acc + (nint)((step->Src + srcOffset) & loops.IndexMask) * elemValues;
                    for (var lane = 0; lane < elemValues; lane += TLanes.Count)
                        Apply(dst + lane, lanes.Wrap(TLanes.Load(src + lane)));
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal override void RunImmediate(in AluLoops loops)
    {
        var begin = loops.Micro.Steps;
        var end = begin + loops.Micro.Count;
        var immediate = lanes.Constant(loops.Immediate);
        for (var i = 0; i < loops.IterOut; i++)
        {
            for (var j = 0; j < loops.IterIn; j++)
            {
                var dstOffset = i * loops.DstFactorOut + j * loops.DstFactorIn;
                for (var step = begin; step < end; step++)
                {
                    var dst = loops.Acc + (nint)((step->Dst + dstOffset) & loops.IndexMask) * elemValues;
                    for (var lane = 0; lane < elemValues; lane += TLanes.Count)
                        Apply(dst + lane, immediate);
                }
            }
        }
    }

    private void Apply(int* dst, TVector right) =>
        TLanes.Store(dst, TOperation.Evaluate<TLanes, TVector>(lanes, lanes.Wrap(TLanes.Load(dst)), right));
}
