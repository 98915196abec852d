using Vta.Isa;
using Vta.Runtime;
using Vta.Runtime.Bundles;
using Vta.TestSupport;

namespace Vta.Conformance.Tests.Schedules;

/// <summary>
/// Random schedules on the hardware, with memory fast and slow: their tokens keep every unit from being too early.
/// <c>VTA_RANDOM_SCHEDULES</c> sets how many are run for each configuration.
/// </summary>
public sealed class RandomScheduleTests
{
    private static readonly int s_schedules =
        int.TryParse(Environment.GetEnvironmentVariable("VTA_RANDOM_SCHEDULES"), out var count) ? count : 24;

    private static readonly MemoryTiming[] s_timings = [new(), new() { Latency = 100 }, new() { Latency = 8, StallProbability = 0.6 }];

    [Theory]
    [InlineData("")]
    [InlineData("LOG_BATCH=1 LOG_BLOCK=2 LOG_UOP_BUFF_SIZE=8 LOG_INP_BUFF_SIZE=11 LOG_WGT_BUFF_SIZE=11 LOG_ACC_BUFF_SIZE=13")]
    public void On_rtl(string configuration)
    {
        var config = Conformance.Tests.Configurations.With(configuration);
        var verified = 0;
        foreach (var (index, timing) in s_timings.Index())
        {
            using var device = Devices.Create(Devices.Rtl, config, new DeviceOptions { Memory = timing });
            for (var seed = index; seed < s_schedules; seed += s_timings.Length)
            {
                ScheduledProgram scheduled;
                try
                {
                    scheduled = RandomSchedule.Create(seed, config);
                }
                catch (VtaInputException)
                {
                    continue;
                }
                scheduled.Program.Check().Should().BeEmpty(scheduled.Bundle.Name);
                BundleRunner.Run(scheduled.Bundle, device).Mismatches.Should().BeEmpty($"{scheduled.Bundle.Name} with {timing}");
                verified++;
            }
        }
        verified.Should().BeGreaterThan(s_schedules / 2);
    }
}
