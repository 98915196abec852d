using Vta.Isa;

namespace Vta.Compiler.Operators.Convolution;

/// <summary>
/// How a convolution is cut into tiles. Blocks count elements: batch, input and output channels in blocks of the hardware, channels those of
/// one part of the groups.
/// </summary>
/// <param name="Batch">Rows of batches in a tile.</param>
/// <param name="OutChannel">Output channels in a tile.</param>
/// <param name="InChannel">Input channels loaded at a time.</param>
/// <param name="Height">Output rows in a tile.</param>
/// <param name="Width">Output columns in a tile.</param>
public sealed record ConvolutionSchedule(int Batch, int OutChannel, int InChannel, int Height, int Width)
{
    /// <summary>Parts of the groups in a tile.</summary>
    public int Group { get; init; } = 1;

    /// <summary>Rows and columns of the kernel loaded at a time; null for all of it.</summary>
    public (int Rows, int Columns)? Kernel { get; init; }

    /// <summary>Virtual threads: 2 work on one tile each, so that one loads while the other computes. Each has its part of the buffers.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>Where the tiles of the threads lie.</summary>
    public ThreadAxis ThreadAxis { get; init; } = ThreadAxis.OutChannel;

    /// <summary>All of a convolution in one tile.</summary>
    /// <param name="config">The hardware.</param>
    /// <param name="shape">The convolution.</param>
    /// <param name="packing">How the host packs its input.</param>
    public static ConvolutionSchedule Whole(VtaConfig config, ConvolutionShape shape, InputPacking packing)
    {
        var layout = new ConvolutionLayout(PackedConvolution.Of(shape, packing).Shape, config);
        return new ConvolutionSchedule(layout.Batches, layout.OutChannels, layout.InChannels, layout.Rows.Outputs, layout.Columns.Outputs)
        {
            Kernel = (layout.Rows.Kernel, layout.Columns.Kernel),
        };
    }

    public override string ToString()
    {
        var axis = ThreadAxis switch
        {
            ThreadAxis.Batch => "b",
            ThreadAxis.Group => "g",
            ThreadAxis.Height => "h",
            _ => "oc",
        };
        var group = Group == 1 ? "" : $"g {Group}, ";
        var kernel = Kernel is { } taps ? $"kernel {taps.Rows}x{taps.Columns}, " : "";
        var threads = Threads == 1 ? "1 thread" : $"{Threads} threads along {axis}";
        return $"b {Batch}, {group}oc {OutChannel}, ic {InChannel}, h {Height}, w {Width}, {kernel}{threads}";
    }
}
