using Vta.Compiler.Operators.Convolution;
using Vta.Compiler.Recording;
using Vta.Compiler.Workloads;
using Vta.Isa;
using Vta.Isa.Launch;

namespace Vta.Compiler.Tests;

public class MicroOpCacheTests
{
    // 8 micro-ops.
    private static readonly VtaConfig Config = VtaConfig.Default.With(("LOG_UOP_BUFF_SIZE", 5));

    [Fact]
    public void AKernelIsLoadedOnceWhileItFits()
    {
        Run(Recorded.AddTo(0, 3), Recorded.AddTo(3, 3), Recorded.AddTo(0, 3)).Should().Equal(
            "LOAD UOP sram 0, dram 0, size 1x3, stride 3",
            "ALU ADD uops 0..3, loops 1x1, dst +0 +0, imm 1",
            "LOAD UOP sram 3, dram 3, size 1x3, stride 3",
            "ALU ADD uops 3..6, loops 1x1, dst +0 +0, imm 1",
            "ALU ADD uops 0..3, loops 1x1, dst +0 +0, imm 1",
            "FINISH");
    }

    [Fact]
    public void WhatDoesNotFitEvictsFromTheStart()
    {
        Run(Recorded.AddTo(0, 3), Recorded.AddTo(3, 3), Recorded.AddTo(6, 4), Recorded.AddTo(0, 3)).Should().Equal(
            "LOAD UOP sram 0, dram 0, size 1x3, stride 3",
            "ALU ADD uops 0..3, loops 1x1, dst +0 +0, imm 1",
            "LOAD UOP sram 3, dram 3, size 1x3, stride 3",
            "ALU ADD uops 3..6, loops 1x1, dst +0 +0, imm 1",
            "LOAD UOP sram 0, dram 6, size 1x4, stride 4",
            "ALU ADD uops 0..4, loops 1x1, dst +0 +0, imm 1",
            "LOAD UOP sram 4, dram 0, size 1x3, stride 3",
            "ALU ADD uops 4..7, loops 1x1, dst +0 +0, imm 1",
            "FINISH");
    }

    [Fact]
    public void WhatIsNotOverwrittenStays()
    {
        // The third evicts the first only; the second still lies behind it.
        Run(Recorded.AddTo(0, 4), Recorded.AddTo(4, 3), Recorded.AddTo(7, 2), Recorded.AddTo(4, 3)).TakeLast(2).Should().Equal(
            "ALU ADD uops 4..7, loops 1x1, dst +0 +0, imm 1",
            "FINISH");
    }

    [Fact]
    public void KernelsThatDoDifferentThingsAreTwo()
    {
        Run(Recorded.AddTo(0, 1, 1), Recorded.AddTo(0, 1, 2)).Should().Equal(
            "LOAD UOP sram 0, dram 0, size 1x1, stride 1",
            "ALU ADD uops 0..1, loops 1x1, dst +0 +0, imm 1",
            "LOAD UOP sram 1, dram 1, size 1x1, stride 1",
            "ALU ADD uops 1..2, loops 1x1, dst +0 +0, imm 2",
            "FINISH");
    }

    /// <summary>A buffer of a few micro-ops gives the same results as one of thousands.</summary>
    [Fact]
    public void EvictionDoesNotChangeResults()
    {
        var plenty = Fsim.Verify(Tiled(VtaConfig.Default).Compile());
        var scarce = Fsim.Verify(Tiled(VtaConfig.Default.With(("LOG_UOP_BUFF_SIZE", 8))).Compile());
        scarce[Counters.UopLoadBytes].Should().BeGreaterThan(plenty[Counters.UopLoadBytes]);
        Counters.All.Where(counter => scarce[counter] != plenty[counter]).Should().Equal(Counters.UopLoadBytes);
    }

    private static ConvolutionTask Tiled(VtaConfig config) => new()
    {
        Title = "tiled",
        Config = config,
        Shape = new ConvolutionShape { InChannels = 48, OutChannels = 48, Height = 9, Width = 9, KernelHeight = 3, KernelWidth = 3, PadHeight = 1, PadWidth = 1 },
        Stage = new OutputStage(Shift: 8, Clip: (0, 127)),
        Schedule = new ConvolutionSchedule(Batch: 1, OutChannel: 2, InChannel: 2, Height: 4, Width: 5),
        Seed = 0,
    };

    private static IEnumerable<string> Run(params MicroKernel[] kernels)
    {
        var recorder = new CommandRecorder(Config, "test");
        foreach (var kernel in kernels)
            recorder.Run(kernel);
        return Recorded.Lines(recorder.Synchronize());
    }
}
