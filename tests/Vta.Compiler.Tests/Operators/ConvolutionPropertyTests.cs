using CsCheck;
using Vta.Compiler.Operators.Convolution;
using Vta.Compiler.Workloads;
using Vta.Isa;
using Vta.TestSupport;

namespace Vta.Compiler.Tests;

/// <summary>Whatever can be generated computes what plain arithmetic does; what cannot is refused in our words.</summary>
public class ConvolutionPropertyTests
{
    internal static readonly Gen<ConvolutionSchedule> Schedules =
        from batch in Gen.Int[1, 5]
        from outChannel in Gen.Int[1, 12]
        from inChannel in Gen.Int[1, 12]
        from part in Gen.Int[1, 6]
        from height in Gen.Int[1, 12]
        from width in Gen.Int[1, 12]
        from cutsKernel in Gen.Int[0, 3]
        from kernelRows in Gen.Int[1, 5]
        from kernelColumns in Gen.Int[1, 5]
        from threads in Gen.Int[1, 2]
        from axis in Gen.Enum<ThreadAxis>()
        select new ConvolutionSchedule(batch, outChannel, inChannel, height, width)
        {
            Group = part,
            Kernel = cutsKernel == 0 ? (kernelRows, kernelColumns) : null,
            Threads = threads,
            ThreadAxis = axis,
        };

    [Fact]
    public void FoundScheduleIsRight() =>
        Gen.Select(Gen.Int[0, TestConfigs.All.Count - 1], RandomConvolutions.Shapes, RandomConvolutions.Stages).Sample(
            (config, shape, stage) => Verify(config, shape, stage, null, null), iter: 150, threads: 1);

    [Fact]
    public void AnyScheduleIsRightOrRefused()
    {
        var verified = 0;
        Gen.Select(
            Gen.Int[0, TestConfigs.All.Count - 1], RandomConvolutions.Shapes, RandomConvolutions.Stages, Schedules, Gen.Enum<InputPacking>()).Sample(
            (config, shape, stage, schedule, packing) =>
            {
                try
                {
                    var packed = PackedConvolution.Of(shape, packing).Shape;
                    Verify(config, shape, stage, Within(schedule, TestConfigs.All[config], packed), packing);
                    verified++;
                }
                catch (VtaInputException exception)
                {
                    exception.Message.Should().MatchRegex("tiles|uop buffer");
                }
            },
            iter: 400,
            threads: 1);
        verified.Should().BeGreaterThan(100);
    }

    /// <summary>A schedule cut down to the shape.</summary>
    internal static ConvolutionSchedule Within(ConvolutionSchedule schedule, VtaConfig config, ConvolutionShape shape)
    {
        var layout = new ConvolutionLayout(shape, config);
        return schedule with
        {
            Batch = Math.Min(schedule.Batch, layout.Batches),
            Group = Math.Min(schedule.Group, layout.Parts),
            OutChannel = Math.Min(schedule.OutChannel, layout.OutChannels),
            InChannel = Math.Min(schedule.InChannel, layout.InChannels),
            Height = Math.Min(schedule.Height, shape.OutHeight),
            Width = Math.Min(schedule.Width, shape.OutWidth),
            Kernel = schedule.Kernel is { } kernel ? (Math.Min(kernel.Rows, shape.KernelHeight), Math.Min(kernel.Columns, shape.KernelWidth)) : null,
        };
    }

    private static void Verify(int config, ConvolutionShape shape, OutputStage stage, ConvolutionSchedule? schedule, InputPacking? packing) =>
        Fsim.Verify(new ConvolutionTask
        {
            Title = $"{shape} {stage}",
            Config = TestConfigs.All[config],
            Shape = shape,
            Stage = stage,
            Seed = 1,
            Schedule = schedule,
            Packing = packing,
        }.Compile());
}
