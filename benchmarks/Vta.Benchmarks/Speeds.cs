using Vta.Isa.Launch;
using Vta.Isa.Programs;
using Vta.Runtime;

namespace Vta.Benchmarks;

/// <summary>How fast the targets run a program. Its memory is filled once; only launches are timed.</summary>
internal sealed class Speeds(ProgramBundle bundle)
{
    private readonly int macsPerStep = bundle.Config.Batch * bundle.Config.BlockIn * bundle.Config.BlockOut;

    /// <summary>Multiply-adds a second.</summary>
    public double MultiplyAdds(string target, int runs)
    {
        var (seconds, statistics) = Time(target, runs);
        return statistics[Counters.GemmSteps] * (double)macsPerStep / seconds;
    }

    /// <summary>Simulated cycles a second.</summary>
    public double Cycles(string target, int runs)
    {
        var (seconds, statistics) = Time(target, runs);
        return statistics.CycleCount!.Value / seconds;
    }

    private (double Seconds, LaunchStatistics Statistics) Time(string target, int runs)
    {
        using var device = Devices.Create(target, bundle.Config);
        foreach (var segment in bundle.Memory) device.Dram.Write(segment.Address, segment.Data);
        var request = bundle.Launches.Single();
        LaunchStatistics? statistics = null;
        var seconds = Stopwatches.Best(runs, () => statistics = device.Launch(request).Statistics);
        if (bundle.Compare(device.Dram) is [var mismatch, ..]) throw new InvalidOperationException($"{bundle.Name} on {target}: {mismatch}");
        return (seconds, statistics!);
    }
}
