using Vta.Isa;
using Vta.Runtime;
using Vta.Runtime.Bundles;
using Vta.TestSupport;

namespace Vta.Conformance.Tests.Schedules;

/// <summary>
/// Random schedules of several outputs on the hardware, with memory fast and slow: an output that is read again is read after it was
/// written. <c>VTA_RANDOM_SCHEDULES</c> sets how many are run.
/// </summary>
public sealed class SeveralOutputsTests
{
    private static readonly int s_schedules =
        int.TryParse(Environment.GetEnvironmentVariable("VTA_RANDOM_SCHEDULES"), out var count) ? count : 24;

    [Theory]
    [InlineData(0, 0)]
    [InlineData(100, 0)]
    [InlineData(8, 0.6)]
    public void On_rtl(int latency, double stalls)
    {
        using var device = Devices.Create(Devices.Rtl, VtaConfig.Default, new DeviceOptions { Memory = new() { Latency = latency, StallProbability = stalls } });
        for (var seed = latency; seed < latency + s_schedules / 2; seed++)
        {
            var bundle = RandomOutputs.Create(seed, VtaConfig.Default);
            BundleRunner.Run(bundle, device).Mismatches.Should().BeEmpty(bundle.Name);
        }
    }
}
