using Vta.Compiler;
using Vta.Compiler.Operators.Convolution;
using Vta.Compiler.Workloads;

namespace Vta.Benchmarks;

/// <summary>Convolutions whose tilings are measured: the layers of ResNet-18, and others that are bound by something else.</summary>
internal static class TilingShapes
{
    private static readonly OutputStage s_stage = new(HasBias: false, Shift: 8, Clip: (0, 127));

    /// <summary>Names, shapes and output stages.</summary>
    public static IReadOnlyList<(string Name, ConvolutionShape Shape, OutputStage Stage)> All { get; } =
    [
        .. Layers.Convolutions.Names.Where(name => name.StartsWith("resnet18", StringComparison.Ordinal)).Select(name => (name, Layers.Convolutions.Find(name), s_stage)),
        ("gemm 128x128 by 128x64", Matrix(128, 128, 64), s_stage with { HasBias = true }),
        ("gemm 128x64 by 64x128", Matrix(128, 64, 128), s_stage with { HasBias = true }),
        ("gemm 128x768 by 768x768", Matrix(128, 768, 768), s_stage with { HasBias = true }),
        ("gemm 64x256 by 256x256", Matrix(64, 256, 256), s_stage),
        ("dense 1x512 by 512x1000", Matrix(1, 512, 1000), s_stage),
        ("1x1, 64 to 64 at 25x5", Square(64, 64, 1, 1, 25) with { Width = 5 }, s_stage with { HasBias = true }),
        ("1x1 stride 2, 64 to 128 at 56", Square(64, 128, 1, 2, 56), s_stage with { HasBias = true }),
        ("7x7 stride 2, 3 to 64 at 224", Square(3, 64, 7, 2, 224), s_stage),
        ("3x3, 16 to 32 at 28", Square(16, 32, 3, 1, 28), s_stage with { HasBias = true }),
        ("3x3, 64 to 64 at 14", Square(64, 64, 3, 1, 14), s_stage with { HasBias = true }),
        ("depthwise 3x3, 128 at 6", Depthwise(128, 1, 6), s_stage),
        ("depthwise 3x3, 64 at 28", Depthwise(64, 1, 28), s_stage),
        ("depthwise 3x3 stride 2, 128 at 28", Depthwise(128, 2, 28), s_stage with { HasBias = true }),
        ("3x3 with residual, 64 to 64 at 14", Square(64, 64, 3, 1, 14), s_stage with { HasResidual = true }),
    ];

    private static ConvolutionShape Matrix(int rows, int depth, int columns) => new() { Batch = rows, InChannels = depth, OutChannels = columns };

    private static ConvolutionShape Depthwise(int channels, int stride, int size) => Square(channels, channels, 3, stride, size) with { Groups = channels };

    private static ConvolutionShape Square(int inChannels, int outChannels, int kernel, int stride, int size) => new()
    {
        InChannels = inChannels,
        OutChannels = outChannels,
        Height = size,
        Width = size,
        KernelHeight = kernel,
        KernelWidth = kernel,
        PadHeight = kernel / 2,
        PadWidth = kernel / 2,
        StrideHeight = stride,
        StrideWidth = stride,
    };
}
