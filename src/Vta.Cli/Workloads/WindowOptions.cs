using Vta.Compiler;
using Vta.Compiler.Operators;
using Vta.Compiler.Workloads;
using Vta.Isa;

namespace Vta.Cli.Workloads;

/// <summary>The options that give the shape of a convolution or pooling: a known layer, or sizes.</summary>
internal static class WindowOptions
{
    private const string LayerName = "layer";
    private const string BatchName = "batch";
    private const string HeightName = "height";
    private const string WidthName = "width";
    internal const string KernelName = "kernel";
    private const string PadName = "pad";
    private const string StrideName = "stride";

    internal static WorkloadOption Batch { get; } = new(BatchName, "N", "images (default: BATCH of the configuration)");

    internal static WorkloadOption InChannels { get; } = new("in-channels", "N", "input channels, instead of a layer");

    internal static WorkloadOption OutChannels { get; } = new("out-channels", "N", "output channels (default: as input)");

    internal static WorkloadOption Height { get; } = new(HeightName, "N", "rows of the input");

    internal static WorkloadOption Width { get; } = new(WidthName, "N", "columns of the input (default: as rows)");

    internal static WorkloadOption Layer(IEnumerable<string> names) => new(LayerName, "NAME", $"a known layer: {string.Join(", ", names)}");

    internal static WorkloadOption Kernel(string help) => new(KernelName, "N|HxW", help);

    internal static WorkloadOption Pad(string help) => new(PadName, "N|HxW|T,L,B,R", help);

    internal static WorkloadOption Stride(string help) => new(StrideName, "N|HxW", help);

    /// <summary>The layer's name, or else the shape's sizes.</summary>
    internal static string Title(WorkloadArguments arguments, WindowShape shape) => arguments.Text(LayerName) ?? shape.ToString();

    /// <summary>The shape that is asked for.</summary>
    /// <param name="arguments">The options given.</param>
    /// <param name="config">Its BATCH is the default of images.</param>
    /// <param name="what">What it is a shape of.</param>
    /// <param name="layers">The layers that can be named.</param>
    /// <param name="sizes">The options that give a shape instead of a layer.</param>
    /// <param name="read">Reads a shape given by sizes.</param>
    /// <exception cref="VtaInputException">Neither layer nor sizes are given, or both.</exception>
    internal static TShape Find<TShape>(
        WorkloadArguments arguments, VtaConfig config, string what, LayerTable<TShape> layers, IEnumerable<WorkloadOption> sizes, Func<int, TShape> read)
        where TShape : WindowShape
    {
        var batch = arguments.Number(BatchName, config.Batch);
        if (arguments.Text(LayerName) is { } layer)
        {
            return sizes.FirstOrDefault(option => arguments.Has(option.Name)) is { } size
                ? throw new VtaInputException($"{LayerName} and {size.Name} contradict each other; give one of them")
                : layers.Find(layer) with { Batch = batch };
        }
        if (!arguments.Has(InChannels.Name) || !arguments.Has(HeightName))
            throw new VtaInputException($"which {what}? Give {LayerName} ({string.Join(", ", layers.Names)}), or {InChannels.Name} and {HeightName}");
        return read(arguments.Number(InChannels.Name, 1)) with { Batch = batch };
    }

    /// <summary>A shape with the sizes that are given.</summary>
    /// <param name="arguments">The options given.</param>
    /// <param name="shape">The shape where they are not.</param>
    /// <param name="pad">Padding that belongs to a kernel; that of <paramref name="shape"/> when left out.</param>
    /// <param name="stride">Stride that belongs to a kernel; that of <paramref name="shape"/> when left out.</param>
    internal static TShape Read<TShape>(
        WorkloadArguments arguments,
        TShape shape,
        Func<(int Height, int Width), (Padding, Padding)>? pad = null,
        Func<(int Height, int Width), (int, int)>? stride = null)
        where TShape : WindowShape
    {
        var height = arguments.Number(HeightName, shape.Height);
        var kernel = arguments.Pair(KernelName, (shape.KernelHeight, shape.KernelWidth));
        var (padHeight, padWidth) = arguments.Padding(PadName, pad?.Invoke(kernel) ?? (shape.PadHeight, shape.PadWidth));
        var (strideHeight, strideWidth) = arguments.Pair(StrideName, stride?.Invoke(kernel) ?? (shape.StrideHeight, shape.StrideWidth));
        return shape with
        {
            Height = height,
            Width = arguments.Number(WidthName, arguments.Has(HeightName) ? height : shape.Width),
            KernelHeight = kernel.Height,
            KernelWidth = kernel.Width,
            PadHeight = padHeight,
            PadWidth = padWidth,
            StrideHeight = strideHeight,
            StrideWidth = strideWidth,
        };
    }
}
