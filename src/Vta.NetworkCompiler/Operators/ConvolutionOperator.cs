using Vta.Compiler.Operators.Convolution;
using Vta.Compiler.Tensors;
using Vta.Compiler.Tilings;
using Vta.Isa;
using Vta.Isa.Requant;
using Vta.NetworkCompiler.Layouts;

namespace Vta.NetworkCompiler.Operators;

/// <summary>A convolution, or a product with weights.</summary>
internal sealed class ConvolutionOperator : DeviceOperator
{
    private static readonly OutputStage Stage = new() { Requantizes = true };

    private readonly VtaConfig config;
    private readonly Accumulation accumulation;
    private readonly IReadOnlyList<RequantParameters> parameters;
    private readonly ConvolutionPlan plan;
    private readonly ConvolutionPacking packing;

    private ConvolutionOperator(
        VtaConfig config, Accumulation accumulation, IReadOnlyList<RequantParameters> parameters, ConvolutionPlan plan, ConvolutionPacking packing, IOperandLayout layout)
        : base(accumulation.Node, [new Operand(accumulation.Input, layout)], ActivationLayout.Output(accumulation.Output, config))
    {
        (this.config, this.accumulation, this.parameters, this.plan, this.packing) = (config, accumulation, parameters, plan, packing);
    }

    internal override string Schedule => plan.ToString();

    /// <summary>The operator with the fewest cycles.</summary>
    /// <param name="config">The hardware.</param>
    /// <param name="accumulation">What it computes.</param>
    /// <param name="parameters">Of each output channel.</param>
    /// <param name="isFromHost">Whether the host puts the input into memory, and may pack it.</param>
    /// <exception cref="VtaInputException">Not even the smallest tile fits.</exception>
    internal static ConvolutionOperator Create(
        VtaConfig config, Accumulation accumulation, IReadOnlyList<RequantParameters> parameters, bool isFromHost)
    {
        var plan = ConvolutionPlan.Choose(config, accumulation.Shape, Stage, isFromHost ? null : InputPacking.None);
        // With more channels in a group, groups may be put together in another way, and outputs then lie in another.
        if (!ChannelParts.Of(plan.Packed.Shape, config).KeepsChannels(plan.Packed.Shape, config) && plan.Packed.Packing != InputPacking.None)
            plan = ConvolutionPlan.Choose(config, accumulation.Shape, Stage, InputPacking.None);
        var packing = new ConvolutionPacking(plan.Packed, config, transposed: null);
        var image = accumulation.Image;
        if (!plan.Packed.IsPacked)
            return new(config, accumulation, parameters, plan, packing, ActivationLayout.Input(image, config));
        var buffer = ConvolutionBuffers.Create(plan.Packed.Shape, Stage, config).Data;
        return new(config, accumulation, parameters, plan, packing, new PackedInputLayout(image, packing, accumulation.ZeroPoint, [.. buffer.Shape.Take(4)], (int)buffer.Bytes));
    }

    internal override OperatorCode Generate(IReadOnlyList<DramBuffer> inputs, DramBuffer output)
    {
        var shape = plan.Packed.Shape;
        var own = ConvolutionBuffers.Create(shape, Stage, config);
        var lanes = RequantLanes.ToConstant(config, "parameters", parameters);
        var buffers = new ConvolutionBuffers(inputs[0], own.Kernel, Bias: null, output)
        {
            Parameters = lanes.Buffer,
            PadValue = accumulation.ZeroPoint,
        };
        var weights = BitPacking.ToBytes(packing.Kernel(accumulation.Kernel), config.WgtWidth);
        return new OperatorCode(
            ConvolutionGenerator.Generate(config, shape, Stage, plan.Schedule, buffers),
            [(own.Kernel, weights), lanes]);
    }
}
