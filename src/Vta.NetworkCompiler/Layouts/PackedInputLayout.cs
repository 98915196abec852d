using Vta.Compiler.Operators.Convolution;
using Vta.Compiler.Tensors;

namespace Vta.NetworkCompiler.Layouts;

/// <summary>The input of a convolution whose taps, or whose borders, the host puts into memory; no operator makes it.</summary>
/// <param name="image">The images.</param>
/// <param name="packing">What becomes of them.</param>
/// <param name="border">What is outside of an image.</param>
/// <param name="blocks">Lengths of the axes of blocks.</param>
/// <param name="bytes">Bytes in memory.</param>
internal sealed class PackedInputLayout(ImageShape image, ConvolutionPacking packing, int border, IReadOnlyList<int> blocks, int bytes) : IOperandLayout
{
    public int Bytes => bytes;

    public IReadOnlyList<int> Blocks => blocks;

    public void Pack(ReadOnlySpan<byte> images, Span<byte> memory)
    {
        var input = new Tensor(image.Batch, image.Channels, image.Height, image.Width);
        var pixels = image.Height * image.Width;
        for (var index = 0; index < image.Elements; index++)
        {
            var (pixel, channel) = Math.DivRem(index, image.Channels);
            input.Data[(pixel / pixels * image.Channels + channel) * pixels + pixel % pixels] = (sbyte)images[index];
        }
        var packed = packing.Input(input, border);
        for (var index = 0; index < packed.Length; index++)
            memory[index] = (byte)packed[index];
    }
}
