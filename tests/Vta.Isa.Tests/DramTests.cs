using Vta.Isa.Memory;

namespace Vta.Isa.Tests;

public sealed class DramTests
{
    [Fact]
    public void Bytes_across_pages_and_the_end_of_memory_read_back()
    {
        var dram = new Dram();
        var bytes = Enumerable.Range(1, 200_000).Select(i => (byte)i).ToArray();
        foreach (var address in new[] { 5u, 65_000u, uint.MaxValue - 100_000 })
        {
            dram.Write(address, bytes);
            var read = new byte[bytes.Length];
            dram.Read(address, read);
            read.Should().Equal(bytes);
        }
    }

    [Fact]
    public void What_was_never_written_is_zero()
    {
        var read = new byte[] { 1, 2, 3 };
        new Dram().Read(0x1234_5678, read);
        read.Should().Equal(0, 0, 0);
    }

    [Fact]
    public unsafe void A_page_pointer_sees_what_is_written()
    {
        var dram = new Dram();
        var page = dram.PagePointer(0x10_0000);
        dram.Write(0x10_0007, [42]);
        page[7].Should().Be(42);
    }

    [Fact]
    public void Errors_have_borders()
    {
        var dram = new Dram();
        dram.HasErrors.Should().BeFalse();
        dram.AddErrors(0x2000, 0x1000);
        new[] { 0x1fffu, 0x2000u, 0x2fffu, 0x3000u }.Select(dram.Fails).Should().Equal(false, true, true, false);
        FluentActions.Invoking(() => dram.AddErrors(8, 4096)).Should().Throw<ArgumentException>()
            .WithMessage("a range with errors begins and ends at multiples of 4096");
    }
}
