using Vta.Runtime.Verilator;

namespace Vta.Conformance.Tests.Registers;

/// <summary>Waveforms of a full disk, which Verilator writes without a word.</summary>
public sealed class FstFileTests
{
    /// <summary>Two sections: a kind, a length of eight bytes that counts itself, and content.</summary>
    private static readonly byte[] s_whole = [0, 0, 0, 0, 0, 0, 0, 0, 11, 1, 2, 3, 8, 0, 0, 0, 0, 0, 0, 0, 9, 4];

    [Fact]
    public void A_file_is_whole_where_its_last_section_ends()
    {
        IsWhole(s_whole).Should().BeTrue();
        Enumerable.Range(0, s_whole.Length).Where(length => IsWhole(s_whole[..length])).Should().Equal(12);
    }

    [Fact]
    public void A_section_that_was_begun_has_no_length_yet() => IsWhole([.. s_whole, 8, 0, 0, 0, 0, 0, 0, 0, 0]).Should().BeFalse();

    private static bool IsWhole(byte[] content)
    {
        using var file = new MemoryStream(content);
        return FstFile.IsWhole(file);
    }
}
