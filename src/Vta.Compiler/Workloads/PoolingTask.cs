using Vta.Compiler.Operators.Pooling;
using Vta.Compiler.Programs;
using Vta.Compiler.Recording;
using Vta.Compiler.Tensors;
using Vta.Isa;

namespace Vta.Compiler.Workloads;

/// <summary>Compiles one pooling with random inputs.</summary>
public static class PoolingTask
{
    /// <param name="title">Name of the program.</param>
    /// <param name="config">The hardware.</param>
    /// <param name="shape">The pooling.</param>
    /// <param name="seed">Seed of the inputs.</param>
    /// <param name="hasExpected">Whether the bundle has the result that plain arithmetic gives.</param>
    /// <exception cref="VtaInputException">The hardware cannot do it.</exception>
    public static CompiledWorkload Compile(string title, VtaConfig config, PoolingShape shape, int seed, bool hasExpected = true)
    {
        var planes = PoolingGenerator.Planes(config, shape);
        var (images, blocks) = (BlockedLayout.Blocks(shape.Batch, config.Batch), BlockedLayout.Blocks(shape.Channels, config.BlockOut));
        var data = DramBuffer.Of8BitElements("data", [images, blocks, shape.Height, shape.Width], config.Acc);
        var result = DramBuffer.OfElements("res", [images, blocks, shape.OutHeight, shape.OutWidth], config.Out);
        var tiling = PoolingTiling.Choose(config, shape, planes);
        var program = LoopIrRecorder.Record(config, title, PoolingGenerator.Generate(config, shape, tiling, data, result));

        var input = Tensor.Random(new Random(seed), config.OutWidth, shape.Batch, shape.Channels, shape.Height, shape.Width);
        var expected = hasExpected ? Bytes(PoolingReference.Compute(shape, input), config.OutWidth) : null;
        return new CompiledWorkload
        {
            Title = title,
            Schedule = tiling.ToString(),
            Program = program,
            Bundle = BundleBuilder.Build(program, [(data, Bytes(input, 8))], [(result, expected)]),
        };

        byte[] Bytes(Tensor tensor, int width) => BitPacking.ToBytes(BlockedLayout.Pack(tensor, config.Batch, config.BlockOut), width);
    }
}
