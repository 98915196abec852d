namespace Vta.Compiler.Operators.Convolution;

/// <summary>What a schedule takes of the on-chip buffers, in elements; a tile is the part of one thread.</summary>
internal readonly struct ConvolutionFootprint
{
    internal ConvolutionFootprint(ConvolutionLayout layout, OutputStage stage, ConvolutionSchedule schedule)
    {
        var tiling = new ConvolutionTiling(layout, schedule);
        var (kernelRows, kernelColumns) = (tiling.KernelRows.Block, tiling.KernelColumns.Block);
        Threads = schedule.Threads;
        ChannelTile = (long)schedule.Group * schedule.OutChannel;
        AccMargin = (layout.Depthwise?.MostFill ?? 0) * (layout.Depthwise is { IsAlongRows: true } ? schedule.Width : 1);
        AccTile = AccMargin + schedule.Batch * ChannelTile * schedule.Height * schedule.Width;
        InpTile = (long)schedule.Batch * schedule.Group * schedule.InChannel
            * layout.Rows.Inputs(schedule.Height, kernelRows) * layout.Columns.Inputs(schedule.Width, kernelColumns);
        WgtTile = ChannelTile * (layout.Depthwise?.Elements ?? schedule.InChannel * kernelRows * kernelColumns);
        Acc = Threads * (AccTile * (stage.HasResidual ? 2 : 1) + ChannelTile * stage.ChannelOperands);
        Par = !stage.Requantizes ? 0 : layout.KeepsParameters ? layout.Parts * layout.OutChannels : Threads * ChannelTile;
    }

    internal int Threads { get; }

    /// <summary>Accumulators before those of the output tile, whose indices instructions begin with.</summary>
    internal long AccMargin { get; }

    /// <summary>Accumulators of the output tile, and of a residual.</summary>
    internal long AccTile { get; }

    /// <summary>Accumulators of an operand with a number for each output channel.</summary>
    internal long ChannelTile { get; }

    internal long InpTile { get; }

    internal long WgtTile { get; }

    internal long Acc { get; }

    /// <summary>Elements of parameters.</summary>
    internal long Par { get; }

    internal long Inp => Threads * InpTile;

    internal long Wgt => Threads * WgtTile;
}
