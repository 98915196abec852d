using Vta.Isa;

namespace Vta.Compiler;

/// <summary>A transposed 2D convolution with bias, shift and clip: a layer of a known network, or any shape.</summary>
internal sealed class TransposedConvolutionWorkload : Workload
{
    private static readonly WorkloadOption[] Sizes =
    [
        WindowOptions.InChannels, WindowOptions.OutChannels, WindowOptions.Height, WindowOptions.Width,
        WindowOptions.Kernel("size of the kernel (default 4)"),
        WindowOptions.Pad("rows and columns cut off around the output (default 1)"),
        WindowOptions.Stride("outputs from one input to the next (default 2)"),
    ];

    public override string Name => "conv2d-transpose";

    public override string Summary => "transposed 2D convolution with bias, shift and clip";

    public override IReadOnlyList<string> Schedules { get; } = [AutoSchedule];

    public override IReadOnlyList<WorkloadOption> Options { get; } =
    [
        WindowOptions.Layer(Layers.TransposedConvolutions.Names), WindowOptions.Batch, .. Sizes,
        ScheduleOptions.Bias, ScheduleOptions.Shift, ScheduleOptions.Clip,
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
            Schedule = ScheduleOptions.Read(arguments, config, shape.AsConvolution()),
        }.Compile();
    }

    private static TransposedConvolutionShape Read(WorkloadArguments arguments, int inChannels) => WindowOptions.Read(
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
        });
}
