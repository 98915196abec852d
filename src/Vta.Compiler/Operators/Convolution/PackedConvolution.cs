using Vta.Compiler.Commands;
using Vta.Compiler.Tensors;
using Vta.Isa;

namespace Vta.Compiler.Operators.Convolution;

/// <summary>A convolution whose input the host packs: the convolution that the accelerator sees, and what becomes of the tensors.</summary>
internal sealed class PackedConvolution
{
    private readonly ConvolutionShape declared;
    private readonly PackedAxis rows;
    private readonly PackedAxis columns;

    private PackedConvolution(ConvolutionShape declared, InputPacking packing, PackedAxis rows, PackedAxis columns)
    {
        this.declared = declared;
        this.rows = rows;
        this.columns = columns;
        Packing = packing;
        var (height, width) = (rows.Packed, columns.Packed);
        Shape = declared with
        {
            InChannels = declared.InChannels * Taps,
            Height = height.Length,
            Width = width.Length,
            KernelHeight = height.Kernel,
            KernelWidth = width.Kernel,
            PadHeight = height.Pad,
            PadWidth = width.Pad,
            StrideHeight = height.Stride,
            StrideWidth = width.Stride,
            DilationHeight = height.TapDilation,
            DilationWidth = width.TapDilation,
        };
    }

    internal InputPacking Packing { get; }

    /// <summary>The convolution that the accelerator sees.</summary>
    internal ConvolutionShape Shape { get; }

    /// <summary>Whether the input in memory is another than the declared one.</summary>
    internal bool IsPacked => rows.Layout != PackedAxisLayout.Plain || columns.Layout != PackedAxisLayout.Plain;

    private int Taps => rows.UnrolledTaps * columns.UnrolledTaps;

    /// <summary>A convolution with its input packed. Padding that loads cannot add is in memory.</summary>
    internal static PackedConvolution Of(ConvolutionShape shape, InputPacking packing)
    {
        var rows = new PackedAxis(PackedAxisLayout.Plain, shape.Height, shape.OutHeight, shape.KernelHeight, shape.PadHeight,
            shape.StrideHeight, shape.DilationHeight, shape.InputDilationHeight);
        var columns = new PackedAxis(PackedAxisLayout.Plain, shape.Width, shape.OutWidth, shape.KernelWidth, shape.PadWidth,
            shape.StrideWidth, shape.DilationWidth, shape.InputDilationWidth);
        return new PackedConvolution(shape, packing, Lay(rows, packing == InputPacking.Patches), Lay(columns, packing != InputPacking.None));

        static PackedAxis Lay(PackedAxis axis, bool unroll) => axis with
        {
            Layout = unroll ? PackedAxisLayout.Unrolled
                : axis.MostLoadedPad > TransferLimits.MaxPadding ? PackedAxisLayout.Padded
                : PackedAxisLayout.Plain,
        };
    }

    /// <summary>Whether the packed input is a tensor that can be.</summary>
    internal bool Fits(VtaConfig config)
    {
        var layout = new ConvolutionLayout(Shape, config);
        return (Int128)layout.Batches * layout.Parts * layout.InChannels * Shape.Height * Shape.Width * config.Inp.ElemValues <= DramBuffer.MaxValues;
    }

    /// <summary>The input as the host packs it.</summary>
    /// <param name="input">(Batch, InChannels, Height, Width).</param>
    /// <param name="border">What is outside of the input.</param>
    internal Tensor Input(Tensor input, int border = 0)
    {
        if (!IsPacked)
            return input;
        var packed = new Tensor(input.Shape[0], declared.InChannels * Taps, Shape.Height, Shape.Width);
        Parallel.For(0, packed.Shape[0] * packed.Shape[1], plane =>
        {
            var (batch, packedChannel) = Math.DivRem(plane, packed.Shape[1]);
            var (channel, tap) = Math.DivRem(packedChannel, Taps);
            var (dy, dx) = Math.DivRem(tap, columns.UnrolledTaps);
            for (var y = 0; y < Shape.Height; y++)
            {
                for (var x = 0; x < Shape.Width; x++)
                {
                    var (row, column) = (rows.Source(y, dy), columns.Source(x, dx));
                    var isInside = row >= 0 && row < declared.Height && column >= 0 && column < declared.Width;
                    packed[batch, packedChannel, y, x] = isInside ? input[batch, channel, row, column] : border;
                }
            }
        });
        return packed;
    }

    /// <summary>The kernel for that.</summary>
    internal Tensor Kernel(Tensor kernel)
    {
        var packed = new Tensor(declared.OutChannels, declared.InChannelsOfGroup * Taps, Shape.KernelHeight, Shape.KernelWidth);
        for (var channel = 0; channel < declared.OutChannels; channel++)
        {
            for (var inChannel = 0; inChannel < declared.InChannelsOfGroup; inChannel++)
            {
                for (var dy = 0; dy < declared.KernelHeight; dy++)
                {
                    for (var dx = 0; dx < declared.KernelWidth; dx++)
                    {
                        // A tap is a channel or stays one.
                        var (unrolledRow, row) = rows.UnrolledTaps > 1 ? (dy, 0) : (0, dy);
                        var (unrolledColumn, column) = columns.UnrolledTaps > 1 ? (dx, 0) : (0, dx);
                        var packedChannel = (inChannel * rows.UnrolledTaps + unrolledRow) * columns.UnrolledTaps + unrolledColumn;
                        packed[channel, packedChannel, row, column] = kernel[channel, inChannel, dy, dx];
                    }
                }
            }
        }
        return packed;
    }
}
