using Vta.Runtime;
using Vta.Runtime.Bundles;
using Vta.TestSupport;

namespace Vta.Conformance.Tests.Schedules;

/// <summary>What the compiler makes of stages, on the hardware: programs of every kind.</summary>
public sealed class AluProgramTests
{
    [Theory]
    [InlineData("")]
    [InlineData("LOG_BATCH=1 LOG_BLOCK=3 LOG_WGT_BUFF_SIZE=16")]
    public void On_rtl(string configuration)
    {
        var config = Conformance.Tests.Configurations.With(configuration);
        using var device = Devices.Create(Devices.Rtl, config, new DeviceOptions { Memory = new() { Latency = 8, StallProbability = 0.3 } });
        foreach (var name in StagePrograms.Names)
            BundleRunner.Run(StagePrograms.Create(name, config), device).Mismatches.Should().BeEmpty(name);
    }
}
