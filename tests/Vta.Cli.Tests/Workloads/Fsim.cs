using Vta.Cli.Workloads;
using Vta.Compiler;
using Vta.Compiler.Workloads;
using Vta.Isa;
using Vta.Isa.Launch;
using Vta.Runtime;
using Vta.Runtime.Bundles;

namespace Vta.Cli.Tests.Workloads;

/// <summary>Compiles workloads by name and runs them on the behavioural simulator.</summary>
internal static class Fsim
{
    /// <summary>Runs a workload, which must leave what it is expected to and raise no fault.</summary>
    internal static LaunchStatistics Verify(string name, string schedule, VtaConfig config, params (string Name, string Value)[] options)
    {
        var workload = Compile(name, schedule, config, options);
        var result = BundleRunner.Run(workload.Bundle, Devices.Fsim);
        result.Mismatches.Should().BeEmpty($"{workload.Title} ({workload.Schedule})");
        return result.Statistics;
    }

    internal static CompiledWorkload Compile(string name, string schedule, VtaConfig config, params (string Name, string Value)[] options) =>
        WorkloadCatalog.Find(name).Compile(config, new WorkloadArguments
        {
            Schedule = schedule,
            Options = options.ToDictionary(option => option.Name, option => option.Value),
        });
}
