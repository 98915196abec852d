using CsCheck;
using Vta.Compiler.Operators;
using Vta.Compiler.Operators.Convolution;
using Vta.Compiler.Workloads;
using Vta.Isa;
using Vta.TestSupport;

namespace Vta.Compiler.Tests;

/// <summary>Transposed convolutions of any shape leave what their definition says.</summary>
public class TransposedConvolutionPropertyTests
{
    private static readonly Gen<TransposedConvolutionShape> s_shapes =
        from batch in Gen.Int[1, 3]
        from inChannels in Gen.Int[1, 40]
        from outChannels in Gen.Int[1, 40]
        from height in Gen.Int[2, 5]
        from width in Gen.Int[2, 5]
        from kernelHeight in Gen.Int[1, 4]
        from kernelWidth in Gen.Int[1, 4]
        from top in Gen.Int[0, (kernelHeight - 1) / 2]
        from bottom in Gen.Int[0, (kernelHeight - 1) / 2]
        from left in Gen.Int[0, (kernelWidth - 1) / 2]
        from right in Gen.Int[0, (kernelWidth - 1) / 2]
        from strideHeight in Gen.Int[1, 4]
        from strideWidth in Gen.Int[1, 4]
        from outputPadHeight in Gen.Int[0, strideHeight - 1]
        from outputPadWidth in Gen.Int[0, strideWidth - 1]
        select new TransposedConvolutionShape
        {
            Batch = batch,
            InChannels = inChannels,
            OutChannels = outChannels,
            Height = height,
            Width = width,
            KernelHeight = kernelHeight,
            KernelWidth = kernelWidth,
            PadHeight = new Padding(top, bottom),
            PadWidth = new Padding(left, right),
            StrideHeight = strideHeight,
            StrideWidth = strideWidth,
            OutputPadHeight = outputPadHeight,
            OutputPadWidth = outputPadWidth,
        };

    [Fact]
    public void FoundScheduleIsRight() => Gen.Select(Gen.Int[0, TestConfigs.All.Count - 1], s_shapes, Gen.Bool).Sample(
        (config, shape, hasBias) => Verify(config, shape, hasBias, null), iter: 300, threads: 1);

    [Fact]
    public void AnyScheduleIsRightOrRefused()
    {
        var verified = 0;
        Gen.Select(Gen.Int[0, TestConfigs.All.Count - 1], s_shapes, Gen.Bool, ConvolutionPropertyTests.Schedules).Sample(
            (config, shape, hasBias, schedule) =>
            {
                // Tiles are multiples of the stride, nearly always.
                var stretched = schedule.Batch == 5 ? schedule : schedule with
                {
                    Height = schedule.Height * shape.StrideHeight,
                    Width = schedule.Width * shape.StrideWidth,
                };
                if (stretched.Kernel is { } kernel)
                    stretched = stretched with { Kernel = (kernel.Rows * shape.StrideHeight, kernel.Columns * shape.StrideWidth) };
                try
                {
                    Verify(config, shape, hasBias, ConvolutionPropertyTests.Within(stretched, TestConfigs.All[config], shape.AsConvolution()));
                    verified++;
                }
                catch (VtaInputException exception)
                {
                    exception.Message.Should().MatchRegex("tiles|uop buffer|with a stride of");
                }
            },
            iter: 400,
            threads: 1);
        verified.Should().BeGreaterThan(100);
    }

    private static void Verify(int config, TransposedConvolutionShape shape, bool hasBias, ConvolutionSchedule? schedule) => Fsim.Verify(new ConvolutionTask
    {
        Title = $"{shape}",
        Config = TestConfigs.All[config],
        Shape = shape.Checked().AsConvolution(),
        Transposed = shape,
        Stage = new OutputStage(hasBias, 4, null) { HasResidual = hasBias },
        Packing = InputPacking.None,
        Seed = 1,
        Schedule = schedule,
    }.Compile());
}
