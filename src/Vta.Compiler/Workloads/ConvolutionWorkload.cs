using Vta.Isa;

namespace Vta.Compiler;

/// <summary>A 2D convolution with shift and clip: a layer of a known network, or any shape.</summary>
internal sealed class ConvolutionWorkload : Workload
{
    private const string Layer = "layer";
    private const string Batch = "batch";
    private static readonly string[] ShapeOptions = ["in-channels", "out-channels", "groups", "height", "width", "kernel", "pad", "stride"];

    public override string Name => "conv2d";

    public override string Summary => "2D convolution, dense, grouped or depthwise, with bias, shift and clip";

    public override IReadOnlyList<string> Schedules { get; } = [AutoSchedule, SeedSchedule];

    public override IReadOnlyList<WorkloadOption> Options { get; } =
    [
        new(Layer, "NAME", $"a known layer: {string.Join(", ", ConvolutionLayers.Networks)}"),
        new(Batch, "N", "images (default: BATCH of the configuration)"),
        new("in-channels", "N", "input channels, instead of a layer"),
        new("out-channels", "N", "output channels (default: as input)"),
        new("groups", "N", "groups of channels; as many as in-channels is depthwise (default 1)"),
        new("height", "N", "rows of the input"),
        new("width", "N", "columns of the input (default: as rows)"),
        new("kernel", "N|HxW", "size of the kernel (default 3)"),
        new("pad", "N|HxW", "zeros around the input (default: half the kernel)"),
        new("stride", "N|HxW", "steps between outputs (default 1)"),
        ScheduleOptions.Bias, ScheduleOptions.Shift, ScheduleOptions.Clip,
        ScheduleOptions.Tile, ScheduleOptions.Threads, ScheduleOptions.ThreadAxis,
    ];

    private protected override CompiledWorkload CompileChecked(VtaConfig config, WorkloadArguments arguments)
    {
        var isSeed = arguments.Schedule == SeedSchedule;
        var stage = ScheduleOptions.ReadStage(arguments, config);
        if (isSeed && stage.HasBias)
            throw new VtaInputException("the tutorial's convolution has no bias; use schedule auto");
        var shape = (Shape(arguments) with { Batch = arguments.Number(Batch, config.Batch) }).Checked();
        if (isSeed && shape.Groups > 1)
            throw new VtaInputException("the tutorial's convolution has no groups; use schedule auto");
        return new ConvolutionTask
        {
            Title = $"{Name} {arguments.Text(Layer) ?? Describe(shape)}",
            Config = config,
            Shape = shape,
            Stage = stage,
            Seed = arguments.Seed,
            Schedule = ScheduleOptions.Read(arguments, config, shape),
            Tutorial = isSeed ? whole => Tutorial(config, whole, stage, arguments) : null,
        }.Compile();
    }

    private static ConvolutionShape Shape(WorkloadArguments arguments)
    {
        var given = ShapeOptions.Where(arguments.Has).ToList();
        if (arguments.Text(Layer) is { } layer)
        {
            return given.Count == 0
                ? ConvolutionLayers.Find(layer)
                : throw new VtaInputException($"{Layer} and {given[0]} contradict each other; give one of them");
        }
        if (!arguments.Has("in-channels") || !arguments.Has("height"))
            throw new VtaInputException($"which convolution? Give {Layer} ({string.Join(", ", ConvolutionLayers.Names)}), or "
                + "in-channels and height");
        var inChannels = arguments.Number("in-channels", 1);
        var height = arguments.Number("height", 1);
        var kernel = arguments.Pair("kernel", (3, 3));
        var pad = arguments.Pair("pad", (kernel.Height / 2, kernel.Width / 2), 0);
        var stride = arguments.Pair("stride", (1, 1));
        return new ConvolutionShape
        {
            InChannels = inChannels,
            OutChannels = arguments.Number("out-channels", inChannels),
            Groups = arguments.Number("groups", 1),
            Height = height,
            Width = arguments.Number("width", height),
            KernelHeight = kernel.Height,
            KernelWidth = kernel.Width,
            PadHeight = pad.Height,
            PadWidth = pad.Width,
            StrideHeight = stride.Height,
            StrideWidth = stride.Width,
        };
    }

    private static (LoweredProgram, ConvolutionBuffers) Tutorial(VtaConfig config, ConvolutionShape shape, OutputStage stage, WorkloadArguments arguments)
    {
        var tutorial = new ConvolutionTutorial(config, shape, stage);
        tutorial.Block();
        tutorial.Thread();
        tutorial.Offload();
        var program = tutorial.Lower($"conv2d {arguments.Text(Layer) ?? Describe(shape)}");
        return (program, new ConvolutionBuffers(program[tutorial.Data], program[tutorial.Kernel], null, program[tutorial.Result]));
    }

    private static string Describe(ConvolutionShape shape) =>
        $"{shape.InChannels}x{shape.Height}x{shape.Width} to {shape.OutChannels}x{shape.OutHeight}x{shape.OutWidth}, "
        + $"kernel {shape.KernelHeight}x{shape.KernelWidth}, stride {shape.StrideHeight}x{shape.StrideWidth}"
        + (shape.Groups > 1 ? $", {shape.Groups} groups" : "");
}
