namespace Vta.Isa.Programs;

/// <summary>Where memory is not what a bundle expects.</summary>
/// <param name="File">The file with the expected bytes.</param>
/// <param name="Address">Byte address of the first difference.</param>
/// <param name="Expected">The byte expected there.</param>
/// <param name="Found">The byte found there.</param>
/// <param name="Count">Bytes of the file that differ.</param>
public sealed record Mismatch(string File, uint Address, byte Expected, byte Found, int Count)
{
    public override string ToString() =>
        $"{Count} {(Count == 1 ? "byte differs" : "bytes differ")} from {File}, the first at 0x{Address:x8}: expected 0x{Expected:x2}, found 0x{Found:x2}";
}
