using Vta.Isa.Instructions;

namespace Vta.Runtime.Lockstep;

/// <summary>What an on-chip buffer held.</summary>
/// <param name="Memory">The buffer.</param>
/// <param name="Lanes">Numbers of an element.</param>
/// <param name="Values">The numbers of all elements.</param>
internal sealed record BufferState(MemoryId Memory, int Lanes, int[] Values)
{
    /// <summary>The first number that another device has otherwise; null where it has the same.</summary>
    /// <param name="other">The same buffer of the other device.</param>
    public LockstepDifference? Difference(BufferState other)
    {
        var same = Values.AsSpan().CommonPrefixLength(other.Values);
        return same == Values.Length
            ? null
            : new LockstepDifference($"{Memory.Name()} element {same / Lanes}, number {same % Lanes}", $"{Values[same]}", $"{other.Values[same]}");
    }
}
