namespace Vta.Compiler;

/// <summary>What a schedule takes of the on-chip buffers, in elements; a tile is the part of one thread.</summary>
internal readonly struct ConvolutionFootprint
{
    internal ConvolutionFootprint(ConvolutionLayout layout, OutputStage stage, ConvolutionSchedule schedule)
    {
        Threads = schedule.Threads;
        AccTile = schedule.Batch * schedule.OutChannel * schedule.Height * schedule.Width;
        BiasTile = stage.HasBias ? schedule.OutChannel : 0;
        InpTile = schedule.Batch * schedule.InChannel * layout.InRows(schedule.Height) * layout.InColumns(schedule.Width);
        WgtTile = schedule.OutChannel * schedule.InChannel * layout.Taps;
    }

    internal int Threads { get; }

    /// <summary>Accumulators of the output tile.</summary>
    internal int AccTile { get; }

    /// <summary>Accumulators of the bias.</summary>
    internal int BiasTile { get; }

    internal int InpTile { get; }

    internal int WgtTile { get; }

    internal int Acc => Threads * (AccTile + BiasTile);

    internal int Inp => Threads * InpTile;

    internal int Wgt => Threads * WgtTile;
}
