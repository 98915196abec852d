using Vta.Isa;
using Vta.Isa.Alu;
using Vta.Simulator.Lanes;

namespace Vta.Simulator.Alu;

/// <summary>The loops of one ALU operation for one shape of elements and one width of vectors.</summary>
internal abstract class AluKernel
{
    /// <summary>acc[dst] = op(acc[dst], acc[src]), step after step.</summary>
    internal abstract void RunTensor(in AluLoops loops);

    /// <summary>acc[dst] = op(acc[dst], immediate), step after step.</summary>
    internal abstract void RunImmediate(in AluLoops loops);

    /// <summary>The kernel of an operation on this machine.</summary>
    /// <param name="config">The device's configuration.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="laneLimit">The most lanes to use.</param>
    internal static AluKernel Create(VtaConfig config, AluOperation operation, int laneLimit) =>
        LanesChoice.Choose(config.Acc.ElemValues, laneLimit, new ForOperation(config, operation));

    private sealed class ForOperation(VtaConfig config, AluOperation operation) : ILanesVisitor<AluKernel>
    {
        public AluKernel Visit<TLanes, TVector>()
            where TLanes : struct, ILanes<TLanes, TVector>
            where TVector : unmanaged => operation.Accept(new ForLanes<TLanes, TVector>(config));
    }

    private sealed class ForLanes<TLanes, TVector>(VtaConfig config) : IAluOperationVisitor<AluKernel>
        where TLanes : struct, ILanes<TLanes, TVector>
        where TVector : unmanaged
    {
        public AluKernel Visit<TOperation>()
            where TOperation : struct, IAluOperation => new AluKernel<TOperation, TLanes, TVector>(config);
    }
}
