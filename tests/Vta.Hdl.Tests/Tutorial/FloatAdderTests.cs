using HdlTutorial;
using Vta.Hdl.Simulation;

namespace Vta.Hdl.Tests.Tutorial;

/// <summary>The adder of the tutorial against that of the processor, which C# adds with.</summary>
public sealed class FloatAdderTests
{
    private static readonly uint[] s_special =
    [
        0x00000000, 0x80000000, 0x00000001, 0x80000001, 0x007fffff, 0x807fffff, 0x00800000, 0x80800000, 0x00ffffff, 0x3f7fffff, 0x3f800000, 0xbf800000,
        0x3f800001, 0x33800000, 0x33800001, 0xb3800000, 0x34000000, 0x4b7fffff, 0x4b800000, 0x7f7fffff, 0xff7fffff, 0x73800000, 0x72ffffff, 0x7f800000,
        0xff800000, 0x7fc00000, 0x7f800001, 0xffffffff,
    ];

    [Fact]
    public void Special_numbers_are_added_as_the_processor_adds_them() =>
        Compare(s_special.SelectMany(a => s_special.Select(b => (a, b))));

    [Fact]
    public void Random_numbers_are_added_as_the_processor_adds_them()
    {
        var random = new Random(1);
        Compare(Enumerable.Range(0, 100_000).Select(_ => (Bits(), Bits())));

        // Exponents near to one another meet often enough for cancellation and for every way to round.
        Compare(Enumerable.Range(0, 100_000).Select(_ => (Near(), Near())));

        uint Bits() => (uint)random.NextInt64(1L << 32);

        uint Near() => (Bits() & 0x807fffff & (random.Next(4) == 0 ? 0xfffff000 : uint.MaxValue)) | ((uint)random.Next(28) << 23);
    }

    private static void Compare(IEnumerable<(uint A, uint B)> pairs)
    {
        var adder = new FloatAdder();
        using var simulator = new Simulator(adder.Elaborate());
        foreach (var (a, b) in pairs)
        {
            simulator.Poke(adder.A, a);
            simulator.Poke(adder.B, b);
            var sum = (uint)simulator.Peek(adder.Sum);
            var expected = BitConverter.UInt32BitsToSingle(a) + BitConverter.UInt32BitsToSingle(b);
            if (float.IsNaN(expected) ? sum != 0x7fc00000 : sum != BitConverter.SingleToUInt32Bits(expected))
                Assert.Fail($"{a:x8} + {b:x8} is {BitConverter.SingleToUInt32Bits(expected):x8}, and not {sum:x8}");
        }
    }
}
