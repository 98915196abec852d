using Vta.Cli.Workloads;
using Vta.Fuzzing;
using Vta.Isa;
using Vta.Isa.Programs;
using Vta.Runtime;
using Vta.Runtime.Bundles;
using Vta.TestSupport;

namespace Vta.Conformance.Tests.Gates;

/// <summary>The gates that Yosys makes of a small accelerator, on programs.</summary>
public sealed class GateLevelTests
{
    private static readonly VtaConfig s_small = Configurations.With(
        "LOG_BLOCK=1 LOG_UOP_BUFF_SIZE=9 LOG_INP_BUFF_SIZE=8 LOG_WGT_BUFF_SIZE=9 LOG_ACC_BUFF_SIZE=10");

    [ToolFact("yosys")]
    public void Gates_do_what_the_description_does_in_as_many_cycles()
    {
        foreach (var bundle in Workloads())
        {
            var (gates, rtl) = (BundleRunner.Run(bundle, Devices.Gates), BundleRunner.Run(bundle, Devices.Rtl));

            gates.Verified.Should().BeTrue(bundle.Name);
            gates.Statistics.Should().Be(rtl.Statistics);
        }

        var report = new Fuzzer(new FuzzOptions { Target = Devices.Gates, Config = s_small, Rounds = 1, Seed = 4 }).Run();
        report.Failures.Should().BeEmpty();
        report.Programs.Should().Be(FuzzOptions.ProgramsPerRound);
    }

    private static IEnumerable<ProgramBundle> Workloads()
    {
        yield return Compile("gemm", ("m", "5"), ("k", "8"), ("n", "6"));
        yield return Compile("conv2d", ("in-channels", "4"), ("out-channels", "3"), ("height", "5"), ("width", "4"), ("bias", "true"));
    }

    private static ProgramBundle Compile(string workload, params (string Name, string Value)[] options) => WorkloadCatalog.Find(workload)
        .Compile(s_small, new WorkloadArguments { Options = options.ToDictionary(option => option.Name, option => option.Value) }).Bundle;
}
