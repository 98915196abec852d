using Vta.Isa;

namespace Vta.Compiler;

/// <summary>A matrix multiplication, rows×depth by depth×columns, as a convolution of one pixel.</summary>
internal sealed class MatrixWorkload : Workload
{
    private readonly (string Rows, string Columns, string Depth) names;
    private readonly (int Rows, int Columns, int Depth) defaults;
    private readonly Func<VtaConfig, OutputStage>? fixedStage;
    private readonly int seedBlock;

    private MatrixWorkload(
        string name,
        string summary,
        (string Rows, string Columns, string Depth) names,
        (int Rows, int Columns, int Depth) defaults,
        Func<VtaConfig, OutputStage>? fixedStage = null,
        int seedBlock = 0)
    {
        Name = name;
        Summary = summary;
        this.names = names;
        this.defaults = defaults;
        this.fixedStage = fixedStage;
        this.seedBlock = seedBlock;
        Schedules = seedBlock == 0 ? [AutoSchedule] : [AutoSchedule, SeedSchedule];
        Options =
        [
            new(names.Rows, "N", $"rows of the first matrix (default {(defaults.Rows == 0 ? "BATCH of the configuration" : defaults.Rows)})"),
            new(names.Depth, "N", $"columns of the first matrix, rows of the second (default {defaults.Depth})"),
            new(names.Columns, "N", $"columns of the second matrix (default {defaults.Columns})"),
            .. fixedStage is null ? (WorkloadOption[])[ScheduleOptions.Bias, ScheduleOptions.Shift, ScheduleOptions.Clip] : [],
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
        "matmul", "matrix multiplication of TVM's tutorial", ("m", "n", "k"), (0, 256, 256), _ => new OutputStage(), int.MaxValue);

    /// <summary>TVM's tutorial "Matrix multiply blocking": tiles of 256 channels.</summary>
    internal static MatrixWorkload Blocked { get; } = new(
        "matmul-blocked", "blocked matrix multiplication of TVM's tutorial, with shift and clip", ("m", "n", "k"), (0, 1024, 1024),
        config => new OutputStage(Shift: config.InpWidth, Clip: (0, (1 << (config.InpWidth - 1)) - 1)), 256);

    private protected override CompiledWorkload CompileChecked(VtaConfig config, WorkloadArguments arguments)
    {
        var shape = new ConvolutionShape
        {
            Batch = arguments.Number(names.Rows, defaults.Rows == 0 ? config.Batch : defaults.Rows),
            InChannels = arguments.Number(names.Depth, defaults.Depth),
            OutChannels = arguments.Number(names.Columns, defaults.Columns),
        };
        return new ConvolutionTask
        {
            Title = $"{Name} {shape.Batch}x{shape.InChannels} by {shape.InChannels}x{shape.OutChannels}",
            Config = config,
            Shape = shape,
            Stage = fixedStage?.Invoke(config) ?? ScheduleOptions.ReadStage(arguments, config),
            Seed = arguments.Seed,
            Schedule = ScheduleOptions.Read(arguments, config, shape, SeedTiles(config, shape)),
        }.Compile();
    }

    /// <summary>The tutorial's tiles: square blocks of channels, one thread.</summary>
    private ConvolutionSchedule SeedTiles(VtaConfig config, ConvolutionShape shape)
    {
        var layout = new ConvolutionLayout(shape, config);
        return new ConvolutionSchedule(
            1,
            Math.Clamp(seedBlock / config.BlockOut, 1, layout.OutChannels),
            Math.Clamp(seedBlock / config.BlockIn, 1, layout.InChannels),
            1,
            1)
        {
            Style = ConvolutionStyle.Tutorial,
        };
    }
}
