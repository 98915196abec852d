using Vta.Compiler.Operators.Pooling;
using Vta.Compiler.Workloads;
using Vta.Isa;

namespace Vta.Cli.Workloads;

/// <summary>A 2D pooling: that of ResNet-18, or any shape.</summary>
internal sealed class PoolingWorkload : Workload
{
    private const string Channels = "channels";

    private readonly PoolingShape defaults;

    private PoolingWorkload(string name, string summary, PoolingShape defaults)
    {
        Name = name;
        Summary = summary;
        this.defaults = defaults;
        Options =
        [
            WindowOptions.Batch,
            new(Channels, "N", $"channels (default {defaults.Channels})"),
            new(WindowOptions.Height.Name, "N", $"rows of the input (default {defaults.Height})"),
            WindowOptions.Width,
            WindowOptions.Kernel($"size of the window (default {defaults.KernelHeight})"),
            WindowOptions.Pad($"padding around the input: on all sides, above and below x left and right, or top,left,bottom,right (default {defaults.PadHeight}; 0 with kernel)"),
            WindowOptions.Stride($"steps between windows (default {defaults.StrideHeight}; the window with kernel)"),
        ];
    }

    public override string Name { get; }

    public override string Summary { get; }

    public override IReadOnlyList<WorkloadOption> Options { get; }

    public override IReadOnlyList<string> Schedules { get; } = [AutoSchedule];

    /// <summary>The pooling after the first layer of ResNet-18, unless it is told another.</summary>
    internal static PoolingWorkload Max { get; } = new("max-pool2d", "2D pooling, the greatest numbers of windows", new PoolingShape
    {
        Kind = PoolingKind.Max,
        Channels = 64,
        Height = 112,
        Width = 112,
        KernelHeight = 3,
        KernelWidth = 3,
        PadHeight = 1,
        PadWidth = 1,
        StrideHeight = 2,
        StrideWidth = 2,
    });

    /// <summary>The pooling before the last layer of ResNet-18, unless it is told another.</summary>
    internal static PoolingWorkload Average { get; } = new("avg-pool2d", "2D pooling, rounded averages of windows", new PoolingShape
    {
        Kind = PoolingKind.Average,
        Channels = 512,
        Height = 7,
        Width = 7,
        KernelHeight = 7,
        KernelWidth = 7,
        StrideHeight = 7,
        StrideWidth = 7,
    });

    private protected override CompiledWorkload CompileChecked(VtaConfig config, WorkloadArguments arguments)
    {
        var shape = Shape(config, arguments).Checked();
        return PoolingTask.Compile($"{Name} {shape}", config, shape, arguments.Seed, arguments.HasExpected);
    }

    private PoolingShape Shape(VtaConfig config, WorkloadArguments arguments) => WindowOptions.Read(
        arguments,
        defaults with { Batch = arguments.Number(WindowOptions.Batch.Name, config.Batch), Channels = arguments.Number(Channels, defaults.Channels) },
        pad: arguments.Has(WindowOptions.KernelName) ? _ => (0, 0) : null,
        stride: arguments.Has(WindowOptions.KernelName) ? kernel => kernel : null);
}
