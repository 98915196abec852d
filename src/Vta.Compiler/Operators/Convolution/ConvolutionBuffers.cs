using Vta.Compiler.Tensors;
using Vta.Isa;

namespace Vta.Compiler.Operators.Convolution;

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
    /// <summary>An accumulator element for each block of output channels; null where all have the same shift.</summary>
    public DramBuffer? Shifts { get; init; }

    /// <summary>An element of parameters for each block of output channels; null where nothing is requantised.</summary>
    public DramBuffer? Parameters { get; init; }

    /// <summary>What borders of the input hold; null for zeros. Others need the extension of pad values.</summary>
    public int? PadValue { get; init; }

    /// <summary>As the output, a byte a number; null without residual.</summary>
    public DramBuffer? Residual { get; init; }

    /// <summary>Buffers of the right sizes.</summary>
    /// <exception cref="VtaInputException">The shape is none, or too large.</exception>
    public static ConvolutionBuffers Create(ConvolutionShape shape, OutputStage stage, VtaConfig config)
    {
        var layout = new ConvolutionLayout(shape.Checked(), config);
        var outChannels = layout.Parts * layout.OutChannels;
        int[] outputs = [layout.Batches, outChannels, shape.OutHeight, shape.OutWidth];
        return new ConvolutionBuffers(
            DramBuffer.OfElements("data", [layout.Batches, layout.Parts * layout.InChannels, shape.Height, shape.Width], config.Inp),
            layout.Depthwise is { } depthwise
                ? DramBuffer.OfElements("kernel", [outChannels, depthwise.Elements, 1, 1], config.Wgt)
                : DramBuffer.OfElements("kernel", [outChannels, layout.InChannels, shape.KernelHeight, shape.KernelWidth], config.Wgt),
            stage.HasBias ? DramBuffer.OfElements("bias", [1, outChannels, 1, 1], config.Acc) : null,
            DramBuffer.OfElements("res", outputs, config.Out))
        {
            Shifts = stage.HasChannelShifts ? DramBuffer.OfElements("shifts", [1, outChannels, 1, 1], config.Acc) : null,
            Parameters = stage.Requantizes ? DramBuffer.OfElements("parameters", [1, outChannels, 1, 1], RequirePar(config)) : null,
            Residual = stage.HasResidual ? DramBuffer.Of8BitElements("residual", outputs, config.Acc) : null,
        };
    }

    private static BufferShape RequirePar(VtaConfig config) =>
        config.Par ?? throw new VtaInputException("requantisation needs a configuration with LOG_PAR_BUFF_SIZE");
}
