using Vta.Isa;
using Vta.Isa.Launch;

namespace Vta.Cli.Tests.Workloads;

/// <summary>The programs of TVM's tutorials have TVM's statistics.</summary>
public class SeedStatisticsTests
{
    [Fact]
    public void Convolution()
    {
        var statistics = Fsim.Verify("conv2d", "seed", VtaConfig.Default, ("layer", "resnet18.c8"));
        Check(statistics, inp: 114688, wgt: 1179648, acc: 0, uop: 1144, store: 50176, gemm: 451584, alu: 9408);
    }

    [Fact]
    public void VectorAdd() => Check(Fsim.Verify("vecadd", "seed", VtaConfig.Default), inp: 0, wgt: 0, acc: 8192, uop: 4, store: 1024, gemm: 0, alu: 64);

    [Fact]
    public void MatrixMultiply() =>
        Check(Fsim.Verify("matmul", "seed", VtaConfig.Default), inp: 256, wgt: 65536, acc: 0, uop: 8, store: 256, gemm: 256, alu: 0);

    [Fact]
    public void BlockedMatrixMultiply() =>
        Check(Fsim.Verify("matmul-blocked", "seed", VtaConfig.Default), inp: 4096, wgt: 1048576, acc: 0, uop: 20, store: 1024, gemm: 4096, alu: 192);

    private static void Check(LaunchStatistics statistics, long inp, long wgt, long acc, long uop, long store, long gemm, long alu) =>
        Counters.All.Take(7).Select(counter => statistics[counter]).Should().Equal(inp, wgt, acc, uop, store, gemm, alu);
}
