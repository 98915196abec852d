using Vta.Isa;

namespace Vta.Compiler;

/// <summary>
/// The buffers of a convolution in DRAM, in the layout of <see cref="BlockedLayout"/>; with groups, each part of the channels fills up its
/// blocks.
/// </summary>
/// <param name="Data">The input.</param>
/// <param name="Kernel">The weights.</param>
/// <param name="Bias">An accumulator element for each block of output channels; null without bias.</param>
/// <param name="Result">The output.</param>
public sealed record ConvolutionBuffers(DramBuffer Data, DramBuffer Kernel, DramBuffer? Bias, DramBuffer Result)
{
    /// <summary>Buffers of the right sizes.</summary>
    /// <exception cref="VtaInputException">The shape is none, or too large.</exception>
    public static ConvolutionBuffers Create(ConvolutionShape shape, OutputStage stage, VtaConfig config)
    {
        var layout = new ConvolutionLayout(shape.Checked(), config);
        return new ConvolutionBuffers(
            DramBuffer.OfElements("data", [layout.Batches, layout.Parts * layout.InChannels, shape.Height, shape.Width], config.Inp),
            DramBuffer.OfElements("kernel", [layout.Parts * layout.OutChannels, layout.InChannels, shape.KernelHeight, shape.KernelWidth], config.Wgt),
            stage.HasBias ? DramBuffer.OfElements("bias", [1, layout.Parts * layout.OutChannels, 1, 1], config.Acc) : null,
            DramBuffer.OfElements("res", [layout.Batches, layout.Parts * layout.OutChannels, shape.OutHeight, shape.OutWidth], config.Out));
    }
}
