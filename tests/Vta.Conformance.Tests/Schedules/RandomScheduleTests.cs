using Vta.Isa;
using Vta.Runtime;
using Vta.Runtime.Bundles;
using Vta.TestSupport;

namespace Vta.Conformance.Tests.Schedules;

/// <summary>
/// Random schedules on the simulator and on the hardware, with memory fast and slow: their tokens keep every unit from being too early.
/// <c>VTA_RANDOM_SCHEDULES</c> sets how many are run for each configuration, from <c>VTA_RANDOM_SEED</c> on.
/// </summary>
public sealed class RandomScheduleTests
{
    private static readonly int s_schedules = Setting("VTA_RANDOM_SCHEDULES", 30);
    private static readonly int s_firstSeed = Setting("VTA_RANDOM_SEED", 0);

    [Theory]
    [InlineData("")]
    [InlineData("LOG_BATCH=1 LOG_BLOCK=2 LOG_UOP_BUFF_SIZE=8 LOG_INP_BUFF_SIZE=11 LOG_WGT_BUFF_SIZE=11 LOG_ACC_BUFF_SIZE=13")]
    public void On_all_targets(string configuration)
    {
        var config = Conformance.Tests.Configurations.With(configuration);
        using var simulator = Devices.Create(Devices.Fsim, config);
        using var hardware = Rtl(config, new());
        using var late = Rtl(config, new() { Latency = 100 });
        using var stalled = Rtl(config, new() { Latency = 8, StallProbability = 0.6 });
        var (verified, refused) = (0, 0);
        while (verified < s_schedules)
        {
            var seed = s_firstSeed + verified + refused;
            ScheduledProgram scheduled;
            try
            {
                scheduled = RandomSchedule.Create(seed, config);
            }
            catch (VtaInputException)
            {
                (++refused).Should().BeLessThan(s_schedules);
                continue;
            }
            scheduled.Program.Check().Should().BeEmpty(scheduled.Bundle.Name);
            Verify("fsim", simulator);
            Verify("rtl", hardware);
            if (seed % 2 == 0)
                Verify("rtl with late memory", late);
            else
                Verify("rtl with memory that stalls", stalled);
            verified++;

            void Verify(string target, IDevice device) =>
                BundleRunner.Run(scheduled.Bundle, device).Mismatches.Should().BeEmpty($"{scheduled.Bundle.Name} on {target}");
        }
    }

    private static int Setting(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), out var value) ? value : otherwise;

    private static IDevice Rtl(VtaConfig config, MemoryTiming timing) =>
        Devices.Create(Devices.Rtl, config, new DeviceOptions { Memory = timing });
}
