using Vta.Compiler.Tensors;

namespace Vta.Compiler.Tilings;

/// <summary>Block lengths that are worth trying along an axis.</summary>
internal static class BlockCandidates
{
    private const int MostExact = 32;

    /// <summary>
    /// The block lengths that cut an axis into different numbers of tiles, largest first; of a number of tiles the shortest. Beyond
    /// 32 tiles only some numbers are tried, about a quarter apart.
    /// </summary>
    internal static IReadOnlyList<int> Of(int length)
    {
        var blocks = new List<int>();
        for (var tiles = 1; tiles <= length; tiles += tiles < MostExact ? 1 : tiles / 4)
        {
            var block = BlockedLayout.Blocks(length, tiles);
            if (blocks.Count == 0 || blocks[^1] != block)
                blocks.Add(block);
        }
        if (blocks[^1] != 1)
            blocks.Add(1);
        return blocks;
    }
}
