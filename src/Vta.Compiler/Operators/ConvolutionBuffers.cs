using Vta.Isa;

namespace Vta.Compiler;

/// <summary>The buffers of a convolution in DRAM, in the layout of <see cref="BlockedLayout"/>.</summary>
/// <param name="Data">The input.</param>
/// <param name="Kernel">The weights.</param>
/// <param name="Bias">An accumulator element for each block of output channels; null without bias.</param>
/// <param name="Result">The output.</param>
public sealed record ConvolutionBuffers(DramBuffer Data, DramBuffer Kernel, DramBuffer? Bias, DramBuffer Result)
{
    /// <summary>Buffers of the right sizes.</summary>
    public static ConvolutionBuffers Create(ConvolutionShape shape, OutputStage stage, VtaConfig config)
    {
        var layout = new ConvolutionLayout(shape, config);
        return new ConvolutionBuffers(
            new DramBuffer("data", (long)layout.Batches * layout.InChannels * shape.Height * shape.Width * config.Inp.ElemBytes),
            new DramBuffer("kernel", (long)layout.OutChannels * layout.InChannels * layout.Taps * config.Wgt.ElemBytes),
            stage.HasBias ? new DramBuffer("bias", (long)layout.OutChannels * config.Acc.ElemBytes) : null,
            new DramBuffer("res", (long)layout.Batches * layout.OutChannels * shape.OutHeight * shape.OutWidth * config.Out.ElemBytes));
    }
}
