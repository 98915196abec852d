using System.Runtime.CompilerServices;
using Vta.Isa;
using Vta.Simulator.Lanes;

namespace Vta.Simulator.Gemm;

/// <summary>
/// The loops themselves. Weights of one group of lanes and up to eight pairs of inputs stay in registers while all steps that
/// share them run; the order of steps does not matter, since additions that wrap may be done in any order.
/// </summary>
internal sealed unsafe class GemmKernel<TLanes, TVector, TPairs>(VtaConfig config) : GemmKernel
    where TLanes : struct, ILanes<TLanes, TVector>
    where TVector : unmanaged
    where TPairs : struct, IPairs
{
    private readonly int batch = config.Batch;
    private readonly int blockOut = config.BlockOut;
    private readonly int rowPairs = Math.Max(config.BlockIn / 2, 1);

    internal override int Lanes => TLanes.Count;

    internal override void Run(in GemmSteps steps)
    {
        for (var row = 0; row < batch; row++)
        {
            var weights = steps.Wgt;
            for (var lane = 0; lane < blockOut; lane += TLanes.Count)
            {
                for (var pair = 0; pair < rowPairs; pair += TPairs.Count)
                {
                    Accumulate(steps, steps.Acc + row * blockOut + lane, steps.Inp + row * rowPairs + pair, weights);
                    weights += TPairs.Count * TLanes.Count;
                }
            }
        }
    }

    // Optimised at its first call: a program is often over before the runtime would have noticed that it is hot.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Accumulate(in GemmSteps steps, int* acc, int* inp, int* weights)
    {
        var w0 = Weights(weights, 0);
        var w1 = Weights(weights, 1);
        var w2 = Weights(weights, 2);
        var w3 = Weights(weights, 3);
        var w4 = Weights(weights, 4);
        var w5 = Weights(weights, 5);
        var w6 = Weights(weights, 6);
        var w7 = Weights(weights, 7);
        var (outer, inner) = (steps.Outer, steps.Inner);
        var begin = steps.Begin;
        var end = steps.End;
        for (var i = 0; i < outer.Count; i++)
        {
            var accIn = acc;
            var inpIn = inp;
            for (var j = 0; j < inner.Count; j++)
            {
                for (var step = begin; step < end; step++)
                {
                    var destination = accIn + step->Dst;
                    var source = inpIn + step->Src;
                    var even = TLanes.Sum(TLanes.Load(destination), TLanes.Dot(w0, source));
                    // Two sums that do not wait for each other.
                    if (TPairs.Count >= 2)
                    {
                        var odd = TLanes.Dot(w1, source + 1);
                        if (TPairs.Count >= 4)
                        {
                            even = TLanes.Sum(even, TLanes.Dot(w2, source + 2));
                            odd = TLanes.Sum(odd, TLanes.Dot(w3, source + 3));
                        }
                        if (TPairs.Count >= 8)
                        {
                            even = TLanes.Sum(even, TLanes.Dot(w4, source + 4));
                            odd = TLanes.Sum(odd, TLanes.Dot(w5, source + 5));
                            even = TLanes.Sum(even, TLanes.Dot(w6, source + 6));
                            odd = TLanes.Sum(odd, TLanes.Dot(w7, source + 7));
                        }
                        even = TLanes.Sum(even, odd);
                    }
                    TLanes.Store(destination, even);
                }
                accIn += inner.Dst;
                inpIn += inner.Src;
            }
            acc += outer.Dst;
            inp += outer.Src;
        }
    }

    private static TVector Weights(int* weights, int pair) => pair < TPairs.Count ? TLanes.Load(weights + pair * TLanes.Count) : default;
}
