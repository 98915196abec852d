using Vta.Networks.Graph.Tensors;

namespace Vta.NetworkCompiler.Layouts;

/// <summary>A tensor as images: batch × height × width × channels. Elements lie densely, channels innermost.</summary>
internal readonly record struct ImageShape(int Batch, int Height, int Width, int Channels)
{
    /// <summary>How many elements there are.</summary>
    internal int Elements => Batch * Height * Width * Channels;

    /// <summary>
    /// A shape of any rank: the last dimension is the channels, the first the batch, and of those between the innermost is the width. With
    /// fewer than two dimensions there is one image.
    /// </summary>
    internal static ImageShape Of(Shape shape)
    {
        var channels = shape.Rank > 0 ? shape[^1] : 1;
        var batch = shape.Rank > 1 ? shape[0] : 1;
        var width = shape.Rank > 2 ? shape[^2] : 1;
        return new(batch, shape.Elements / (batch * width * channels), width, channels);
    }
}
