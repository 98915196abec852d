using Vta.Compiler.LoopIr;

namespace Vta.Compiler.Schedules;

/// <summary>Something that <see cref="Stage.Pragma"/> makes of a loop, with all that is inside of it.</summary>
public sealed class PragmaIntrinsic : Intrinsic
{
    internal PragmaIntrinsic(PragmaKind kind, string name, string summary)
        : base(name, summary) => Kind = kind;

    internal PragmaKind Kind { get; }
}
