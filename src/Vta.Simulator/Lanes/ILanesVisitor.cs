namespace Vta.Simulator.Lanes;

/// <summary>Code that is generic in the lanes it uses.</summary>
internal interface ILanesVisitor<out TResult>
{
    TResult Visit<TLanes, TVector>()
        where TLanes : struct, ILanes<TLanes, TVector>
        where TVector : unmanaged;
}
