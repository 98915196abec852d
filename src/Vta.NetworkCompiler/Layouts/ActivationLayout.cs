using Vta.Compiler.Tensors;
using Vta.Isa;

namespace Vta.NetworkCompiler.Layouts;

/// <summary>
/// How the numbers of images lie in DRAM, in blocks of rows × columns, as <see cref="BlockedLayout"/> has them: (batch / rows, channels / columns,
/// height, width, rows, columns), a byte a number. Two operators can hand a tensor on where their layouts of it are equal.
/// </summary>
/// <param name="Image">The images.</param>
/// <param name="Rows">Images of a block.</param>
/// <param name="Columns">Channels of a block.</param>
internal sealed record ActivationLayout(ImageShape Image, int Rows, int Columns) : IOperandLayout
{
    /// <summary>What operators read from the inp buffer.</summary>
    internal static ActivationLayout Input(ImageShape image, VtaConfig config) => new(image, config.Batch, config.BlockIn);

    /// <summary>What operators store, and what they read as accumulators.</summary>
    internal static ActivationLayout Output(ImageShape image, VtaConfig config) => new(image, config.Batch, config.BlockOut);

    /// <summary>Lengths of the axes of blocks.</summary>
    public IReadOnlyList<int> Blocks =>
        [BlockedLayout.Blocks(Image.Batch, Rows), BlockedLayout.Blocks(Image.Channels, Columns), Image.Height, Image.Width];

    /// <summary>Bytes of all blocks, of which some hold nothing where images or channels do not fill them.</summary>
    public int Bytes => Blocks.Aggregate(Rows * Columns, (product, length) => product * length);

    /// <summary>Puts dense images into blocks; what nothing fills keeps its value.</summary>
    public void Pack(ReadOnlySpan<byte> images, Span<byte> memory)
    {
        foreach (var (plain, blocked, length) in Runs())
            images.Slice(plain, length).CopyTo(memory[blocked..]);
    }

    /// <summary>Takes dense images out of blocks.</summary>
    internal void Unpack(ReadOnlySpan<byte> memory, Span<byte> images)
    {
        foreach (var (plain, blocked, length) in Runs())
            memory.Slice(blocked, length).CopyTo(images[plain..]);
    }

    /// <summary>The channels of a pixel that lie in one block.</summary>
    private IEnumerable<(int Plain, int Blocked, int Length)> Runs()
    {
        var (batch, height, width, channels) = Image;
        var (pixels, channelBlocks) = (height * width, BlockedLayout.Blocks(channels, Columns));
        for (var image = 0; image < batch; image++)
        {
            for (var pixel = 0; pixel < pixels; pixel++)
            {
                for (var block = 0; block < channelBlocks; block++)
                {
                    var element = (image / Rows * channelBlocks + block) * pixels + pixel;
                    yield return (
                        (image * pixels + pixel) * channels + block * Columns,
                        (element * Rows + image % Rows) * Columns,
                        Math.Min(Columns, channels - block * Columns));
                }
            }
        }
    }
}
