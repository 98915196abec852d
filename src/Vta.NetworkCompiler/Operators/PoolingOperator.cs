using Vta.Compiler.Operators.Pooling;
using Vta.Compiler.Tensors;
using Vta.Isa;
using Vta.Isa.Requant;
using Vta.NetworkCompiler.Layouts;
using Vta.Networks.Graph.Nodes;
using Tensor = Vta.Networks.Graph.Tensors.Tensor;

namespace Vta.NetworkCompiler.Operators;

/// <summary>A pooling: greatest numbers, or sums that are requantised.</summary>
/// <param name="config">The hardware.</param>
/// <param name="node">The node.</param>
/// <param name="input">What it reads.</param>
/// <param name="image">That as images.</param>
/// <param name="shape">The pooling.</param>
/// <param name="parameters">What makes results of sums; null for greatest numbers.</param>
internal sealed class PoolingOperator(
    VtaConfig config, Node node, Tensor input, ImageShape image, PoolingShape shape, RequantParameters? parameters)
    : DeviceOperator(
        node,
        [new Operand(input, ActivationLayout.Output(image, config))],
        ActivationLayout.Output(new(image.Batch, shape.OutHeight, shape.OutWidth, image.Channels), config))
{
    private readonly PoolingTiling tiling = PoolingTiling.Choose(config, shape, PoolingGenerator.Planes(config, shape));

    internal override string Schedule => tiling.ToString();

    internal override OperatorCode Generate(IReadOnlyList<DramBuffer> inputs, DramBuffer output)
    {
        if (parameters is not { } end)
            return new OperatorCode(PoolingGenerator.Generate(config, shape, tiling, inputs[0], output), []);
        var constant = RequantLanes.ToConstant(config, [end]);
        return new OperatorCode(PoolingGenerator.Generate(config, shape, tiling, inputs[0], output, constant.Buffer), [constant]);
    }
}
