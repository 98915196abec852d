using Vta.Compiler;
using Vta.Compiler.Operators.Convolution;
using Vta.Compiler.Tilings;
using Vta.Compiler.Tilings.Timing;
using Vta.Compiler.Workloads;
using Vta.Isa;
using Vta.Runtime;
using Vta.Runtime.Bundles;

namespace Vta.Conformance.Tests.Workloads;

/// <summary>What the compiler expects tilings to cost is what they cost on the accelerator, and those that it finds are known to be hard to beat.</summary>
public sealed class TilingCyclesTests : IDisposable
{
    private static readonly OutputStage s_stage = new(HasBias: true, Shift: 8, Clip: (0, 127));

    private readonly IDevice device = Devices.Create(Devices.Rtl, VtaConfig.Default);

    public static TheoryData<string> Shapes => new("matrix", "padded", "strided", "depthwise", "transposed");

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Estimates_are_within_6_percent(string name)
    {
        var shape = Shape(name);
        var random = new Random(1);
        var all = new TilingSpace(VtaConfig.Default, new ConvolutionLayout(shape, VtaConfig.Default), s_stage).Of(BlockCandidates.Of).ToList();
        for (var sample = 0; sample < 8; sample++)
        {
            var schedule = all[random.Next(all.Count)];
            var workload = Task(shape) with { Schedule = schedule, Packing = InputPacking.None };

            var (estimate, cycles) = (ProgramTiming.Cycles(workload.Compile().Program), Cycles(workload));

            estimate.Should().BeCloseTo(cycles, (ulong)cycles * 6 / 100, "{0} as {1}", shape, schedule);
        }
    }

    /// <summary>Cycles of the best tilings that searches found, and 2 %.</summary>
    [Theory]
    [InlineData(128, 128, 64, 7_751)]
    [InlineData(128, 64, 128, 10_466)]
    public void Matrix_products_take_no_more_than(int rows, int depth, int columns, long most) =>
        Cycles(Task(Matrix(rows, depth, columns))).Should().BeLessThanOrEqualTo(most);

    /// <inheritdoc cref="Matrix_products_take_no_more_than"/>
    [Theory]
    [InlineData(64, 64, 1, 1, 1, 25, 5, true, 5_593)]
    [InlineData(64, 128, 1, 1, 2, 56, 56, true, 60_192)]
    [InlineData(64, 64, 1, 3, 1, 14, 14, false, 34_419)]
    [InlineData(128, 128, 128, 3, 1, 6, 6, false, 4_941)]
    [InlineData(64, 64, 64, 3, 1, 28, 28, false, 43_124)]
    public void Convolutions_take_no_more_than(
        int inChannels, int outChannels, int groups, int kernel, int stride, int height, int width, bool hasBias, long most) =>
        Cycles(Task(new ConvolutionShape
        {
            InChannels = inChannels,
            OutChannels = outChannels,
            Groups = groups,
            Height = height,
            Width = width,
            KernelHeight = kernel,
            KernelWidth = kernel,
            PadHeight = kernel / 2,
            PadWidth = kernel / 2,
            StrideHeight = stride,
            StrideWidth = stride,
        }) with
        { Stage = s_stage with { HasBias = hasBias } }).Should().BeLessThanOrEqualTo(most);

    public void Dispose() => device.Dispose();

    private static ConvolutionShape Shape(string name) => name switch
    {
        "matrix" => Matrix(40, 96, 80),
        "padded" => new()
        {
            InChannels = 32,
            OutChannels = 48,
            Height = 10,
            Width = 12,
            KernelHeight = 3,
            KernelWidth = 3,
            PadHeight = 1,
            PadWidth = 1,
        },
        "strided" => new() { InChannels = 64, OutChannels = 64, Height = 20, Width = 20, StrideHeight = 2, StrideWidth = 2 },
        "depthwise" => new()
        {
            InChannels = 96,
            OutChannels = 96,
            Groups = 96,
            Height = 9,
            Width = 9,
            KernelHeight = 3,
            KernelWidth = 3,
            PadHeight = 1,
            PadWidth = 1,
        },
        _ => new TransposedConvolutionShape
        {
            InChannels = 32,
            OutChannels = 32,
            Height = 6,
            Width = 6,
            KernelHeight = 4,
            KernelWidth = 4,
            PadHeight = 1,
            PadWidth = 1,
            StrideHeight = 2,
            StrideWidth = 2,
        }.AsConvolution(),
    };

    private static ConvolutionShape Matrix(int rows, int depth, int columns) => new() { Batch = rows, InChannels = depth, OutChannels = columns };

    private static ConvolutionTask Task(ConvolutionShape shape) => new()
    {
        Title = "tiling",
        Config = VtaConfig.Default,
        Shape = shape,
        Stage = s_stage,
        Seed = 1,
        HasExpected = false,
    };

    private long Cycles(ConvolutionTask task) => BundleRunner.Run(task.Compile().Bundle, device).Statistics.CycleCount!.Value;
}
