using Vta.Compiler;
using Vta.Compiler.Operators.Convolution;
using Vta.Compiler.Tutorials;
using Vta.Compiler.Workloads;
using Vta.Isa;

namespace Vta.Cli.Workloads;

/// <summary>A matrix multiplication, rows×depth by depth×columns, as a convolution of one pixel.</summary>
internal sealed class MatrixWorkload : Workload
{
    private readonly (string Rows, string Columns, string Depth) names;
    private readonly (int Rows, int Columns, int Depth) defaults;
    private readonly Func<VtaConfig, OutputStage>? fixedStage;
    private readonly Func<VtaConfig, ConvolutionShape, OutputStage, MatrixTutorial>? tutorial;

    private MatrixWorkload(
        string name,
        string summary,
        (string Rows, string Columns, string Depth) names,
        (int Rows, int Columns, int Depth) defaults,
        Func<VtaConfig, OutputStage>? fixedStage = null,
        Func<VtaConfig, ConvolutionShape, OutputStage, MatrixTutorial>? tutorial = null)
    {
        Name = name;
        Summary = summary;
        this.names = names;
        this.defaults = defaults;
        this.fixedStage = fixedStage;
        this.tutorial = tutorial;
        Schedules = tutorial is null ? [AutoSchedule] : [AutoSchedule, SeedSchedule];
        Options =
        [
            new(names.Rows, "N", $"rows of the first matrix (default {(defaults.Rows == 0 ? "BATCH of the configuration" : defaults.Rows)})"),
            new(names.Depth, "N", $"columns of the first matrix, rows of the second (default {defaults.Depth})"),
            new(names.Columns, "N", $"columns of the second matrix (default {defaults.Columns})"),
            .. fixedStage is null ? (WorkloadOption[])[ScheduleOptions.Bias, ScheduleOptions.Shift, ScheduleOptions.Residual, ScheduleOptions.Clip] : [],
            ScheduleOptions.Tile, ScheduleOptions.Threads, ScheduleOptions.ThreadAxis,
        ];
    }

    public override string Name { get; }

    public override string Summary { get; }

    public override IReadOnlyList<WorkloadOption> Options { get; }

    public override IReadOnlyList<string> Schedules { get; }

    internal static MatrixWorkload Gemm { get; } = new(
        "gemm", "matrix multiplication with bias, shift and clip", ("m", "n", "k"), (64, 256, 256));

    internal static MatrixWorkload Dense { get; } = new(
        "dense", "fully connected layer with bias, shift and clip", ("batch", "out-features", "in-features"), (0, 1000, 512));

    /// <summary>TVM's tutorial "Simple matrix multiply": one tile.</summary>
    internal static MatrixWorkload Simple { get; } = new(
        "matmul", "matrix multiplication of TVM's tutorial", ("m", "n", "k"), (0, 256, 256), _ => new OutputStage(),
        (config, shape, _) => MatrixTutorial.Simple(config, shape.Batch, shape.OutChannels, shape.InChannels));

    /// <summary>TVM's tutorial "Matrix multiply blocking": tiles of 256 channels.</summary>
    internal static MatrixWorkload Blocked { get; } = new(
        "matmul-blocked", "blocked matrix multiplication of TVM's tutorial, with shift and clip", ("m", "n", "k"), (0, 1024, 1024),
        config => new OutputStage(Shift: config.InpWidth, Clip: (0, (1 << (config.InpWidth - 1)) - 1)),
        (config, shape, stage) => MatrixTutorial.Blocked(config, shape.Batch, shape.OutChannels, shape.InChannels, stage));

    private protected override CompiledWorkload CompileChecked(VtaConfig config, WorkloadArguments arguments)
    {
        var shape = new ConvolutionShape
        {
            Batch = arguments.Number(names.Rows, defaults.Rows == 0 ? config.Batch : defaults.Rows),
            InChannels = arguments.Number(names.Depth, defaults.Depth),
            OutChannels = arguments.Number(names.Columns, defaults.Columns),
        };
        var title = $"{Name} {shape.Batch}x{shape.InChannels} by {shape.InChannels}x{shape.OutChannels}";
        var stage = fixedStage?.Invoke(config) ?? ScheduleOptions.ReadStage(arguments, config);
        return new ConvolutionTask
        {
            Title = title,
            Config = config,
            Shape = shape,
            Stage = stage,
            Seed = arguments.Seed,
            ChannelShifts = ScheduleOptions.ReadChannelShifts(arguments, shape.OutChannels),
            Schedule = ScheduleOptions.Read(arguments, config, shape),
            HasExpected = arguments.HasExpected,
            Tutorial = arguments.Schedule == SeedSchedule ? whole => Scheduled(config, whole, stage, title) : null,
        }.Compile();
    }

    private (LoweredProgram, ConvolutionBuffers) Scheduled(VtaConfig config, ConvolutionShape shape, OutputStage stage, string title)
    {
        var scheduled = tutorial!(config, shape, stage);
        var program = scheduled.Lower(title);
        return (program, new ConvolutionBuffers(program[scheduled.Data], program[scheduled.Weight], null, program[scheduled.Result]));
    }
}
