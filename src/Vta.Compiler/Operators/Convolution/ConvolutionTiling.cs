namespace Vta.Compiler.Operators.Convolution;

/// <summary>The axes of a convolution, cut as a schedule says.</summary>
/// <param name="layout">The convolution.</param>
/// <param name="schedule">The blocks.</param>
internal readonly struct ConvolutionTiling(ConvolutionLayout layout, ConvolutionSchedule schedule)
{
    internal TileAxis Batches { get; } = new(layout.Batches, schedule.Batch);

    internal TileAxis Parts { get; } = new(layout.Parts, schedule.Group);

    internal TileAxis OutChannels { get; } = new(layout.OutChannels, schedule.OutChannel);

    internal TileAxis InChannels { get; } = new(layout.InChannels, schedule.InChannel);

    internal TileAxis Rows { get; } = new(layout.Shape.OutHeight, schedule.Height);

    internal TileAxis Columns { get; } = new(layout.Shape.OutWidth, schedule.Width);

    internal TileAxis KernelRows { get; } = new(layout.Shape.KernelHeight, schedule.Kernel?.Rows ?? layout.Shape.KernelHeight);

    internal TileAxis KernelColumns { get; } = new(layout.Shape.KernelWidth, schedule.Kernel?.Columns ?? layout.Shape.KernelWidth);

    /// <summary>Tiles of outputs.</summary>
    internal long Tiles => (long)Batches.Count * Parts.Count * OutChannels.Count * Rows.Count * Columns.Count;

    /// <summary>Blocks of inputs that are loaded for a tile.</summary>
    internal int Blocks => InChannels.Count * KernelRows.Count * KernelColumns.Count;

    /// <summary>Tiles along the axis of the threads.</summary>
    internal int ThreadTiles(ThreadAxis axis) => axis switch
    {
        ThreadAxis.Batch => Batches.Count,
        ThreadAxis.Group => Parts.Count,
        ThreadAxis.OutChannel => OutChannels.Count,
        _ => Rows.Count,
    };
}
