using Vta.Isa;

namespace Vta.Compiler;

/// <summary>Compiles one convolution with random inputs; the matrix multiplications are convolutions of one pixel.</summary>
internal sealed record ConvolutionTask
{
    internal required string Title { get; init; }

    internal required VtaConfig Config { get; init; }

    internal required ConvolutionShape Shape { get; init; }

    /// <summary>The transposed convolution that the shape is another form of; null where it is none.</summary>
    internal TransposedConvolutionShape? Transposed { get; init; }

    internal required OutputStage Stage { get; init; }

    internal required int Seed { get; init; }

    /// <summary>The schedule; null to have one found.</summary>
    internal ConvolutionSchedule? Schedule { get; init; }

    /// <summary>A schedule of a tutorial, of the shape with whole blocks; null for one of ours.</summary>
    internal Func<ConvolutionShape, (LoweredProgram Program, ConvolutionBuffers Buffers)>? Tutorial { get; init; }

    /// <summary>What fills the batch up is part of the arithmetic too: its inputs are zero, but it has the bias.</summary>
    private int FullBatch => BlockedLayout.Blocks(Shape.Batch, Config.Batch) * Config.Batch;

    internal CompiledWorkload Compile()
    {
        var (program, buffers, schedule) = Tutorial is null ? Generated() : Scheduled(Tutorial);
        return new CompiledWorkload
        {
            Title = Title,
            Schedule = schedule,
            MultiplyAdds = Transposed?.MultiplyAdds ?? Shape.MultiplyAdds,
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
            Batch = FullBatch,
            InChannels = BlockedLayout.Blocks(Shape.InChannels, Config.BlockIn) * Config.BlockIn,
            OutChannels = BlockedLayout.Blocks(Shape.OutChannels, Config.BlockOut) * Config.BlockOut,
        });
        return (program.Record(), buffers, "that of the tutorial");
    }

    private ProgramBundle Bundle(VtaProgram program, ConvolutionBuffers buffers)
    {
        var random = new Random(Seed);
        var (input, kernel, bias, output) = Transposed is null ? Data(random) : Data(random, Transposed);
        var filler = ConvolutionReference.Filler(Stage, Config.AccWidth, Config.OutWidth);

        var packing = new ConvolutionPacking(Shape, Config);
        var inputs = new List<(DramBuffer, byte[]?)>
        {
            (buffers.Data, BitPacking.ToBytes(packing.Input(input), Config.InpWidth)),
            (buffers.Kernel, BitPacking.ToBytes(packing.Kernel(kernel), Config.WgtWidth)),
        };
        if (bias is not null)
            inputs.Add((buffers.Bias!, BitPacking.ToBytes(packing.Bias(bias), Config.AccWidth)));
        return BundleBuilder.Build(
            program, inputs, [(buffers.Result, BitPacking.ToBytes(packing.Output(output, filler), Config.OutWidth))]);
    }

    /// <summary>Random inputs as the program takes them, and what plain arithmetic makes of them.</summary>
    private (Tensor Input, Tensor Kernel, Tensor? Bias, Tensor Output) Data(Random random)
    {
        var full = Shape with { Batch = FullBatch };
        var input = Tensor.Random(random, Config.InpWidth, Shape.Batch, Shape.InChannels, Shape.Height, Shape.Width).PadTo(FullBatch);
        var kernel = Tensor.Random(random, Config.WgtWidth, Shape.OutChannels, Shape.InChannelsOfGroup, Shape.KernelHeight, Shape.KernelWidth);
        var bias = Bias(random);
        return (input, kernel, bias, ConvolutionReference.Compute(full, Stage, input, kernel, bias, Config.AccWidth, Config.OutWidth));
    }

    private (Tensor Input, Tensor Kernel, Tensor? Bias, Tensor Output) Data(Random random, TransposedConvolutionShape shape)
    {
        var full = shape with { Batch = FullBatch };
        var input = Tensor.Random(random, Config.InpWidth, shape.Batch, shape.InChannels, shape.Height, shape.Width).PadTo(FullBatch);
        var kernel = Tensor.Random(random, Config.WgtWidth, shape.InChannels, shape.OutChannels, shape.KernelHeight, shape.KernelWidth);
        var bias = Bias(random);
        var output = TransposedConvolutionReference.Compute(full, Stage, input, kernel, bias, Config.AccWidth, Config.OutWidth);
        return (input, full.TurnKernel(kernel), bias, output);
    }

    private Tensor? Bias(Random random) =>
        Stage.HasBias ? Tensor.Random(random, Math.Min(Config.AccWidth, 16), 1, Shape.OutChannels, 1, 1) : null;
}
