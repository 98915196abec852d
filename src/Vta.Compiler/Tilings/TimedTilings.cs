using Vta.Compiler.Operators.Convolution;
using Vta.Compiler.Recording;
using Vta.Compiler.Tilings.Timing;
using Vta.Isa;

namespace Vta.Compiler.Tilings;

/// <summary>Tilings of a convolution that were recorded as programs and timed, as many as a fixed amount of work allows.</summary>
internal sealed class TimedTilings(VtaConfig config, ConvolutionShape shape, OutputStage stage)
{
    // Instructions and bursts, of all programs together: some tenths of a second.
    private const long MostWork = 200_000;

    // Cycles over the least difference that counts.
    private const int Resolution = 5_000;

    private readonly ConvolutionBuffers buffers = ConvolutionBuffers.Create(shape, stage, config);
    private readonly Dictionary<ConvolutionSchedule, (long Cycles, long Bursts)> timed = [];
    private long work;

    /// <summary>The fastest; of those that are equal as far as estimates go, the one with the fewest bursts, which slow memory likes best.</summary>
    internal ConvolutionSchedule Best => timed.Where(tiling => tiling.Value.Cycles <= BestCycles + BestCycles / Resolution).MinBy(tiling => tiling.Value.Bursts).Key;

    /// <summary>The fewest cycles.</summary>
    internal long BestCycles { get; private set; } = long.MaxValue;

    /// <summary>Whether enough were timed.</summary>
    internal bool IsOver => work > MostWork;

    internal void Time(ConvolutionSchedule schedule)
    {
        if (timed.ContainsKey(schedule))
            return;
        var program = LoopIrRecorder.Record(config, "tiling", ConvolutionGenerator.Generate(config, shape, stage, schedule, buffers));
        var cycles = ProgramTiming.Cycles(program, out var bursts);
        work += program.Instructions.Count + bursts;
        timed.Add(schedule, (cycles, bursts));
        BestCycles = Math.Min(BestCycles, cycles);
    }
}
