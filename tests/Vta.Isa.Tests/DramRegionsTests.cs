using Vta.Isa.Memory;

namespace Vta.Isa.Tests;

public sealed class DramRegionsTests
{
    private readonly DramRegions regions = new();

    [Fact]
    public void The_first_free_part_that_is_large_enough_is_taken()
    {
        var a = regions.Reserve("a", 1);
        var b = regions.Reserve("b", 2 * DramRegions.Granularity);
        var c = regions.Reserve("c", DramRegions.Granularity + 1);
        (a.Address, b.Address, c.Address, c.End).Should().Be((0u, 0x1000u, 0x3000u, 0x5000L));
        regions.Release(b);
        regions.Reserve("d", 2 * DramRegions.Granularity + 1).Address.Should().Be(0x5000);
        regions.Reserve("e", DramRegions.Granularity).Address.Should().Be(0x1000);
        regions.Reserve("f", DramRegions.Granularity).Address.Should().Be(0x2000);
    }

    [Fact]
    public void Large_elements_are_aligned()
    {
        regions.Reserve("a", 1);
        regions.Reserve("b", 1, alignment: 0x4000).Address.Should().Be(0x4000);
        regions.Reserve("c", 0x3000).Address.Should().Be(0x1000);
        regions.Reserve("d", 1, alignment: 64).Address.Should().Be(0x5000);
    }

    [Fact]
    public void What_has_a_byte_of_a_range_is_found()
    {
        var a = regions.Reserve("a", 1);
        regions.Find(0xfff, 0x2000).Should().Be(a);
        regions.Find(0x1000, 0x2000).Should().BeNull();
    }

    [Fact]
    public void No_region_is_beyond_32_bits()
    {
        var all = regions.Reserve("all", 1L << 32);
        FluentActions.Invoking(() => regions.Reserve("more", 1)).Should().Throw<VtaInputException>().WithMessage(
            "more needs 1 bytes of memory in a row; no free part is as large, beside all");
        regions.Release(all);
        regions.IsEmpty.Should().BeTrue();
    }

    [Fact]
    public void Cleared_memory_is_zero_and_nothing_else_is()
    {
        var dram = new Dram();
        foreach (var address in (uint[])[0xfffe, 0xffff, 0x10000, 0x2ffff, 0x30000])
            dram.Write(address, [1]);
        dram.Clear(0xffff, 0x20001);
        var found = new byte[5];
        dram.Read(0xfffe, found.AsSpan(0, 3));
        dram.Read(0x2ffff, found.AsSpan(3));
        found.Should().Equal(1, 0, 0, 0, 1);
    }
}
