namespace Vta.Isa.Instructions;

/// <summary>The three units that run instructions, in the order that "prev" and "next" refer to.</summary>
public enum Unit
{
    Load = 0,
    Compute = 1,
    Store = 2,
}
