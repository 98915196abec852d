using Vta.Isa;
using Vta.Simulator;

namespace Vta.Compiler.Tests;

/// <summary>Runs compiled workloads on the behavioural simulator.</summary>
internal static class Fsim
{
    /// <summary>Runs a workload, which must leave what it is expected to and raise no fault.</summary>
    internal static LaunchStatistics Verify(CompiledWorkload workload)
    {
        var dram = workload.Bundle.CreateDram();
        var request = workload.Bundle.Launches.Single();
        LaunchValidation.Check(workload.Bundle.Config, dram, request);
        var result = new BehaviouralSimulator(workload.Bundle.Config).Launch(dram, request);
        result.ThrowOnFault(workload.Bundle.Config, dram, request);
        workload.Bundle.Compare(dram).Should().BeEmpty($"{workload.Title} ({workload.Schedule})");
        return result.Statistics;
    }

    /// <summary>Compiles a workload by name and runs it.</summary>
    internal static LaunchStatistics Verify(string name, string schedule, VtaConfig config, params (string Name, string Value)[] options) =>
        Verify(Compile(name, schedule, config, options));

    internal static CompiledWorkload Compile(string name, string schedule, VtaConfig config, params (string Name, string Value)[] options) =>
        Compiler.Workloads.Find(name).Compile(config, new WorkloadArguments
        {
            Schedule = schedule,
            Options = options.ToDictionary(option => option.Name, option => option.Value),
        });
}
