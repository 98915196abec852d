using System.Runtime.Intrinsics;

namespace Vta.Simulator.Lanes;

/// <summary>Chooses the widest lanes that a row of values fills and this machine has.</summary>
internal static class LanesChoice
{
    /// <param name="values">Values in a row, a power of two.</param>
    /// <param name="limit">The most lanes to use.</param>
    /// <param name="visitor">Called with the chosen lanes.</param>
    internal static TResult Choose<TResult>(int values, int limit, ILanesVisitor<TResult> visitor)
    {
        var most = Math.Min(values, limit);
        if (most >= Lanes16.Count && Lanes16.IsSupported)
            return visitor.Visit<Lanes16, Vector512<int>>();
        if (most >= Lanes8.Count && Lanes8.IsSupported)
            return visitor.Visit<Lanes8, Vector256<int>>();
        if (most >= Lanes4.Count && Lanes4.IsSupported)
            return visitor.Visit<Lanes4, Vector128<int>>();
        return visitor.Visit<Lanes1, int>();
    }
}
