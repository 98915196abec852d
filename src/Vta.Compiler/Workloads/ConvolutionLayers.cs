using Vta.Isa;

namespace Vta.Compiler;

/// <summary>Convolution layers of known networks, by name.</summary>
public static class ConvolutionLayers
{
    private static readonly (string Name, ConvolutionShape Shape)[] Layers =
    [
        ("resnet18.c2", Square(56, 64, 64, 3, 1, 1)),
        ("resnet18.c3", Square(56, 64, 128, 3, 1, 2)),
        ("resnet18.c4", Square(56, 64, 128, 1, 0, 2)),
        ("resnet18.c5", Square(28, 128, 128, 3, 1, 1)),
        ("resnet18.c6", Square(28, 128, 256, 3, 1, 2)),
        ("resnet18.c7", Square(28, 128, 256, 1, 0, 2)),
        ("resnet18.c8", Square(14, 256, 256, 3, 1, 1)),
        ("resnet18.c9", Square(14, 256, 512, 3, 1, 2)),
        ("resnet18.c10", Square(14, 256, 512, 1, 0, 2)),
        ("resnet18.c11", Square(7, 512, 512, 3, 1, 1)),
        ("mobilenet.D1", Grouped(112, 32, 1)),
        ("mobilenet.D2", Grouped(112, 64, 2)),
        ("mobilenet.D3", Grouped(56, 128, 1)),
        ("mobilenet.D4", Grouped(56, 128, 2)),
        ("mobilenet.D5", Grouped(28, 256, 1)),
        ("mobilenet.D6", Grouped(28, 256, 2)),
        ("mobilenet.D7", Grouped(14, 512, 1)),
        ("mobilenet.D8", Grouped(14, 512, 2)),
        ("mobilenet.D9", Grouped(7, 1024, 1)),
    ];

    /// <summary>The names of all layers.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Layers.Select(layer => layer.Name)];

    /// <summary>The networks with their first and last layer, as in <c>resnet18.c2 … c11</c>.</summary>
    public static IReadOnlyList<string> Networks { get; } =
        [.. Names.GroupBy(name => name.Split('.')[0], (_, layers) => $"{layers.First()} … {layers.Last().Split('.')[^1]}")];

    /// <summary>The shape of a layer, for one image.</summary>
    /// <exception cref="VtaInputException">There is no layer of that name.</exception>
    public static ConvolutionShape Find(string name)
    {
        foreach (var layer in Layers)
        {
            if (layer.Name == name)
                return layer.Shape;
        }
        throw new VtaInputException($"there is no layer \"{name}\"; there are {string.Join(", ", Names)}");
    }

    /// <summary>A layer of the MobileNet whose depthwise layers are grouped instead, 16 channels in each.</summary>
    private static ConvolutionShape Grouped(int size, int channels, int stride) =>
        Square(size, channels, channels, 3, 1, stride) with { Groups = channels / 16 };

    private static ConvolutionShape Square(int size, int inChannels, int outChannels, int kernel, int pad, int stride) => new()
    {
        InChannels = inChannels,
        OutChannels = outChannels,
        Height = size,
        Width = size,
        KernelHeight = kernel,
        KernelWidth = kernel,
        PadHeight = pad,
        PadWidth = pad,
        StrideHeight = stride,
        StrideWidth = stride,
    };
}
