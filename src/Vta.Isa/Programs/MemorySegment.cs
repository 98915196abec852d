namespace Vta.Isa.Programs;

/// <summary>Bytes at an address of DRAM, and the file of a bundle that holds them.</summary>
/// <param name="File">File name inside the bundle; one that ends in <c>.gz</c> is compressed there.</param>
/// <param name="Address">Byte address of the first byte.</param>
/// <param name="Data">The bytes, not compressed.</param>
public sealed record MemorySegment(string File, uint Address, byte[] Data)
{
    /// <summary>The address after the last byte.</summary>
    public long End => Address + (long)Data.Length;
}
