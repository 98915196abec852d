using System.Runtime.Intrinsics;
using Vta.Fuzzing.Comparison;
using Vta.Fuzzing.Programs;
using Vta.Isa;
using Vta.Isa.Launch;
using Vta.Runtime;
using Vta.TestSupport;

namespace Vta.Conformance.Tests.RandomPrograms;

/// <summary>
/// Random programs, legal and not, on the hardware and on the behavioural simulator: all of DRAM, faults and statistics are the same. Devices are used
/// again from program to program, so what one leaves behind would show. <c>VTA_RANDOM_PROGRAMS</c> sets how many programs of each kind are run for each
/// configuration.
/// </summary>
public sealed class RandomProgramTests
{
    private static readonly int s_programs =
        int.TryParse(Environment.GetEnvironmentVariable("VTA_RANDOM_PROGRAMS"), out var count) ? count : 8;

    /// <summary>Several lanes meet in a byte.</summary>
    private static readonly string[] s_narrowLanes =
    [
        "LOG_INP_WIDTH=1 LOG_BATCH=2",
        "LOG_INP_WIDTH=2 LOG_BATCH=2",
        "LOG_INP_WIDTH=1 LOG_WGT_WIDTH=1 LOG_ACC_WIDTH=3 LOG_INP_BUFF_SIZE=13 LOG_WGT_BUFF_SIZE=15 LOG_ACC_BUFF_SIZE=14",
    ];

    /// <summary>With extensions: each alone, and all of them on small and large elements.</summary>
    private static readonly string[] s_extended =
    [
        "LOG_PAR_BUFF_SIZE=13",
        "PAD_VALUE=1",
        "GEMM_OVERWRITE=1",
        "DEPTHWISE_TAPS=3",
        "LOG_BLOCK=3 LOG_UOP_BUFF_SIZE=13 LOG_INP_BUFF_SIZE=13 LOG_WGT_BUFF_SIZE=14 LOG_ACC_BUFF_SIZE=15 LOG_BUS_WIDTH=7 LOG_PAR_BUFF_SIZE=12 PAD_VALUE=1 GEMM_OVERWRITE=1 DEPTHWISE_TAPS=8",
        "LOG_BATCH=1 LOG_BLOCK_IN=3 LOG_BLOCK_OUT=2 LOG_INP_BUFF_SIZE=10 LOG_WGT_BUFF_SIZE=11 LOG_ACC_BUFF_SIZE=12 LOG_PAR_BUFF_SIZE=13 PAD_VALUE=1 GEMM_OVERWRITE=1",
        "LOG_BUS_WIDTH=9 LOG_BLOCK=1 LOG_UOP_BUFF_SIZE=8 LOG_INP_BUFF_SIZE=9 LOG_WGT_BUFF_SIZE=9 LOG_ACC_BUFF_SIZE=9 LOG_PAR_BUFF_SIZE=8 PAD_VALUE=1 GEMM_OVERWRITE=1 DEPTHWISE_TAPS=2",
        "LOG_INP_WIDTH=2 LOG_BATCH=1 LOG_PAR_BUFF_SIZE=12 LOG_UOP_BUFF_SIZE=6 LOG_INP_BUFF_SIZE=8 LOG_WGT_BUFF_SIZE=12 LOG_ACC_BUFF_SIZE=11 PAD_VALUE=1 GEMM_OVERWRITE=1 DEPTHWISE_TAPS=5",
    ];

    private static readonly string[] s_configurations =
    [
        "",
        "LOG_BATCH=1",
        "LOG_BATCH=2 LOG_BLOCK=2 LOG_ACC_BUFF_SIZE=13",
        "LOG_BLOCK=3 LOG_UOP_BUFF_SIZE=13 LOG_INP_BUFF_SIZE=13 LOG_WGT_BUFF_SIZE=14 LOG_ACC_BUFF_SIZE=15",
        "LOG_BLOCK=5",
        "LOG_BLOCK_IN=3 LOG_BLOCK_OUT=5",
        "LOG_BLOCK_IN=5 LOG_BLOCK_OUT=3 LOG_ACC_BUFF_SIZE=16",
        "LOG_BUS_WIDTH=7",
        "LOG_BUS_WIDTH=9",
        "LOG_BUS_WIDTH=8 LOG_BLOCK=2 LOG_WGT_BUFF_SIZE=13 LOG_INP_BUFF_SIZE=13 LOG_ACC_BUFF_SIZE=14",
        "LOG_BUS_WIDTH=9 LOG_BLOCK=1 LOG_UOP_BUFF_SIZE=8 LOG_INP_BUFF_SIZE=9 LOG_WGT_BUFF_SIZE=9 LOG_ACC_BUFF_SIZE=9",
        "LOG_ACC_WIDTH=4 LOG_ACC_BUFF_SIZE=15",
        "LOG_INP_WIDTH=2 LOG_WGT_WIDTH=2 LOG_ACC_WIDTH=3 LOG_INP_BUFF_SIZE=14 LOG_WGT_BUFF_SIZE=16 LOG_ACC_BUFF_SIZE=14",

        // Products wider than accumulators.
        "LOG_ACC_WIDTH=3 LOG_ACC_BUFF_SIZE=14",
        "LOG_INP_WIDTH=2 LOG_ACC_WIDTH=3 LOG_INP_BUFF_SIZE=14 LOG_ACC_BUFF_SIZE=14",
        "LOG_UOP_BUFF_SIZE=6 LOG_INP_BUFF_SIZE=8 LOG_WGT_BUFF_SIZE=12 LOG_ACC_BUFF_SIZE=10",
        .. s_narrowLanes,

        .. s_extended,

        // A bus word that goes round each buffer, several times.
        "LOG_UOP_BUFF_SIZE=4 LOG_BUS_WIDTH=7",
        "LOG_BUS_WIDTH=9 LOG_BLOCK=0 LOG_UOP_BUFF_SIZE=4 LOG_INP_BUFF_SIZE=3 LOG_WGT_BUFF_SIZE=4 LOG_ACC_BUFF_SIZE=5",
    ];

    /// <summary>How memory behaves for a number of a program.</summary>
    private static readonly MemoryTiming[] s_timings =
    [
        new(),
        new() { Latency = 3 },
        new() { StallProbability = 0.3 },
        new() { Latency = 64, StallProbability = 0.5 },
        .. Enum.GetValues<MemoryModel>().Where(model => model != MemoryModel.Ideal).Select(model => new MemoryTiming { Model = model }),
    ];

    public static TheoryData<string, ProgramKind> OnRtl => Cases(s_configurations);

    public static TheoryData<string, ProgramKind> OnTsim => Cases(s_configurations[0], s_configurations[3], s_extended[4]);

    [Theory]
    [MemberData(nameof(OnRtl))]
    public void The_hardware_does_what_the_behavioural_simulator_does(string configuration, ProgramKind kind) =>
        Compare(Devices.Rtl, Configurations.With(configuration), kind);

    [ToolTheory("verilator")]
    [MemberData(nameof(OnTsim))]
    public void The_Verilog_does_what_the_behavioural_simulator_does(string configuration, ProgramKind kind) =>
        Compare(Devices.Tsim, Configurations.With(configuration), kind);

    [Theory]
    [InlineData("")]
    [InlineData("LOG_ACC_WIDTH=4 LOG_ACC_BUFF_SIZE=15")]
    public void An_operation_of_ones_own_is_like_any_other(string configuration) =>
        Compare(Devices.Rtl, Configurations.With(configuration).WithAluOperation<AbsoluteDifference>(), ProgramKind.Legal);

    /// <summary>.NET is told to leave instructions of the processor out, in processes of their own.</summary>
    [Theory]
    [InlineData("EnableAVX512", 256)]
    [InlineData("EnableAVX2", 128)]
    [InlineData("EnableHWIntrinsic", 0)]
    public void Any_width_of_vectors_computes_the_same(string switchedOff, int bits)
    {
        if (!Vector512.IsHardwareAccelerated && bits == 256)
            return;
        ExternalTool.Run("env", $"DOTNET_{switchedOff}=0", "VTA_RANDOM_PROGRAMS=4", "dotnet", typeof(Program).Assembly.Location, $"{bits}").Should().Be((0, ""));
    }

    /// <summary>Legal programs on configurations whose lanes are narrow, and on the default.</summary>
    internal static void CompareLanes()
    {
        foreach (var configuration in s_narrowLanes.Append(""))
            Compare(Devices.Rtl, Configurations.With(configuration), ProgramKind.Legal);
    }

    private static TheoryData<string, ProgramKind> Cases(params string[] configurations)
    {
        var data = new TheoryData<string, ProgramKind>();
        foreach (var configuration in configurations)
        {
            foreach (var kind in Enum.GetValues<ProgramKind>())
                data.Add(configuration, kind);
        }
        return data;
    }

    private static void Compare(string target, VtaConfig config, ProgramKind kind)
    {
        var kept = s_timings.Select((timing, i) => (
            Expected: Devices.Create(Devices.Fsim, config),
            Tested: Devices.Create(target, config, new DeviceOptions { Memory = timing with { Seed = (ulong)i } }))).ToArray();
        var faults = Faults.None;
        for (var seed = 0; seed < s_programs; seed++)
        {
            var (expected, tested) = kept[seed % kept.Length];
            var program = new RandomProgramGenerator(config, seed, kind).Create();
            program.Write(expected.Dram);
            program.Write(tested.Dram);
            var hint = $"of seed {seed}, {kind}, {config.Bitstream} on {target}:\n{program.Listing}";

            var result = expected.Launch(program.Launch);
            tested.Launch(program.Launch).WithoutCycles().Should().Be(result.WithoutCycles(), "{0}", hint);

            expected.Dram.FirstDifference(tested.Dram).Should().BeNull("{0}", hint);
            if (kind == ProgramKind.Legal)
                result.Status.Faults.Should().Be(Faults.None, "{0}", hint);
            faults |= result.Status.Faults;
        }
        if (kind == ProgramKind.Endless)
            faults.Should().HaveFlag(Faults.Deadlock, "most of these programs cannot end");
        foreach (var (expected, tested) in kept)
        {
            expected.Dispose();
            tested.Dispose();
        }
    }
}
