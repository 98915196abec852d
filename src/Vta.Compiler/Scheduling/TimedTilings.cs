using Vta.Isa;

namespace Vta.Compiler;

/// <summary>Tilings of a convolution that were recorded as programs and timed, as many as a fixed amount of work allows.</summary>
internal sealed class TimedTilings(VtaConfig config, ConvolutionShape shape, OutputStage stage)
{
    // Instructions and bursts, of all programs together: some tenths of a second.
    private const long MostWork = 200_000;

    private readonly ConvolutionBuffers buffers = ConvolutionBuffers.Create(shape, stage, config);
    private readonly HashSet<ConvolutionSchedule> timed = [];
    private long work;

    /// <summary>The fastest.</summary>
    internal ConvolutionSchedule Best { get; private set; } = null!;

    /// <summary>Its cycles.</summary>
    internal long BestCycles { get; private set; } = long.MaxValue;

    /// <summary>Whether enough were timed.</summary>
    internal bool IsOver => work > MostWork;

    internal void Time(ConvolutionSchedule schedule)
    {
        if (!timed.Add(schedule))
            return;
        var program = LoopIrRecorder.Record(config, "tiling", ConvolutionGenerator.Generate(config, shape, stage, schedule, buffers));
        var cycles = ProgramTiming.Cycles(program, out var bursts);
        work += program.Instructions.Count + bursts;
        if (cycles < BestCycles)
            (Best, BestCycles) = (schedule, cycles);
    }
}
