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
}
