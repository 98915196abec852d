using Vta.Isa;
using Vta.Simulator.Lanes;

namespace Vta.Simulator.Gemm;

/// <summary>The multiply-accumulate loops for one shape of elements and one width of vectors.</summary>
internal abstract unsafe class GemmKernel
{
    /// <summary>Lanes that it works with: weights have to be laid out for them.</summary>
    internal abstract int Lanes { get; }

    /// <summary>Adds inputs times weights to the accumulators, for all steps.</summary>
    internal abstract void Run(in GemmSteps steps);

    /// <summary>The kernel for a configuration on this machine.</summary>
    /// <param name="config">The device's configuration.</param>
    /// <param name="laneLimit">The most lanes to use.</param>
    internal static GemmKernel Create(VtaConfig config, int laneLimit) =>
        LanesChoice.Choose(config.BlockOut, laneLimit, new Factory(config));

    private sealed class Factory(VtaConfig config) : ILanesVisitor<GemmKernel>
    {
        public GemmKernel Visit<TLanes, TVector>()
            where TLanes : struct, ILanes<TLanes, TVector>
            where TVector : unmanaged => (config.BlockIn / 2) switch
            {
                0 or 1 => new GemmKernel<TLanes, TVector, OnePair>(config),
                2 => new GemmKernel<TLanes, TVector, TwoPairs>(config),
                4 => new GemmKernel<TLanes, TVector, FourPairs>(config),
                _ => new GemmKernel<TLanes, TVector, EightPairs>(config),
            };
    }
}
