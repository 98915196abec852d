using CsCheck;
using Vta.Compiler.Operators.Convolution;
using Vta.Compiler.Tensors;
using Vta.Compiler.Workloads;
using Vta.Isa;

namespace Vta.Compiler.Tests;

/// <summary>What others are checked with is checked with a second definition, which shares nothing with it.</summary>
public class ConvolutionReferenceTests
{
    [Fact]
    public void Gathering_and_scattering_give_the_same() =>
        Gen.Select(RandomConvolutions.Shapes, RandomConvolutions.Stages, Gen.Int[0, 1000]).Sample(
            (shape, stage, seed) =>
            {
                var operands = Operands(shape, stage, seed);
                ConvolutionReference.Compute(shape.Checked(), stage, operands, 32, 8).Data.Should().Equal(Scattered(shape, stage, operands, 32, 8));
            },
            iter: 300);

    [Fact]
    public void The_fast_one_gives_the_same() =>
        Gen.Select(RandomConvolutions.Shapes, RandomConvolutions.Stages, Gen.Int[0, 1000], Gen.OneOf(Gen.Const(8), Gen.Const(16), Gen.Const(32))).Sample(
            (shape, stage, seed, accWidth) =>
            {
                var operands = Operands(shape, stage, seed);
                FastConvolution.Compute(shape, stage, operands, accWidth, 8).Data
                    .Should().Equal(ConvolutionReference.Compute(shape, stage, operands, accWidth, 8).Data);
            },
            iter: 300);

    [Fact]
    public void The_fast_transposed_one_gives_the_same() =>
        Gen.Select(RandomTransposedConvolutions.Shapes, RandomConvolutions.Stages, Gen.Int[0, 1000]).Sample(
            (shape, stage, seed) =>
            {
                var random = new Random(seed);
                var operands = Operands(shape.AsConvolution(), stage, seed) with
                {
                    Kernel = Tensor.Random(random, 8, shape.InChannels, shape.OutChannels, shape.KernelHeight, shape.KernelWidth),
                };
                FastTransposedConvolution.Compute(shape.Checked(), stage, operands, 32, 8).Data
                    .Should().Equal(TransposedConvolutionReference.Compute(shape, stage, operands, 32, 8).Data);
            },
            iter: 300);

    /// <summary>A kernel wider than the input and its left padding, with a stride: the numbers that hardware gives.</summary>
    [Fact]
    public void Kernel_wider_than_the_input()
    {
        var bundle = Wide(inChannels: 1, outChannels: 1, height: 6, strideHeight: 2, new OutputStage()).Bundle;

        bundle.Expected.Single().Data.Where((_, index) => index % VtaConfig.Default.BlockOut == 0).Should().Equal(0xfb, 0x8e, 0xbc);
        Fsim.Verify(bundle);
    }

    [Fact]
    public void Kernel_wider_than_the_input_with_more_channels() =>
        Fsim.Verify(Wide(inChannels: 2, outChannels: 64, height: 8, strideHeight: 1, new OutputStage(Shift: 8, Clip: (0, 127))));

    private static CompiledWorkload Wide(int inChannels, int outChannels, int height, int strideHeight, OutputStage stage) => new ConvolutionTask
    {
        Title = "wide",
        Config = VtaConfig.Default,
        Shape = new ConvolutionShape
        {
            InChannels = inChannels,
            OutChannels = outChannels,
            Height = height,
            Width = 2,
            KernelWidth = 5,
            PadWidth = 2,
            StrideHeight = strideHeight,
            StrideWidth = 2,
        },
        Stage = stage,
        Seed = 0,
    }.Compile();

    private static ConvolutionOperands Operands(ConvolutionShape shape, OutputStage stage, int seed)
    {
        var random = new Random(seed);
        var shifts = new Tensor(1, shape.OutChannels, 1, 1);
        foreach (ref var shift in shifts.Data.AsSpan())
            shift = random.Next(32);
        return new ConvolutionOperands(
            Tensor.Random(random, 8, shape.Batch, shape.InChannels, shape.Height, shape.Width),
            Tensor.Random(random, 8, shape.OutChannels, shape.InChannelsOfGroup, shape.KernelHeight, shape.KernelWidth))
        {
            Bias = stage.HasBias ? Tensor.Random(random, 16, 1, shape.OutChannels, 1, 1) : null,
            Shifts = stage.HasChannelShifts ? shifts : null,
            Residual = stage.HasResidual ? Tensor.Random(random, 8, shape.Batch, shape.OutChannels, shape.OutHeight, shape.OutWidth) : null,
        };
    }

    /// <summary>Each input adds its products to the outputs that see it, in 64 bits and in lists of lists.</summary>
    private static IEnumerable<int> Scattered(ConvolutionShape shape, OutputStage stage, ConvolutionOperands operands, int accWidth, int outWidth)
    {
        var sums = new Dictionary<(int Batch, int Channel, int Y, int X), long>();
        for (var source = 0; source < operands.Input.Data.Length; source++)
        {
            var (column, row) = (source % shape.Width, source / shape.Width % shape.Height);
            var (inChannel, batch) = (source / shape.Width / shape.Height % shape.InChannels, source / shape.Width / shape.Height / shape.InChannels);
            for (var tap = 0; tap < operands.Kernel.Data.Length; tap++)
            {
                var (dx, dy) = (tap % shape.KernelWidth, tap / shape.KernelWidth % shape.KernelHeight);
                var planes = tap / shape.KernelWidth / shape.KernelHeight;
                var (within, channel) = (planes % (shape.InChannels / shape.Groups), planes / (shape.InChannels / shape.Groups));
                var group = channel / (shape.OutChannels / shape.Groups);
                if (group * (shape.InChannels / shape.Groups) + within != inChannel)
                    continue;
                // The window that has this input at this tap begins here, if there is one.
                var (top, left) = (row - dy * shape.DilationHeight + shape.PadHeight.Before, column - dx * shape.DilationWidth + shape.PadWidth.Before);
                if (top < 0 || left < 0 || top % shape.StrideHeight != 0 || left % shape.StrideWidth != 0)
                    continue;
                var output = (batch, channel, top / shape.StrideHeight, left / shape.StrideWidth);
                sums[output] = sums.GetValueOrDefault(output) + (long)operands.Input.Data[source] * operands.Kernel.Data[tap];
            }
        }
        var height = (shape.Height + shape.PadHeight.Before + shape.PadHeight.After - (shape.KernelHeight - 1) * shape.DilationHeight - 1) / shape.StrideHeight + 1;
        var width = (shape.Width + shape.PadWidth.Before + shape.PadWidth.After - (shape.KernelWidth - 1) * shape.DilationWidth - 1) / shape.StrideWidth + 1;
        return
            from batch in Enumerable.Range(0, shape.Batch)
            from channel in Enumerable.Range(0, shape.OutChannels)
            from y in Enumerable.Range(0, height)
            from x in Enumerable.Range(0, width)
            let place = ((batch * shape.OutChannels + channel) * height + y) * width + x
            let sum = Wrap(sums.GetValueOrDefault((batch, channel, y, x)) + (operands.Bias?.Data[channel] ?? 0), accWidth)
            let shifted = (long)Math.Floor(sum / Math.Pow(2, operands.Shifts?.Data[channel] ?? stage.Shift))
            let added = Wrap(shifted + (operands.Residual?.Data[place] ?? 0), accWidth)
            select (int)Wrap(stage.Clip is { } clip ? Math.Clamp(added, clip.Min, clip.Max) : added, outWidth);
    }

    private static long Wrap(long value, int width)
    {
        var rest = ((value % (1L << width)) + (1L << width)) % (1L << width);
        return rest < 1L << (width - 1) ? rest : rest - (1L << width);
    }
}
