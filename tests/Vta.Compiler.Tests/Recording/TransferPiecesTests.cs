using CsCheck;
using Vta.Compiler.Commands;
using Vta.Compiler.Recording;

namespace Vta.Compiler.Tests.Recording;

/// <summary>The pieces of a transfer fit their fields, and move what the whole would.</summary>
public class TransferPiecesTests
{
    private static readonly Gen<int> s_sizes = Gen.OneOf(Gen.Int[1, 3], Gen.Int[65_534, 65_537], Gen.Int[100_000, 140_000]);

    [Fact]
    public void Move_what_the_whole_would() =>
        (from x in s_sizes
         from y in x > 3 ? Gen.Int[1, 3] : s_sizes
         from gap in s_sizes
         from pads in Gen.Int[0, 2].Array[4]
         select new Rows2D(x, y, y > 3 ? x : x + gap, pads[0], x > 65_535 ? 0 : pads[1], pads[2], x > 65_535 ? 0 : pads[3])).Sample(
            rows =>
            {
                var moved = new Dictionary<int, long>();
                foreach (var (dram, sram, piece) in TransferPieces.Of(rows))
                {
                    new[] { piece.XSize, piece.YSize, piece.XStride }.Max().Should().BeLessThanOrEqualTo(65_535);
                    foreach (var (to, from) in Elements(piece))
                        moved[sram + to] = from < 0 ? from : dram + from;
                }

                moved.OrderBy(element => element.Key).Select(element => (element.Key, element.Value)).Should().Equal(Elements(rows));
            },
            iter: 12);

    /// <summary>Elements on chip and where they are from; -1 for zeros.</summary>
    private static IEnumerable<(int To, long From)> Elements(Rows2D rows)
    {
        var to = 0;
        for (var y = -rows.YPad0; y < rows.YSize + rows.YPad1; y++)
        {
            for (var x = -rows.XPad0; x < rows.XSize + rows.XPad1; x++)
                yield return (to++, x < 0 || x >= rows.XSize || y < 0 || y >= rows.YSize ? -1 : (long)y * rows.XStride + x);
        }
    }
}
