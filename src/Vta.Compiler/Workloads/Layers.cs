using Vta.Compiler.Operators.Convolution;

namespace Vta.Compiler.Workloads;

/// <summary>The layers that have a name.</summary>
public static class Layers
{
    /// <summary>ResNet-18 without its first layer, and the MobileNet of TVM's VTA tests.</summary>
    public static LayerTable<ConvolutionShape> Convolutions { get; } = new(
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
        ("mobilenet.D9", Grouped(7, 1024, 1)));

    /// <summary>The generator of DCGAN.</summary>
    public static LayerTable<TransposedConvolutionShape> TransposedConvolutions { get; } = new(
        ("dcgan.CT1", Doubling(4, 1024, 512)),
        ("dcgan.CT2", Doubling(8, 512, 256)),
        ("dcgan.CT3", Doubling(16, 256, 128)));

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
