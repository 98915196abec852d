namespace Vta.Compiler.LoopIr;

/// <summary>A part of an axis, which may be another and of another length in every iteration of the loops around.</summary>
/// <param name="Min">Its first index.</param>
/// <param name="Extent">Its length.</param>
/// <param name="Most">The greatest length that it has.</param>
public sealed record AxisRange(Expr Min, Expr Extent, int Most)
{
    internal static AxisRange Whole(int extent) => new(0, extent, extent);

    internal static AxisRange Point(Expr index) => new(index, 1, 1);
}
