using Vta.Compiler.Tensors;

namespace Vta.Compiler.Tests;

public class BitPackingTests
{
    [Theory]
    [InlineData(8, new[] { 1, -1, -128 }, "01FF80")]
    [InlineData(4, new[] { 1, -1, 7 }, "F107")]
    [InlineData(2, new[] { 1, -1, 0, -2 }, "8D")]
    [InlineData(16, new[] { 258, -2 }, "0201FEFF")]
    [InlineData(32, new[] { -2 }, "FEFFFFFF")]
    public void FirstValueIsAtTheLowestBits(int width, int[] values, string bytes) =>
        Convert.ToHexString(BitPacking.ToBytes(values, width)).Should().Be(bytes);

    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(8)]
    [InlineData(16)]
    [InlineData(32)]
    public void FromBytesIsTheInverse(int width)
    {
        var values = Tensor.Random(new Random(width), width, 64).Data;
        BitPacking.FromBytes(BitPacking.ToBytes(values, width), width).Should().Equal(values);
    }
}
