using Vta.Compiler.Workloads;
using Vta.Isa.Launch;
using Vta.Isa.Programs;
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
}
