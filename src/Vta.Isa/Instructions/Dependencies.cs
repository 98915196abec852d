namespace Vta.Isa.Instructions;

/// <summary>The four dependency flags of an instruction, in the order of its bits. "Prev" and "next" follow <see cref="Unit"/>.</summary>
[Flags]
public enum Dependencies : byte
{
    None = 0,
    PopPrev = 1,
    PopNext = 2,
    PushPrev = 4,
    PushNext = 8,
}
