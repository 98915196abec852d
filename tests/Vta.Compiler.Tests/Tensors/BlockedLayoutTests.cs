using Vta.Compiler.Tensors;

namespace Vta.Compiler.Tests;

public class BlockedLayoutTests
{
    [Fact]
    public void BlocksAreTheInnerAxes()
    {
        var tensor = new Tensor(2, 4, 1, 2);
        for (var index = 0; index < tensor.Data.Length; index++)
            tensor.Data[index] = index;
        // (A/2, B/2, H, W, 2, 2): channel pairs {0,1} and {2,3} of both batches, for each pixel.
        BlockedLayout.Pack(tensor, 2, 2).Should().Equal(0, 2, 8, 10, 1, 3, 9, 11, 4, 6, 12, 14, 5, 7, 13, 15);
    }

    [Fact]
    public void AxesThatDoNotDivideAreFilledUpWithZeros()
    {
        var tensor = new Tensor(1, 3, 1, 1);
        (tensor.Data[0], tensor.Data[1], tensor.Data[2]) = (7, 8, 9);
        BlockedLayout.Pack(tensor, 2, 2).Should().Equal(7, 8, 0, 0, 9, 0, 0, 0);
    }

    [Theory]
    [InlineData(1, 16)]
    [InlineData(2, 3)]
    [InlineData(4, 1)]
    public void UnpackIsTheInverse(int rows, int columns)
    {
        var tensor = Tensor.Random(new Random(1), 8, 3, 5, 2, 4);
        var unpacked = new Tensor(3, 5, 2, 4);
        BlockedLayout.Unpack(BlockedLayout.Pack(tensor, rows, columns), unpacked, rows, columns);
        unpacked.Data.Should().Equal(tensor.Data);
    }
}
