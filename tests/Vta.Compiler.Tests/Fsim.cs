using Vta.Isa;
using Vta.Simulator;

namespace Vta.Compiler.Tests;

/// <summary>Runs compiled workloads on the behavioural simulator.</summary>
internal static class Fsim
{
    /// <summary>Runs a workload, which must leave what it is expected to and raise no fault.</summary>
    internal static LaunchStatistics Verify(CompiledWorkload workload) => Verify(workload.Bundle, workload.Schedule);

    /// <summary>Runs a bundle, which must leave what it is expected to and raise no fault.</summary>
    internal static LaunchStatistics Verify(ProgramBundle bundle, string schedule = "")
    {
        var dram = bundle.CreateDram();
        var request = bundle.Launches.Single();
        LaunchValidation.Check(bundle.Config, dram, request);
        var result = new BehaviouralSimulator(bundle.Config).Launch(dram, request);
        result.ThrowOnFault(bundle.Config, dram, request);
        bundle.Compare(dram).Should().BeEmpty($"{bundle.Name} ({schedule})");
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
