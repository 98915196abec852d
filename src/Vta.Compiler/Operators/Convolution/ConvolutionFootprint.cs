namespace Vta.Compiler;

/// <summary>What a schedule takes of the on-chip buffers, in elements; a tile is the part of one thread.</summary>
internal readonly struct ConvolutionFootprint
{
    internal ConvolutionFootprint(ConvolutionLayout layout, OutputStage stage, ConvolutionSchedule schedule)
    {
        Threads = schedule.Threads;
        AccTile = (long)schedule.Batch * schedule.OutChannel * schedule.Height * schedule.Width;
        BiasTile = stage.HasBias ? schedule.OutChannel : 0;
        InpTile = (long)schedule.Batch * schedule.InChannel * layout.Rows.Inputs(schedule.Height) * layout.Columns.Inputs(schedule.Width);
        WgtTile = (long)schedule.OutChannel * schedule.InChannel * layout.Taps;
    }

    internal int Threads { get; }

    /// <summary>Accumulators of the output tile.</summary>
    internal long AccTile { get; }

    /// <summary>Accumulators of the bias.</summary>
    internal long BiasTile { get; }

    internal long InpTile { get; }

    internal long WgtTile { get; }

    internal long Acc => Threads * (AccTile + BiasTile);

    internal long Inp => Threads * InpTile;

    internal long Wgt => Threads * WgtTile;
}
