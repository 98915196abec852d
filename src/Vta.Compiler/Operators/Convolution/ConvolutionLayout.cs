using Vta.Compiler.Tensors;
using Vta.Isa;
using Vta.Isa.Instructions;

namespace Vta.Compiler.Operators.Convolution;

/// <summary>A convolution on one configuration: its axes in elements, and how inputs of a tile lie in the inp buffer.</summary>
internal sealed class ConvolutionLayout
{
    internal ConvolutionLayout(ConvolutionShape shape, VtaConfig config)
    {
        Shape = shape;
        Batches = BlockedLayout.Blocks(shape.Batch, config.Batch);
        var parts = ChannelParts.Of(shape, config);
        Parts = parts.Count;
        InChannels = parts.InBlocks;
        OutChannels = parts.OutBlocks;
        Depthwise = DepthwiseTaps.Of(shape, parts, config);
        KeepsParameters = Parts * OutChannels <= (config.Par?.Depth ?? 0);
        Overwrites = config.Extensions.HasFlag(Extensions.GemmOverwrite) && Math.Max(shape.InputDilationHeight, shape.InputDilationWidth) == 1;
        IsPadded = shape.PadHeight.Sum + shape.PadWidth.Sum > 0 || Math.Max(shape.InputDilationHeight, shape.InputDilationWidth) > 1;
        // A kernel of one row uses every StrideHeight-th row only; without padding a load can leave the others out.
        var rowStep = shape.KernelHeight == 1 && !IsPadded ? shape.StrideHeight : 1;
        Rows = new ConvolutionAxis(
            shape.Height, shape.OutHeight, shape.KernelHeight, shape.PadHeight.Before, shape.StrideHeight, shape.DilationHeight, shape.InputDilationHeight, rowStep);
        Columns = new ConvolutionAxis(
            shape.Width, shape.OutWidth, shape.KernelWidth, shape.PadWidth.Before, shape.StrideWidth, shape.DilationWidth, shape.InputDilationWidth, 1);
    }

    internal ConvolutionShape Shape { get; }

    internal int Batches { get; }

    /// <summary>Parts of the channels, which have nothing to do with each other.</summary>
    internal int Parts { get; }

    /// <summary>Input channels of a part.</summary>
    internal int InChannels { get; }

    /// <summary>Output channels of a part.</summary>
    internal int OutChannels { get; }

    internal ConvolutionAxis Rows { get; }

    internal ConvolutionAxis Columns { get; }

    /// <summary>Taps of the kernel.</summary>
    internal int Taps => Shape.KernelHeight * Shape.KernelWidth;

    /// <summary>How taps are taken, where the extension of depthwise convolution does it; null where it does not.</summary>
    internal DepthwiseTaps? Depthwise { get; }

    /// <summary>Weight elements of an output channel.</summary>
    internal int Weights => Depthwise?.Elements ?? InChannels * Taps;

    /// <summary>Whether the parameters of all output channels fit their buffer, so that they are loaded once.</summary>
    internal bool KeepsParameters { get; }

    /// <summary>Whether the first products of sums can take the place of what accumulators hold.</summary>
    internal bool Overwrites { get; }

    /// <summary>Whether tiles may need padding around their inputs.</summary>
    internal bool IsPadded { get; }
}
