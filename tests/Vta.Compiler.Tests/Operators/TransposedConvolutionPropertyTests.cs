using CsCheck;
using Vta.Compiler.Operators.Convolution;
using Vta.Compiler.Workloads;
using Vta.Isa;
using Vta.TestSupport;

namespace Vta.Compiler.Tests;

/// <summary>Transposed convolutions of any shape leave what their definition says.</summary>
public class TransposedConvolutionPropertyTests
{
    [Fact]
    public void FoundScheduleIsRight() => Gen.Select(Gen.Int[0, TestConfigs.All.Count - 1], RandomTransposedConvolutions.Shapes, Gen.Bool).Sample(
        (config, shape, hasBias) => Verify(config, shape, hasBias, null), iter: 300, threads: 1);

    [Fact]
    public void AnyScheduleIsRightOrRefused()
    {
        var verified = 0;
        Gen.Select(Gen.Int[0, TestConfigs.All.Count - 1], RandomTransposedConvolutions.Shapes, Gen.Bool, ConvolutionPropertyTests.Schedules).Sample(
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
