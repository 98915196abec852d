using Vta.Runtime;
using Vta.Runtime.Bundles;
using Vta.TestSupport;

namespace Vta.Conformance.Tests.Schedules;

/// <summary>TVM's tests of its VTA, on every backend: programs of the schedule language leave what their declarations say.</summary>
public sealed class ScheduleProgramTests
{
    private static readonly string[] s_configurations =
    [
        "",
        "LOG_BATCH=1 LOG_BLOCK=3 LOG_WGT_BUFF_SIZE=16",
        "LOG_INP_WIDTH=2 LOG_WGT_WIDTH=1 LOG_ACC_WIDTH=4 LOG_INP_BUFF_SIZE=14 LOG_WGT_BUFF_SIZE=16 LOG_ACC_BUFF_SIZE=15",
    ];

    public static TheoryData<string> Configurations => [.. s_configurations];

    [Theory]
    [MemberData(nameof(Configurations))]
    public void On_fsim(string configuration) => Verify(Devices.Fsim, configuration);

    [Theory]
    [MemberData(nameof(Configurations))]
    public void On_rtl(string configuration) => Verify(Devices.Rtl, configuration);

    [ToolTheory("verilator")]
    [InlineData("")]
    public void On_tsim(string configuration) => Verify(Devices.Tsim, configuration);

    /// <summary>All programs, one after the other on one device.</summary>
    private static void Verify(string target, string configuration)
    {
        var config = Conformance.Tests.Configurations.With(configuration);
        using var device = Devices.Create(target, config);
        foreach (var name in SchedulePrograms.NamesFor(config))
            BundleRunner.Run(SchedulePrograms.Create(name, config).Bundle, device).Mismatches.Should().BeEmpty($"{name} on {target}");
    }
}
