using Vta.Isa.Instructions;

namespace Vta.Compiler.Verification;

/// <summary>Something that a unit does: an instruction, as far as memories see it.</summary>
/// <param name="name">Name for messages.</param>
/// <param name="source">What it comes from, which may be the source of many.</param>
/// <param name="unit">Who does it.</param>
/// <param name="period">When: the period of that unit.</param>
internal sealed class Operation(string name, object source, Unit unit, int period)
{
    internal object Source { get; } = source;

    internal Unit Unit { get; } = unit;

    internal int Period { get; } = period;

    public override string ToString() => name;
}
