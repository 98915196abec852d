using Vta.Compiler.Operators.Convolution;
using Vta.Compiler.Recording;
using Vta.Isa;

namespace Vta.Compiler.Tests;

/// <summary>Small programs, as a reader sees them.</summary>
public class ConvolutionListingTests
{
    private static readonly ConvolutionShape Shape = new()
    {
        InChannels = 32,
        OutChannels = 32,
        Height = 4,
        Width = 4,
        KernelHeight = 3,
        KernelWidth = 3,
        PadHeight = 1,
        PadWidth = 1,
    };

    [Fact]
    public void TwoThreads() => Lines(new OutputStage(true, 8, (0, 127))).Should().Equal(
        "LOAD UOP sram 0, dram 0, size 0x0, stride 0 [push load]",
        "LOAD UOP sram 0, dram 0, size 0x0, stride 0 [push load]",
        "STORE OUT sram 0, dram 0, size 0x0, stride 0 [push compute]",
        "STORE OUT sram 0, dram 0, size 0x0, stride 0 [push compute]",
        "LOAD INP sram 0, dram 0, size 4x4, stride 4, pad y 1+1 x 1+1 [pop compute]",
        "LOAD WGT sram 0, dram 0, size 1x9, stride 1 [push compute]",
        "LOAD INP sram 36, dram 0, size 4x4, stride 4, pad y 1+1 x 1+1 [pop compute]",
        "LOAD WGT sram 9, dram 18, size 1x9, stride 1 [push compute]",
        "LOAD UOP sram 0, dram 0, size 1x1, stride 1 [pop store]",
        "GEMM reset uops 0..1, loops 16x1, dst +1 +0",
        "LOAD ACC sram 32, dram 0, size 1x1, stride 1",
        "LOAD UOP sram 1, dram 1, size 1x9, stride 9 [pop load]",
        "GEMM uops 1..10, loops 4x4, dst +4 +1, src +6 +1, wgt +0 +0 [push load]",
        "LOAD UOP sram 10, dram 10, size 1x1, stride 1 [pop store]",
        "GEMM reset uops 10..11, loops 16x1, dst +1 +0",
        "LOAD ACC sram 33, dram 1, size 1x1, stride 1",
        "LOAD UOP sram 11, dram 11, size 1x9, stride 9 [pop load]",
        "GEMM uops 11..20, loops 4x4, dst +4 +1, src +6 +1, wgt +0 +0 [push load]",
        "LOAD INP sram 0, dram 16, size 4x4, stride 4, pad y 1+1 x 1+1 [pop compute]",
        "LOAD WGT sram 0, dram 9, size 1x9, stride 1 [push compute]",
        "LOAD INP sram 36, dram 16, size 4x4, stride 4, pad y 1+1 x 1+1 [pop compute]",
        "LOAD WGT sram 9, dram 27, size 1x9, stride 1 [push compute]",
        "GEMM uops 1..10, loops 4x4, dst +4 +1, src +6 +1, wgt +0 +0 [pop load, push load]",
        "GEMM uops 11..20, loops 4x4, dst +4 +1, src +6 +1, wgt +0 +0 [pop load, push load]",
        "LOAD UOP sram 20, dram 20, size 1x1, stride 1",
        "ALU ADD uops 20..21, loops 1x16, dst +0 +1, src +0 +0",
        "LOAD UOP sram 21, dram 21, size 1x1, stride 1",
        "ALU SHR uops 21..22, loops 1x16, dst +0 +1, imm 8",
        "LOAD UOP sram 22, dram 22, size 1x1, stride 1",
        "ALU MAX uops 22..23, loops 1x16, dst +0 +1, imm 0",
        "LOAD UOP sram 23, dram 23, size 1x1, stride 1",
        "ALU MIN uops 23..24, loops 1x16, dst +0 +1, imm 127 [push store]",
        "LOAD UOP sram 24, dram 24, size 1x1, stride 1",
        "ALU ADD uops 24..25, loops 1x16, dst +0 +1, src +0 +0",
        "LOAD UOP sram 25, dram 25, size 1x1, stride 1",
        "ALU SHR uops 25..26, loops 1x16, dst +0 +1, imm 8",
        "LOAD UOP sram 26, dram 26, size 1x1, stride 1",
        "ALU MAX uops 26..27, loops 1x16, dst +0 +1, imm 0",
        "LOAD UOP sram 27, dram 27, size 1x1, stride 1",
        "ALU MIN uops 27..28, loops 1x16, dst +0 +1, imm 127 [push store]",
        "STORE OUT sram 0, dram 0, size 1x16, stride 1 [pop compute, push compute]",
        "STORE OUT sram 16, dram 16, size 1x16, stride 1 [pop compute, push compute]",
        "LOAD INP sram 0, dram 0, size 0x0, stride 0 [pop compute]",
        "LOAD UOP sram 0, dram 0, size 0x0, stride 0 [pop store]",
        "LOAD INP sram 0, dram 0, size 0x0, stride 0 [pop compute]",
        "LOAD UOP sram 0, dram 0, size 0x0, stride 0 [pop store]",
        "FINISH");

    private static IEnumerable<string> Lines(OutputStage stage)
    {
        var buffers = ConvolutionBuffers.Create(Shape, stage, VtaConfig.Default);
        var schedule = new ConvolutionSchedule(1, 1, 1, 4, 4) { Threads = 2 };
        return Recorded.Lines(LoopIrRecorder.Record(
            VtaConfig.Default, "test", ConvolutionGenerator.Generate(VtaConfig.Default, Shape, stage, schedule, buffers)));
    }
}
