using Vta.Isa;
using Vta.Isa.Programs;
using Vta.Runtime;
using Vta.Runtime.Bundles;
using Vta.TestSupport;

namespace Vta.Conformance.Tests.Schedules;

/// <summary>
/// What the compiler makes of stages, on the hardware: programs of every kind, and random ones; <c>VTA_RANDOM_SCHEDULES</c> sets how many of those.
/// </summary>
public sealed class AluProgramTests
{
    private static readonly int s_programs =
        int.TryParse(Environment.GetEnvironmentVariable("VTA_RANDOM_SCHEDULES"), out var count) ? count : 24;

    [Theory]
    [InlineData("")]
    [InlineData("LOG_BATCH=1 LOG_BLOCK=3 LOG_WGT_BUFF_SIZE=16")]
    public void On_rtl(string configuration)
    {
        var config = Conformance.Tests.Configurations.With(configuration);
        using var device = Devices.Create(Devices.Rtl, config, new DeviceOptions { Memory = new() { Latency = 8, StallProbability = 0.3 } });
        foreach (var name in StagePrograms.Names)
            BundleRunner.Run(StagePrograms.Create(name, config), device).Mismatches.Should().BeEmpty(name);
        var verified = 0;
        for (var seed = 0; seed < s_programs; seed++)
        {
            ProgramBundle bundle;
            try
            {
                bundle = RandomAluProgram.Create(seed, config, threads: 1 + seed % 2).Bundle;
            }
            catch (VtaInputException)
            {
                continue;
            }
            BundleRunner.Run(bundle, device).Mismatches.Should().BeEmpty(bundle.Name);
            verified++;
        }
        verified.Should().BeGreaterThan(s_programs / 2);
    }
}
