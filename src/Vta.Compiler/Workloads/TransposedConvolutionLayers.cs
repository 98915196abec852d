using Vta.Isa;

namespace Vta.Compiler;

/// <summary>Transposed convolution layers of known networks, by name.</summary>
public static class TransposedConvolutionLayers
{
    private static readonly (string Name, TransposedConvolutionShape Shape)[] Layers =
    [
        ("dcgan.CT1", Doubling(4, 1024, 512)),
        ("dcgan.CT2", Doubling(8, 512, 256)),
        ("dcgan.CT3", Doubling(16, 256, 128)),
    ];

    /// <summary>The names of all layers.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Layers.Select(layer => layer.Name)];

    /// <summary>The shape of a layer, for one image.</summary>
    /// <exception cref="VtaInputException">There is no layer of that name.</exception>
    public static TransposedConvolutionShape Find(string name)
    {
        foreach (var layer in Layers)
        {
            if (layer.Name == name)
                return layer.Shape;
        }
        throw new VtaInputException($"there is no layer \"{name}\"; there are {string.Join(", ", Names)}");
    }

    private static TransposedConvolutionShape Doubling(int size, int inChannels, int outChannels) => new()
    {
        InChannels = inChannels,
        OutChannels = outChannels,
        Height = size,
        Width = size,
        KernelHeight = 4,
        KernelWidth = 4,
        PadHeight = 1,
        PadWidth = 1,
        StrideHeight = 2,
        StrideWidth = 2,
    };
}
