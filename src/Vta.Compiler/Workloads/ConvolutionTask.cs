using Vta.Compiler.Operators.Convolution;
using Vta.Compiler.Programs;
using Vta.Compiler.Recording;
using Vta.Compiler.Tensors;
using Vta.Compiler.Tilings;
using Vta.Isa;
using Vta.Isa.Programs;

namespace Vta.Compiler.Workloads;

/// <summary>Compiles one convolution with random inputs; the matrix multiplications are convolutions of one pixel.</summary>
public sealed record ConvolutionTask
{
    /// <summary>The least of random shifts.</summary>
    public const int LeastRandomShift = 4;

    /// <summary>The greatest of random shifts.</summary>
    public const int MostRandomShift = 11;

    /// <summary>Name of the program.</summary>
    public required string Title { get; init; }

    /// <summary>The hardware.</summary>
    public required VtaConfig Config { get; init; }

    /// <summary>The convolution.</summary>
    public required ConvolutionShape Shape { get; init; }

    /// <summary>The transposed convolution that the shape is another form of; null where it is none.</summary>
    public TransposedConvolutionShape? Transposed { get; init; }

    /// <summary>What is done to its sums.</summary>
    public required OutputStage Stage { get; init; }

    /// <summary>Seed of the inputs.</summary>
    public required int Seed { get; init; }

    /// <summary>Shifts of the output channels; random where the stage has them and they are null.</summary>
    public IReadOnlyList<int>? ChannelShifts { get; init; }

    /// <summary>How the host packs the input; null to have it found.</summary>
    public InputPacking? Packing { get; init; }

    /// <summary>The schedule; null to have one found.</summary>
    public ConvolutionSchedule? Schedule { get; init; }

    /// <summary>A schedule of a tutorial, of the shape with whole blocks; null for one of ours.</summary>
    public Func<ConvolutionShape, (LoweredProgram Program, ConvolutionBuffers Buffers)>? Tutorial { get; init; }

    /// <summary>Whether the bundle has the result that plain arithmetic gives.</summary>
    public bool HasExpected { get; init; } = true;

    /// <summary>What fills the batch up is part of the arithmetic too: its inputs are zero, but it has the bias.</summary>
    private int FullBatch => BlockedLayout.Blocks(Shape.Batch, Config.Batch) * Config.Batch;

    /// <exception cref="VtaInputException">The hardware cannot do it.</exception>
    public CompiledWorkload Compile()
    {
        if (Stage.HasResidual && Config.OutWidth > 8)
            throw new VtaInputException($"a residual is loaded as numbers of 8 bits; outputs of this configuration have {Config.OutWidth}");
        var (program, buffers, packed, schedule) = Tutorial is null ? Generated() : Scheduled(Tutorial);
        var packing = new ConvolutionPacking(packed, Config, Transposed);
        return new CompiledWorkload
        {
            Title = Title,
            Schedule = schedule,
            MultiplyAdds = Transposed?.MultiplyAdds ?? Shape.MultiplyAdds,
            Program = program,
            Bundle = Bundle(program, buffers, packing),
            Packing = packing,
        };
    }

    private (VtaProgram Program, ConvolutionBuffers Buffers, PackedConvolution Packed, string Schedule) Generated()
    {
        var plan = Schedule is null
            ? ConvolutionPlan.Choose(Config, Shape, Stage, Packing)
            : new ConvolutionPlan(PackedConvolution.Of(Shape, Packing ?? InputPacking.None), Schedule);
        var buffers = ConvolutionBuffers.Create(plan.Packed.Shape, Stage, Config);
        var statement = ConvolutionGenerator.Generate(Config, plan.Packed.Shape, Stage, plan.Schedule, buffers);
        return (LoopIrRecorder.Record(Config, Title, statement), buffers, plan.Packed, plan.ToString());
    }

    private (VtaProgram Program, ConvolutionBuffers Buffers, PackedConvolution Packed, string Schedule) Scheduled(
        Func<ConvolutionShape, (LoweredProgram Program, ConvolutionBuffers Buffers)> tutorial)
    {
        var (program, buffers) = tutorial(Shape with
        {
            Batch = FullBatch,
            InChannels = BlockedLayout.Blocks(Shape.InChannels, Config.BlockIn) * Config.BlockIn,
            OutChannels = BlockedLayout.Blocks(Shape.OutChannels, Config.BlockOut) * Config.BlockOut,
        });
        return (program.Record(), buffers, PackedConvolution.Of(Shape, InputPacking.None), "that of the tutorial");
    }

    private ProgramBundle Bundle(VtaProgram program, ConvolutionBuffers buffers, ConvolutionPacking packing)
    {
        var operands = Operands(new Random(Seed));
        var inputs = new List<(DramBuffer, byte[]?)>
        {
            (buffers.Data, BitPacking.ToBytes(packing.Input(operands.Input), Config.InpWidth)),
            (buffers.Kernel, BitPacking.ToBytes(packing.Kernel(operands.Kernel), Config.WgtWidth)),
        };
        if (operands.Bias is { } bias)
            inputs.Add((buffers.Bias!, BitPacking.ToBytes(packing.ChannelOperand(bias), Config.AccWidth)));
        if (operands.Shifts is { } shifts)
            inputs.Add((buffers.Shifts!, BitPacking.ToBytes(packing.ChannelOperand(shifts), Config.AccWidth)));
        if (operands.Residual is { } residual)
            inputs.Add((buffers.Residual!, BitPacking.ToBytes(packing.Output(residual), 8)));
        return BundleBuilder.Build(program, inputs, [(buffers.Result, HasExpected ? Expected(operands, packing) : null)]);
    }

    /// <summary>What plain arithmetic gives, as the program leaves it.</summary>
    private byte[] Expected(ConvolutionOperands operands, ConvolutionPacking packing)
    {
        var output = Transposed is null
            ? FastConvolution.Compute(Shape with { Batch = FullBatch }, Stage, operands, Config.AccWidth, Config.OutWidth)
            : FastTransposedConvolution.Compute(Transposed with { Batch = FullBatch }, Stage, operands, Config.AccWidth, Config.OutWidth);
        var filler = OutputArithmetic.Filler(Stage, Config.AccWidth, Config.OutWidth);
        return BitPacking.ToBytes(packing.Output(output, filler), Config.OutWidth);
    }

    private ConvolutionOperands Operands(Random random)
    {
        var input = Tensor.Random(random, Config.InpWidth, Shape.Batch, Shape.InChannels, Shape.Height, Shape.Width).PadTo(FullBatch);
        var kernel = Transposed is null
            ? Tensor.Random(random, Config.WgtWidth, Shape.OutChannels, Shape.InChannelsOfGroup, Shape.KernelHeight, Shape.KernelWidth)
            : Tensor.Random(random, Config.WgtWidth, Shape.InChannels, Shape.OutChannels, Shape.KernelHeight, Shape.KernelWidth);
        return new ConvolutionOperands(input, kernel)
        {
            Bias = Stage.HasBias ? Tensor.Random(random, Math.Min(Config.AccWidth, 16), 1, Shape.OutChannels, 1, 1) : null,
            Shifts = Stage.HasChannelShifts ? Shifts(random) : null,
            Residual = Stage.HasResidual
                ? Tensor.Random(random, Config.OutWidth, Shape.Batch, Shape.OutChannels, Shape.OutHeight, Shape.OutWidth).PadTo(FullBatch)
                : null,
        };
    }

    private Tensor Shifts(Random random)
    {
        var shifts = new Tensor(1, Shape.OutChannels, 1, 1);
        for (var channel = 0; channel < Shape.OutChannels; channel++)
            shifts.Data[channel] = ChannelShifts?[channel] ?? random.Next(LeastRandomShift, MostRandomShift + 1);
        return shifts;
    }
}
