using Vta.Compiler;
using Vta.Compiler.Operators.Convolution;
using Vta.Compiler.Programs;
using Vta.Compiler.Recording;
using Vta.Compiler.Tensors;
using Vta.Compiler.Tilings;
using Vta.Isa;
using Vta.Isa.Programs;
using Vta.Isa.Programs.Bounds;
using Vta.Runtime;
using Vta.Runtime.Bundles;

namespace Vta.Benchmarks;

/// <summary>Runs tilings of a convolution on the in-process RTL simulator; what the numbers are makes no difference to cycles.</summary>
internal sealed class TilingRuns : IDisposable
{
    private readonly IDevice device;
    private readonly OutputStage stage;

    public TilingRuns(VtaConfig config, OutputStage stage)
    {
        Config = config;
        this.stage = stage;
        device = Devices.Create(Devices.Rtl, config);
    }

    public VtaConfig Config { get; }

    /// <summary>The program of a tiling.</summary>
    public VtaProgram Program(ConvolutionShape shape, ConvolutionSchedule schedule)
    {
        var buffers = ConvolutionBuffers.Create(shape, stage, Config);
        return LoopIrRecorder.Record(Config, "tiling", ConvolutionGenerator.Generate(Config, shape, stage, schedule, buffers));
    }

    /// <summary>The cycles that a program takes, and its roofline.</summary>
    public (long Cycles, long Roofline) Run(VtaProgram program)
    {
        var bound = program.Bind(ProgramAddresses.Allocate(program));
        var bundle = new ProgramBundle { Name = program.Name, Config = Config, Launches = [bound.Request], Memory = [.. bound.Segments()] };
        return (BundleRunner.Run(bundle, device).Statistics.CycleCount!.Value, Roofline.Of(bundle).Cycles);
    }

    /// <summary>A tiling drawn from all that fit, every other time one beside the best so far; null when the draw does not fit.</summary>
    public ConvolutionSchedule? Draw(Random random, ConvolutionShape shape, ConvolutionSchedule? best = null)
    {
        var layout = new ConvolutionLayout(shape, Config);
        var space = new TilingSpace(Config, layout, stage);
        if (best is not null && random.Next(2) == 0)
        {
            var neighbours = space.Neighbours(best).ToList();
            return neighbours.Count > 0 ? neighbours[random.Next(neighbours.Count)] : null;
        }
        var threads = random.Next(4) == 0 ? 1 : 2;
        var schedule = space.Smallest with
        {
            Batch = Block(layout.Batches),
            Group = Block(layout.Parts),
            OutChannel = Block(layout.OutChannels),
            InChannel = Block(layout.InChannels),
            Height = Block(shape.OutHeight),
            Width = Block(shape.OutWidth),
            Threads = threads,
            ThreadAxis = threads == 1 ? ThreadAxis.OutChannel : (ThreadAxis)random.Next(4),
        };
        return layout.Rows.IsPossible(schedule.Height) && layout.Columns.IsPossible(schedule.Width) && space.Contains(schedule) ? schedule : null;

        // Blocks that cut an axis evenly are as likely as all others.
        int Block(int length) => random.Next(2) == 0 ? random.Next(length) + 1 : BlockedLayout.Blocks(length, random.Next(length) + 1);
    }

    public void Dispose() => device.Dispose();
}
