using Vta.Isa;
using Vta.Networks.Graph.Nodes;
using Vta.Networks.Graph.Tensors;

namespace Vta.Networks.Tflite;

/// <summary>Stride and padding of operators on images, which come first in the options of all of them.</summary>
internal static class Windows
{
    private const int PaddingField = 0, StrideWidthField = 1, StrideHeightField = 2;

    internal static Size2D Stride(TfliteOperator source) => new(source.Number(StrideHeightField), source.Number(StrideWidthField));

    /// <summary>The padding by side.</summary>
    /// <param name="source">The operator.</param>
    /// <param name="image">What is padded.</param>
    /// <param name="window">Its window.</param>
    /// <param name="dilation">Its dilation.</param>
    internal static Padding ReadPadding(TfliteOperator source, Shape image, Size2D window, Size2D dilation)
    {
        if (image.Rank != 4)
            throw new VtaInputException($"input: is {image}; it has to have 4 dimensions");
        var stride = Stride(source);
        if (stride.Height < 1 || stride.Width < 1)
            throw new VtaInputException($"stride: is {stride}; it has to be 1 or more");
        return source.Code(PaddingField) switch
        {
            0 => Padding.Same(new(image[1], image[2]), window, stride, dilation),
            1 => Padding.None,
            var other => throw new VtaInputException($"padding: is {other}; 0 SAME and 1 VALID are supported"),
        };
    }

    /// <summary>Height and width of weights: axes 1 and 2.</summary>
    internal static Size2D Window(Tensor weights) => weights.Shape.Rank == 4
        ? new(weights.Shape[1], weights.Shape[2])
        : throw new VtaInputException($"weights: are {weights.Shape}; they have to have 4 dimensions");
}
