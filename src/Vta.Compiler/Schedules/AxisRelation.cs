using Vta.Compiler.Diagnostics;
using Vta.Compiler.TensorExpressions;

namespace Vta.Compiler.Schedules;

/// <summary>How axes were made of others.</summary>
public abstract record AxisRelation(SourceLine Where);

/// <summary>An axis cut into blocks: of a length, or into a number.</summary>
internal sealed record SplitRelation(IterVar Parent, IterVar Outer, IterVar Inner, int? Factor, int? Parts, SourceLine Where) : AxisRelation(Where)
{
    /// <summary>The length of a block of an axis.</summary>
    internal int Block(int length) => Math.Max(Factor ?? (length + Parts!.Value - 1) / Parts.Value, 1);
}

/// <summary>Two axes that became one.</summary>
internal sealed record FuseRelation(IterVar Outer, IterVar Inner, IterVar Fused, SourceLine Where) : AxisRelation(Where);
