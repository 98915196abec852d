using Vta.Compiler;
using Vta.Compiler.Operators.Convolution;
using Vta.Compiler.Tutorials;
using Vta.Compiler.Workloads;
using Vta.Isa;

namespace Vta.Cli.Workloads;

/// <summary>A 2D convolution with shift and clip: a layer of a known network, or any shape.</summary>
internal sealed class ConvolutionWorkload : Workload
{
    private const string Groups = "groups";
    private const string Dilation = "dilation";

    private static readonly WorkloadOption[] Sizes =
    [
        WindowOptions.InChannels, WindowOptions.OutChannels,
        new(Groups, "N", "groups of channels; as many as in-channels is depthwise (default 1)"),
        WindowOptions.Height, WindowOptions.Width,
        WindowOptions.Kernel("size of the kernel (default 3)"),
        WindowOptions.Pad("zeros around the input: on all sides, above and below x left and right, or top,left,bottom,right (default: half the kernel)"),
        WindowOptions.Stride("steps between outputs (default 1)"),
        new(Dilation, "N|HxW", "inputs from one tap of the kernel to the next (default 1)"),
    ];

    public override string Name => "conv2d";

    public override string Summary => "2D convolution, dense, grouped or depthwise, with bias, shift and clip";

    public override IReadOnlyList<string> Schedules { get; } = [AutoSchedule, SeedSchedule];

    public override IReadOnlyList<WorkloadOption> Options { get; } =
    [
        WindowOptions.Layer(Layers.Convolutions.Networks), WindowOptions.Batch, .. Sizes,
        ScheduleOptions.Bias, ScheduleOptions.Shift, ScheduleOptions.Residual, ScheduleOptions.Clip, ScheduleOptions.Pack,
        ScheduleOptions.Tile, ScheduleOptions.Threads, ScheduleOptions.ThreadAxis,
    ];

    private protected override CompiledWorkload CompileChecked(VtaConfig config, WorkloadArguments arguments)
    {
        var isSeed = arguments.Schedule == SeedSchedule;
        var stage = ScheduleOptions.ReadStage(arguments, config);
        foreach (var (what, isGiven) in ((string, bool)[])
            [("bias", stage.HasBias), ("residual", stage.HasResidual), ("shifts of channels", stage.HasChannelShifts)])
            RequireTutorial(what, isSeed && isGiven);
        var shape = WindowOptions.Find(arguments, config, "convolution", Layers.Convolutions, Sizes, inChannels => Read(arguments, inChannels)).Checked();
        RequireTutorial("groups", isSeed && shape.Groups > 1);
        RequireTutorial("dilation", isSeed && shape.DilationHeight * shape.DilationWidth > 1);
        RequireTutorial("packing", isSeed && arguments.Has(ScheduleOptions.Pack.Name));
        var packing = ScheduleOptions.ReadPacking(arguments);
        var title = $"{Name} {WindowOptions.Title(arguments, shape)}";
        return new ConvolutionTask
        {
            Title = title,
            Config = config,
            Shape = shape,
            Stage = stage,
            Seed = arguments.Seed,
            ChannelShifts = ScheduleOptions.ReadChannelShifts(arguments, shape.OutChannels),
            Packing = packing,
            Schedule = ScheduleOptions.Read(arguments, config, shape, packing ?? InputPacking.None),
            HasExpected = arguments.HasExpected,
            Tutorial = isSeed ? whole => Tutorial(config, whole, stage, title) : null,
        }.Compile();
    }

    private static ConvolutionShape Read(WorkloadArguments arguments, int inChannels)
    {
        var (dilationHeight, dilationWidth) = arguments.Pair(Dilation, (1, 1));
        return WindowOptions.Read(
            arguments,
            new ConvolutionShape
            {
                InChannels = inChannels,
                OutChannels = arguments.Number(WindowOptions.OutChannels.Name, inChannels),
                Groups = arguments.Number(Groups, 1),
                KernelHeight = 3,
                KernelWidth = 3,
                DilationHeight = dilationHeight,
                DilationWidth = dilationWidth,
            },
            pad: kernel => (kernel.Height / 2 * dilationHeight, kernel.Width / 2 * dilationWidth));
    }

    private static void RequireTutorial(string what, bool isGiven)
    {
        if (isGiven)
            throw new VtaInputException($"the tutorial's convolution has no {what}; use schedule auto");
    }

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
