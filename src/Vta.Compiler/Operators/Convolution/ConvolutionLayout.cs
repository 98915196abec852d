using Vta.Isa;

namespace Vta.Compiler;

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
        // A kernel of one row uses every StrideHeight-th row only; without padding a load can leave the others out.
        RowStep = shape is { KernelHeight: 1, PadHeight: 0, PadWidth: 0 } ? shape.StrideHeight : 1;
        InRowStride = shape.StrideHeight / RowStep;
    }

    internal ConvolutionShape Shape { get; }

    internal int Batches { get; }

    /// <summary>Parts of the channels, which have nothing to do with each other.</summary>
    internal int Parts { get; }

    /// <summary>Input channels of a part.</summary>
    internal int InChannels { get; }

    /// <summary>Output channels of a part.</summary>
    internal int OutChannels { get; }

    /// <summary>Taps of the kernel.</summary>
    internal int Taps => Shape.KernelHeight * Shape.KernelWidth;

    internal bool IsPadded => Shape.PadHeight + Shape.PadWidth > 0;

    /// <summary>Rows of DRAM from one loaded row to the next.</summary>
    internal int RowStep { get; }

    /// <summary>Loaded rows from one output row to the next.</summary>
    internal int InRowStride { get; }

    /// <summary>Loaded rows, padding included, for a number of output rows.</summary>
    internal Expr InRows(Expr outRows) => (outRows - 1) * InRowStride + Shape.KernelHeight;

    /// <summary>Loaded columns, padding included, for a number of output columns.</summary>
    internal Expr InColumns(Expr outColumns) => (outColumns - 1) * Shape.StrideWidth + Shape.KernelWidth;

    /// <inheritdoc cref="InRows(Expr)"/>
    internal int InRows(int outRows) => (outRows - 1) * InRowStride + Shape.KernelHeight;

    /// <inheritdoc cref="InColumns(Expr)"/>
    internal int InColumns(int outColumns) => (outColumns - 1) * Shape.StrideWidth + Shape.KernelWidth;
}
