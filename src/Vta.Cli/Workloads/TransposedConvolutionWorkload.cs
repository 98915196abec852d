using Vta.Compiler.Operators.Convolution;
using Vta.Compiler.Workloads;
using Vta.Isa;

namespace Vta.Cli.Workloads;

/// <summary>A transposed 2D convolution with bias, shift and clip: a layer of a known network, or any shape.</summary>
internal sealed class TransposedConvolutionWorkload : Workload
{
    private const string OutputPadding = "output-padding";

    private static readonly WorkloadOption[] Sizes =
    [
        WindowOptions.InChannels, WindowOptions.OutChannels, WindowOptions.Height, WindowOptions.Width,
        WindowOptions.Kernel("size of the kernel (default 4)"),
        WindowOptions.Pad("rows and columns cut off around the output: on all sides, above and below x left and right, or top,left,bottom,right (default 1)"),
        new(OutputPadding, "N|HxW", "rows and columns added to the output at its end, less than a stride (default 0)"),
        WindowOptions.Stride("outputs from one input to the next (default 2)"),
    ];

    public override string Name => "conv2d-transpose";

    public override string Summary => "transposed 2D convolution with bias, shift and clip";

    public override IReadOnlyList<string> Schedules { get; } = [AutoSchedule];

    public override IReadOnlyList<WorkloadOption> Options { get; } =
    [
        WindowOptions.Layer(Layers.TransposedConvolutions.Names), WindowOptions.Batch, .. Sizes,
        ScheduleOptions.Bias, ScheduleOptions.Shift, ScheduleOptions.Residual, ScheduleOptions.Clip,
        ScheduleOptions.Tile, ScheduleOptions.Threads, ScheduleOptions.ThreadAxis,
    ];

    private protected override CompiledWorkload CompileChecked(VtaConfig config, WorkloadArguments arguments)
    {
        var shape = WindowOptions.Find(
            arguments, config, "transposed convolution", Layers.TransposedConvolutions, Sizes, inChannels => Read(arguments, inChannels)).Checked();
        return new ConvolutionTask
        {
            Title = $"{Name} {WindowOptions.Title(arguments, shape)}",
            Config = config,
            Shape = shape.AsConvolution(),
            Transposed = shape,
            Stage = ScheduleOptions.ReadStage(arguments, config),
            Seed = arguments.Seed,
            ChannelShifts = ScheduleOptions.ReadChannelShifts(arguments, shape.OutChannels),
            Packing = InputPacking.None,
            Schedule = ScheduleOptions.Read(arguments, config, shape.AsConvolution()),
            HasExpected = arguments.HasExpected,
        }.Compile();
    }

    private static TransposedConvolutionShape Read(WorkloadArguments arguments, int inChannels)
    {
        var (outputPadHeight, outputPadWidth) = arguments.Pair(OutputPadding, (0, 0), 0);
        return WindowOptions.Read(
            arguments,
            new TransposedConvolutionShape
            {
                InChannels = inChannels,
                OutChannels = arguments.Number(WindowOptions.OutChannels.Name, inChannels),
                KernelHeight = 4,
                KernelWidth = 4,
                PadHeight = 1,
                PadWidth = 1,
                StrideHeight = 2,
                StrideWidth = 2,
                OutputPadHeight = outputPadHeight,
                OutputPadWidth = outputPadWidth,
            });
    }
}
