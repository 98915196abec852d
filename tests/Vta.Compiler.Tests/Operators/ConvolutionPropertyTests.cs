using CsCheck;
using Vta.Isa;

namespace Vta.Compiler.Tests;

/// <summary>Whatever can be generated computes what plain arithmetic does; what cannot is refused in our words.</summary>
public class ConvolutionPropertyTests
{
    private static readonly Gen<ConvolutionShape> Shapes =
        from batch in Gen.Int[1, 5]
        from groups in Gen.OneOf(Gen.Const(1), Gen.Int[2, 20])
        from inChannels in Gen.Int[1, 40 / groups]
        from outChannels in Gen.Int[1, 40 / groups]
        from height in Gen.Int[1, 12]
        from width in Gen.Int[1, 12]
        from kernelHeight in Gen.Int[1, Math.Min(4, height)]
        from kernelWidth in Gen.Int[1, Math.Min(4, width)]
        from padHeight in Gen.Int[0, kernelHeight - 1]
        from padWidth in Gen.Int[0, kernelWidth - 1]
        from strideHeight in Gen.Int[1, 3]
        from strideWidth in Gen.Int[1, 3]
        select new ConvolutionShape
        {
            Batch = batch,
            InChannels = groups * inChannels,
            OutChannels = groups * outChannels,
            Groups = groups,
            Height = height,
            Width = width,
            KernelHeight = kernelHeight,
            KernelWidth = kernelWidth,
            PadHeight = padHeight,
            PadWidth = padWidth,
            StrideHeight = strideHeight,
            StrideWidth = strideWidth,
        };

    private static readonly Gen<OutputStage> Stages =
        from hasBias in Gen.Bool
        from shift in Gen.Int[0, 9]
        from clips in Gen.Bool
        from min in Gen.Int[-128, 0]
        from max in Gen.Int[0, 127]
        select new OutputStage(hasBias, shift, clips ? (min, max) : null);

    internal static readonly Gen<ConvolutionSchedule> Schedules =
        from batch in Gen.Int[1, 5]
        from outChannel in Gen.Int[1, 12]
        from inChannel in Gen.Int[1, 12]
        from height in Gen.Int[1, 12]
        from width in Gen.Int[1, 12]
        from threads in Gen.Int[1, 2]
        from axis in Gen.Enum<ThreadAxis>()
        select new ConvolutionSchedule(batch, outChannel, inChannel, height, width) { Threads = threads, ThreadAxis = axis };

    [Fact]
    public void FoundScheduleIsRight() =>
        Gen.Select(Gen.Int[0, TestConfigs.All.Count - 1], Shapes, Stages).Sample(
            (config, shape, stage) => Verify(config, shape, stage, null), iter: 150, threads: 1);

    [Fact]
    public void AnyScheduleIsRightOrRefused()
    {
        var verified = 0;
        Gen.Select(Gen.Int[0, TestConfigs.All.Count - 1], Shapes, Stages, Schedules).Sample(
            (config, shape, stage, schedule) =>
            {
                try
                {
                    Verify(config, shape, stage, Within(schedule, TestConfigs.All[config], shape));
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
            OutChannel = Math.Min(schedule.OutChannel, layout.OutChannels),
            InChannel = Math.Min(schedule.InChannel, layout.InChannels),
            Height = Math.Min(schedule.Height, shape.OutHeight),
            Width = Math.Min(schedule.Width, shape.OutWidth),
        };
    }

    private static void Verify(int config, ConvolutionShape shape, OutputStage stage, ConvolutionSchedule? schedule) => Fsim.Verify(new ConvolutionTask
    {
        Title = $"{shape} {stage}",
        Config = TestConfigs.All[config],
        Shape = shape,
        Stage = stage,
        Seed = 1,
        Schedule = schedule,
    }.Compile());
}
