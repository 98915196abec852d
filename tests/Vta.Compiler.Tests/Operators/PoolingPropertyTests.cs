using CsCheck;
using Vta.Compiler.Commands;
using Vta.Compiler.Operators;
using Vta.Compiler.Operators.Pooling;
using Vta.Compiler.Workloads;
using Vta.Isa;
using Vta.Isa.Alu;
using Vta.TestSupport;

namespace Vta.Compiler.Tests;

/// <summary>Poolings of any shape leave what their definition says.</summary>
public class PoolingPropertyTests
{
    private static readonly Gen<PoolingShape> s_shapes =
        from batch in Gen.Int[1, 3]
        from channels in Gen.Int[1, 40]
        from kernelHeight in Gen.Int[1, 5]
        from kernelWidth in Gen.Int[1, 5]
        from top in Gen.Int[0, kernelHeight / 2]
        from bottom in Gen.Int[0, kernelHeight / 2]
        from left in Gen.Int[0, kernelWidth / 2]
        from right in Gen.Int[0, kernelWidth / 2]
        from height in Gen.Int[Math.Max(1, kernelHeight - top - bottom), 20]
        from width in Gen.Int[Math.Max(1, kernelWidth - left - right), 20]
        from strideHeight in Gen.Int[1, 4]
        from strideWidth in Gen.Int[1, 4]
        from isMax in Gen.Bool
        select new PoolingShape
        {
            Kind = isMax ? PoolingKind.Max : PoolingKind.Average,
            Batch = batch,
            Channels = channels,
            Height = height,
            Width = width,
            KernelHeight = kernelHeight,
            KernelWidth = kernelWidth,
            PadHeight = new Padding(top, bottom),
            PadWidth = new Padding(left, right),
            StrideHeight = strideHeight,
            StrideWidth = strideWidth,
        };

    [Fact]
    public void PoolingIsRight() => Gen.Select(Gen.Int[0, TestConfigs.All.Count - 1], s_shapes).Sample(
        (config, shape) =>
        {
            try
            {
                Fsim.Verify(PoolingTask.Compile($"{shape}", TestConfigs.All[config], shape.Checked(), 1));
            }
            catch (VtaInputException error)
            {
                error.Message.Should().MatchRegex("^an average (of|over) [0-9]+ numbers|^a window needs");
            }
        },
        iter: 150,
        threads: 1);

    /// <summary>What the ALU makes of every possible sum is its average, for all windows of up to 13x13 numbers.</summary>
    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(8)]
    public void EverySumIsAveragedExactly(int width)
    {
        for (var count = 1; count <= 169; count++)
        {
            var operations = AverageOperations.Of(count, width, 32).Cast<KernelOperation.Alu>().ToList();
            for (var sum = -count << (width - 1); sum <= count * ((1 << (width - 1)) - 1); sum++)
            {
                var value = operations.Aggregate(sum, (accumulator, step) => step.Operation.Evaluate(new IntegerAlgebra(32), accumulator, step.Immediate!.Value));
                if (value != Math.Floor((sum + count / 2) / (double)count))
                    Assert.Fail($"{sum} / {count} became {value}");
            }
        }
    }
}
