using Vta.Isa;

namespace Vta.Compiler;

/// <summary>A 2D convolution with shift and clip: a layer of a known network, or any shape.</summary>
internal sealed class ConvolutionWorkload : Workload
{
    private const string Groups = "groups";

    private static readonly WorkloadOption[] Sizes =
    [
        WindowOptions.InChannels, WindowOptions.OutChannels,
        new(Groups, "N", "groups of channels; as many as in-channels is depthwise (default 1)"),
        WindowOptions.Height, WindowOptions.Width,
        WindowOptions.Kernel("size of the kernel (default 3)"),
        WindowOptions.Pad("zeros around the input (default: half the kernel)"),
        WindowOptions.Stride("steps between outputs (default 1)"),
    ];

    public override string Name => "conv2d";

    public override string Summary => "2D convolution, dense, grouped or depthwise, with bias, shift and clip";

    public override IReadOnlyList<string> Schedules { get; } = [AutoSchedule, SeedSchedule];

    public override IReadOnlyList<WorkloadOption> Options { get; } =
    [
        WindowOptions.Layer(Layers.Convolutions.Networks), WindowOptions.Batch, .. Sizes,
        ScheduleOptions.Bias, ScheduleOptions.Shift, ScheduleOptions.Clip,
        ScheduleOptions.Tile, ScheduleOptions.Threads, ScheduleOptions.ThreadAxis,
    ];

    private protected override CompiledWorkload CompileChecked(VtaConfig config, WorkloadArguments arguments)
    {
        var isSeed = arguments.Schedule == SeedSchedule;
        var stage = ScheduleOptions.ReadStage(arguments, config);
        if (isSeed && stage.HasBias)
            throw new VtaInputException("the tutorial's convolution has no bias; use schedule auto");
        var shape = WindowOptions.Find(arguments, config, "convolution", Layers.Convolutions, Sizes, inChannels => Read(arguments, inChannels)).Checked();
        if (isSeed && shape.Groups > 1)
            throw new VtaInputException("the tutorial's convolution has no groups; use schedule auto");
        var title = $"{Name} {WindowOptions.Title(arguments, shape)}";
        return new ConvolutionTask
        {
            Title = title,
            Config = config,
            Shape = shape,
            Stage = stage,
            Seed = arguments.Seed,
            Schedule = ScheduleOptions.Read(arguments, config, shape),
            Tutorial = isSeed ? whole => Tutorial(config, whole, stage, title) : null,
        }.Compile();
    }

    private static ConvolutionShape Read(WorkloadArguments arguments, int inChannels) => WindowOptions.Read(
        arguments,
        new ConvolutionShape
        {
            InChannels = inChannels,
            OutChannels = arguments.Number(WindowOptions.OutChannels.Name, inChannels),
            Groups = arguments.Number(Groups, 1),
            KernelHeight = 3,
            KernelWidth = 3,
        },
        pad: kernel => (kernel.Height / 2, kernel.Width / 2));

    private static (LoweredProgram, ConvolutionBuffers) Tutorial(VtaConfig config, ConvolutionShape shape, OutputStage stage, string title)
    {
        var tutorial = new ConvolutionTutorial(config, shape, stage);
        tutorial.Block();
        tutorial.Thread();
        tutorial.Offload();
        var program = tutorial.Lower(title);
        return (program, new ConvolutionBuffers(program[tutorial.Data], program[tutorial.Kernel], null, program[tutorial.Result]));
    }
}
