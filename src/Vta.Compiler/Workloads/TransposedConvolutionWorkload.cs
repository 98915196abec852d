using Vta.Isa;

namespace Vta.Compiler;

/// <summary>A transposed 2D convolution with bias, shift and clip: a layer of a known network, or any shape.</summary>
internal sealed class TransposedConvolutionWorkload : Workload
{
    private const string Layer = "layer";
    private const string Batch = "batch";
    private static readonly string[] ShapeOptions = ["in-channels", "out-channels", "height", "width", "kernel", "pad", "stride"];

    public override string Name => "conv2d-transpose";

    public override string Summary => "transposed 2D convolution with bias, shift and clip";

    public override IReadOnlyList<string> Schedules { get; } = [AutoSchedule];

    public override IReadOnlyList<WorkloadOption> Options { get; } =
    [
        new(Layer, "NAME", $"a known layer: {string.Join(", ", TransposedConvolutionLayers.Names)}"),
        new(Batch, "N", "images (default: BATCH of the configuration)"),
        new("in-channels", "N", "input channels, instead of a layer"),
        new("out-channels", "N", "output channels (default: as input)"),
        new("height", "N", "rows of the input"),
        new("width", "N", "columns of the input (default: as rows)"),
        new("kernel", "N|HxW", "size of the kernel (default 4)"),
        new("pad", "N|HxW", "rows and columns cut off around the output (default 1)"),
        new("stride", "N|HxW", "outputs from one input to the next (default 2)"),
        ScheduleOptions.Bias, ScheduleOptions.Shift, ScheduleOptions.Clip,
        ScheduleOptions.Tile, ScheduleOptions.Threads, ScheduleOptions.ThreadAxis,
    ];

    private protected override CompiledWorkload CompileChecked(VtaConfig config, WorkloadArguments arguments)
    {
        var shape = (Shape(arguments) with { Batch = arguments.Number(Batch, config.Batch) }).Checked();
        return new ConvolutionTask
        {
            Title = $"{Name} {arguments.Text(Layer) ?? Describe(shape)}",
            Config = config,
            Shape = shape.AsConvolution(),
            Transposed = shape,
            Stage = ScheduleOptions.ReadStage(arguments, config),
            Seed = arguments.Seed,
            Schedule = ScheduleOptions.Read(arguments, config, shape.AsConvolution()),
        }.Compile();
    }

    private static TransposedConvolutionShape Shape(WorkloadArguments arguments)
    {
        var given = ShapeOptions.Where(arguments.Has).ToList();
        if (arguments.Text(Layer) is { } layer)
        {
            return given.Count == 0
                ? TransposedConvolutionLayers.Find(layer)
                : throw new VtaInputException($"{Layer} and {given[0]} contradict each other; give one of them");
        }
        if (!arguments.Has("in-channels") || !arguments.Has("height"))
            throw new VtaInputException($"which transposed convolution? Give {Layer} ({string.Join(", ", TransposedConvolutionLayers.Names)}), or "
                + "in-channels and height");
        var inChannels = arguments.Number("in-channels", 1);
        var height = arguments.Number("height", 1);
        var kernel = arguments.Pair("kernel", (4, 4));
        var pad = arguments.Pair("pad", (1, 1), 0);
        var stride = arguments.Pair("stride", (2, 2));
        return new TransposedConvolutionShape
        {
            InChannels = inChannels,
            OutChannels = arguments.Number("out-channels", inChannels),
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

    private static string Describe(TransposedConvolutionShape shape) =>
        $"{shape.InChannels}x{shape.Height}x{shape.Width} to {shape.OutChannels}x{shape.OutHeight}x{shape.OutWidth}, "
        + $"kernel {shape.KernelHeight}x{shape.KernelWidth}, stride {shape.StrideHeight}x{shape.StrideWidth}";
}
