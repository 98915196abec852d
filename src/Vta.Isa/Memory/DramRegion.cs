namespace Vta.Isa.Memory;

/// <summary>A part of a memory that is taken.</summary>
/// <param name="Owner">Who has it, for messages.</param>
/// <param name="Address">Its first byte, a multiple of <see cref="DramRegions.Granularity"/>.</param>
/// <param name="Bytes">Its size, a multiple of the same.</param>
public sealed record DramRegion(string Owner, uint Address, long Bytes)
{
    /// <summary>The address after the last byte.</summary>
    public long End => Address + Bytes;
}
