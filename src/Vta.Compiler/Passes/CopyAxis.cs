using Vta.Compiler.LoopIr;

namespace Vta.Compiler.Passes;

/// <summary>One axis of a box that is copied.</summary>
/// <param name="Extent">Its length, padding included.</param>
/// <param name="Most">The greatest length that it has.</param>
/// <param name="Chip">Elements of the on-chip buffer from one index to the next.</param>
/// <param name="Dram">Elements of DRAM from one index to the next.</param>
/// <param name="PadBefore">How many at its start are padding.</param>
/// <param name="PadAfter">How many at its end are padding.</param>
/// <param name="Variable">The loop that it was; null where it is made of several.</param>
internal sealed record CopyAxis(Expr Extent, int Most, int Chip, int Dram, Expr PadBefore, Expr PadAfter, Variable? Variable)
{
    internal bool IsPadded => PadBefore is not Constant { Value: 0 } || PadAfter is not Constant { Value: 0 };

    internal Expr Size => Extent - PadBefore - PadAfter;
}
