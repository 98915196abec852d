using Vta.Isa.Memory;

namespace Vta.Fuzzing.Comparison;

/// <summary>Compares all of two memories.</summary>
internal static class DramComparison
{
    /// <summary>The first address at which they differ; null where they do not.</summary>
    public static uint? FirstDifference(Dram left, Dram right)
    {
        for (var page = 0ul; page < 1ul << 32; page += Dram.PageBytes)
        {
            var a = left.ReadRun((uint)page, Dram.PageBytes);
            var b = right.ReadRun((uint)page, Dram.PageBytes);
            if (a != b && a.CommonPrefixLength(b) is var same && same < a.Length)
                return (uint)page + (uint)same;
        }
        return null;
    }
}
