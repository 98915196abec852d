using Vta.Isa;

namespace Vta.Compiler;

/// <summary>Compiles one convolution with random inputs; the matrix multiplications are convolutions of one pixel.</summary>
internal sealed record ConvolutionTask
{
    internal required string Title { get; init; }

    internal required VtaConfig Config { get; init; }

    internal required ConvolutionShape Shape { get; init; }

    internal required OutputStage Stage { get; init; }

    internal required int Seed { get; init; }

    /// <summary>The schedule; null to have one found.</summary>
    internal ConvolutionSchedule? Schedule { get; init; }

    /// <summary>A schedule of a tutorial, of the shape with whole blocks; null for one of ours.</summary>
    internal Func<ConvolutionShape, (LoweredProgram Program, ConvolutionBuffers Buffers)>? Tutorial { get; init; }

    internal CompiledWorkload Compile()
    {
        var (program, buffers, schedule) = Tutorial is null ? Generated() : Scheduled(Tutorial);
        return new CompiledWorkload
        {
            Title = Title,
            Schedule = schedule,
            MultiplyAdds = Shape.MultiplyAdds,
            Program = program,
            Bundle = Bundle(program, buffers),
        };
    }

    private (VtaProgram Program, ConvolutionBuffers Buffers, string Schedule) Generated()
    {
        var buffers = ConvolutionBuffers.Create(Shape, Stage, Config);
        var schedule = Schedule ?? ConvolutionScheduler.Choose(Config, Shape, Stage);
        var statement = ConvolutionGenerator.Generate(Config, Shape, Stage, schedule, buffers);
        return (LoopIrRecorder.Record(Config, Title, statement), buffers, schedule.ToString());
    }

    private (VtaProgram Program, ConvolutionBuffers Buffers, string Schedule) Scheduled(
        Func<ConvolutionShape, (LoweredProgram Program, ConvolutionBuffers Buffers)> tutorial)
    {
        var (program, buffers) = tutorial(Shape with
        {
            Batch = BlockedLayout.Blocks(Shape.Batch, Config.Batch) * Config.Batch,
            InChannels = BlockedLayout.Blocks(Shape.InChannels, Config.BlockIn) * Config.BlockIn,
            OutChannels = BlockedLayout.Blocks(Shape.OutChannels, Config.BlockOut) * Config.BlockOut,
        });
        return (program.Record(), buffers, "that of the tutorial");
    }

    private ProgramBundle Bundle(VtaProgram program, ConvolutionBuffers buffers)
    {
        // What fills the batch up is part of the arithmetic too: its inputs are zero, but it has the bias.
        var full = Shape with { Batch = BlockedLayout.Blocks(Shape.Batch, Config.Batch) * Config.Batch };
        var random = new Random(Seed);
        var input = Tensor.Random(random, Config.InpWidth, Shape.Batch, Shape.InChannels, Shape.Height, Shape.Width).PadTo(full.Batch);
        var kernel = Tensor.Random(random, Config.WgtWidth, Shape.OutChannels, Shape.InChannelsOfGroup, Shape.KernelHeight, Shape.KernelWidth);
        var bias = Stage.HasBias ? Tensor.Random(random, Math.Min(Config.AccWidth, 16), 1, Shape.OutChannels, 1, 1) : null;
        var output = ConvolutionReference.Compute(full, Stage, input, kernel, bias, Config.AccWidth, Config.OutWidth);
        var filler = ConvolutionReference.Filler(Stage, Config.AccWidth, Config.OutWidth);

        var packing = new ConvolutionPacking(Shape, Config);
        var inputs = new List<(DramBuffer, byte[])>
        {
            (buffers.Data, BitPacking.ToBytes(packing.Input(input), Config.InpWidth)),
            (buffers.Kernel, BitPacking.ToBytes(packing.Kernel(kernel), Config.WgtWidth)),
        };
        if (bias is not null)
            inputs.Add((buffers.Bias!, BitPacking.ToBytes(packing.Bias(bias), Config.AccWidth)));
        return WorkloadData.Bundle(
            program, inputs, buffers.Result, BitPacking.ToBytes(packing.Output(output, filler), Config.OutWidth));
    }
}
