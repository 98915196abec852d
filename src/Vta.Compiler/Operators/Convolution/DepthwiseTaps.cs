using Vta.Isa;

namespace Vta.Compiler.Operators.Convolution;

/// <summary>
/// How the extension of depthwise convolution takes the taps of a kernel. An instruction goes along an axis of the image, a step for each input, and multiplies a
/// run of taps at once; taps of the other axis, and what is more than a run, are instructions of their own. With a stride, a run has every stride-th tap.
/// </summary>
internal sealed class DepthwiseTaps
{
    private DepthwiseTaps(bool isAlongRows, int others, IReadOnlyList<Run> runs)
    {
        IsAlongRows = isAlongRows;
        Others = others;
        Runs = runs;
    }

    /// <summary>Whether instructions go down columns, from row to row; else along rows.</summary>
    internal bool IsAlongRows { get; }

    /// <summary>Taps of the other axis.</summary>
    internal int Others { get; }

    /// <summary>The runs, for each tap of the other axis.</summary>
    internal IReadOnlyList<Run> Runs { get; }

    /// <summary>Weight elements of a part of the channels, which are its instructions too.</summary>
    internal int Elements => Others * Runs.Count;

    /// <summary>The most steps before the first that writes.</summary>
    internal int MostFill => Runs.Max(run => run.Taps) - 1;

    /// <summary>Steps for a tile of outputs.</summary>
    internal long Steps(int rows, int columns)
    {
        var (along, across) = IsAlongRows ? (rows, columns) : (columns, rows);
        return (long)Others * across * Runs.Sum(run => along + run.Taps - 1);
    }

    /// <summary>The taps of a convolution; null where it is none that the extension is for.</summary>
    internal static DepthwiseTaps? Of(ConvolutionShape shape, ChannelParts parts, VtaConfig config)
    {
        var isDepthwise = shape.Groups > 1 && shape.Groups == shape.InChannels && shape.Groups == shape.OutChannels && parts is { InBlocks: 1, OutBlocks: 1 }
            && Math.Max(shape.DilationHeight, shape.DilationWidth) == 1 && Math.Max(shape.InputDilationHeight, shape.InputDilationWidth) == 1;
        if (!config.HasDepthwise || !isDepthwise)
            return null;
        var alongRows = new DepthwiseTaps(true, shape.KernelWidth, [.. RunsOf(shape.KernelHeight, shape.StrideHeight, config.DepthwiseTaps)]);
        var alongColumns = new DepthwiseTaps(false, shape.KernelHeight, [.. RunsOf(shape.KernelWidth, shape.StrideWidth, config.DepthwiseTaps)]);
        var best = alongRows.Steps(shape.OutHeight, shape.OutWidth) < alongColumns.Steps(shape.OutHeight, shape.OutWidth) ? alongRows : alongColumns;
        // Two threads have room for a part each.
        return 2 * best.Elements <= config.Wgt.Depth ? best : null;
    }

    private static IEnumerable<Run> RunsOf(int kernel, int stride, int most)
    {
        for (var phase = 0; phase < Math.Min(stride, kernel); phase++)
        {
            var taps = (kernel - phase + stride - 1) / stride;
            for (var first = 0; first < taps; first += most)
                yield return new Run(phase + first * stride, Math.Min(most, taps - first), stride);
        }
    }

    /// <summary>Taps that an instruction multiplies.</summary>
    /// <param name="First">The first.</param>
    /// <param name="Taps">How many.</param>
    /// <param name="Stride">From one to the next.</param>
    internal readonly record struct Run(int First, int Taps, int Stride);
}
