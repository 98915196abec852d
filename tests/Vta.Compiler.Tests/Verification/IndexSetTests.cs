using Vta.Compiler.Verification.Programs;

namespace Vta.Compiler.Tests;

/// <summary>Sets of elements, and rows of bytes, hold what going through them one by one gives.</summary>
public class IndexSetTests
{
    private const int Programs = 2000;

    [Fact]
    public void SpreadIsWhatTwoLoopsReach()
    {
        var random = new Random(1);
        for (var i = 0; i < Programs; i++)
        {
            var depth = 1 << random.Next(10);
            var (outer, inner) = ((Count: random.Next(1, 9), Factor: random.Next(70)), (Count: random.Next(1, 40), Factor: random.Next(5)));
            var fields = Enumerable.Range(0, random.Next(1, 5)).Select(_ => random.Next(depth)).ToList();
            var set = new IndexSet(depth);
            fields.ForEach(set.Add);

            set.Spread(inner.Factor, inner.Count);
            set.Spread(outer.Factor, outer.Count);

            var reached = from field in fields
                          from x in Enumerable.Range(0, outer.Count)
                          from y in Enumerable.Range(0, inner.Count)
                          select field + x * outer.Factor + y * inner.Factor;
            Elements(set, depth).Should().Equal(reached.Where(index => index < depth).Distinct().Order());
        }
    }

    [Fact]
    public void RangesEndAtTheBuffer()
    {
        var set = new IndexSet(100);
        set.AddRange(60, 10);
        set.AddRange(90, 1L << 40);

        Elements(set, 100).Should().Equal([.. Enumerable.Range(60, 10), .. Enumerable.Range(90, 10)]);
        set.FirstInRange(0, 100, isIn: true).Should().Be(60);
        set.FirstInRange(65, 20, isIn: false).Should().Be(70);
        set.FirstInRange(65, 5, isIn: false).Should().BeNull();
    }

    [Fact]
    public void RowsMeetWhereTheirBytesDo()
    {
        var random = new Random(2);
        for (var i = 0; i < 10 * Programs; i++)
        {
            var (one, other) = (Rows(), Rows());
            var common = Bytes(one).Intersect(Bytes(other)).ToHashSet();
            if (common.Count == 0)
                one.FirstCommon(other).Should().BeNull($"of {one} and {other}");
            else
                common.Should().Contain(one.FirstCommon(other)!.Value, $"of {one} and {other}");
        }

        DramRows Rows() => new(random.Next(60), random.Next(1, 9), random.Next(16), random.Next(1, 6));
    }

    [Fact]
    public void SetsOfAddressesCrossPages()
    {
        var set = new DramBytes();
        set.Add(0x1_fff0, 0x3_0010);

        set.First(new DramRows(0x1_ffff, 4, 0, 1), isIn: false).Should().BeNull();
        set.First(new DramRows(0x2_fff0, 0x40, 0, 1), isIn: false).Should().Be(0x3_0010);
        set.First(new DramRows(0, 0x1_fff0, 0, 1), isIn: true).Should().BeNull();
        set.First(new DramRows(0, 16, 0x1_0000, 3), isIn: true).Should().Be(0x2_0000);
    }

    private static IEnumerable<int> Elements(IndexSet set, int depth) =>
        Enumerable.Range(0, depth).Where(index => set.FirstInRange(index, 1, isIn: true) is not null);

    private static IEnumerable<long> Bytes(DramRows rows) =>
        Enumerable.Range(0, rows.Count).SelectMany(row => Enumerable.Range(0, (int)rows.Bytes).Select(at => rows.Start + row * rows.Stride + at));
}
