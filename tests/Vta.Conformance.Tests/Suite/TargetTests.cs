using Vta.Runtime;
using Vta.TestSupport;

namespace Vta.Conformance.Tests.Suite;

/// <summary>The suite on the behavioural simulator.</summary>
public sealed class FsimTests
{
    public static TheoryData<string> Cases => [.. DeviceSuite.Cases];

    public static TheoryData<string> Bundles => [.. DeviceSuite.Bundles];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Does(string name) => new DeviceSuite(Devices.Fsim).Run(name);

    [Theory]
    [MemberData(nameof(Bundles))]
    public void Runs_the_bundle(string name) => new DeviceSuite(Devices.Fsim).RunBundle(name);
}

/// <summary>The suite on the hardware in the in-process simulator.</summary>
public sealed class RtlTests
{
    private static readonly string[] s_short = ["tvm-gemm-1", "tvm-1x8-gemm-1", "tvm-2x16-alu-1", "tvm-padded-load-4", "onera-add-16x16matrix", "onera-matrix-maxpool"];

    public static TheoryData<MemoryModel> Models => [.. Enum.GetValues<MemoryModel>().Where(model => model != MemoryModel.Ideal)];

    public static TheoryData<string> Cases => [.. DeviceSuite.Cases];

    public static TheoryData<string> Bundles => [.. DeviceSuite.Bundles];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Does(string name) => new DeviceSuite(Devices.Rtl).Run(name);

    [Theory]
    [MemberData(nameof(Cases))]
    public void Does_so_with_slow_memory(string name) =>
        new DeviceSuite(Devices.Rtl, new MemoryTiming { Latency = 40, StallProbability = 0.4, Seed = 3 }).Run(name);

    [Theory]
    [MemberData(nameof(Bundles))]
    public void Runs_the_bundle(string name) => new DeviceSuite(Devices.Rtl).RunBundle(name);

    [Theory]
    [MemberData(nameof(Models))]
    public void Does_so_with_the_memory_of_boards(MemoryModel model)
    {
        var suite = new DeviceSuite(Devices.Rtl, new MemoryTiming { Model = model });
        foreach (var name in DeviceSuite.Cases)
            suite.Run(name);
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void Runs_bundles_with_the_memory_of_boards(MemoryModel model)
    {
        foreach (var name in s_short)
        {
            var cycles = new DeviceSuite(Devices.Rtl, new MemoryTiming { Model = model }).RunBundle(name).CycleCount;
            cycles.Should().BeGreaterThan(new DeviceSuite(Devices.Rtl).RunBundle(name).CycleCount!.Value, "such memory is slower");
        }
    }
}

/// <summary>The suite on the Verilog in Verilator.</summary>
public sealed class TsimTests
{
    private static readonly MemoryTiming s_slow = new() { Latency = 64, StallProbability = 0.3, Seed = 7 };

    public static TheoryData<string> Cases => [.. DeviceSuite.Cases];

    public static TheoryData<string> Bundles => [.. DeviceSuite.Bundles];

    [ToolTheory("verilator")]
    [MemberData(nameof(Cases))]
    public void Does(string name) => new DeviceSuite(Devices.Tsim).Run(name);

    [ToolTheory("verilator")]
    [MemberData(nameof(Bundles))]
    public void Runs_the_bundle_in_the_cycles_of_the_in_process_simulator(string name)
    {
        new DeviceSuite(Devices.Tsim).RunBundle(name).Should().Be(new DeviceSuite(Devices.Rtl).RunBundle(name));
        new DeviceSuite(Devices.Tsim, s_slow).RunBundle(name).Should().Be(new DeviceSuite(Devices.Rtl, s_slow).RunBundle(name));
    }

    [ToolTheory("verilator")]
    [InlineData(MemoryModel.PairedWrites)]
    [InlineData(MemoryModel.DataFirst)]
    [InlineData(MemoryModel.OneBurst)]
    [InlineData(MemoryModel.Slow)]
    public void Has_the_cycles_of_the_in_process_simulator_with_the_memory_of_boards(MemoryModel model)
    {
        var timing = new MemoryTiming { Model = model, Latency = 3, StallProbability = 0.2, Seed = 5 };
        new DeviceSuite(Devices.Tsim, timing).RunBundle("tvm-gemm-1").Should().Be(new DeviceSuite(Devices.Rtl, timing).RunBundle("tvm-gemm-1"));
    }
}
