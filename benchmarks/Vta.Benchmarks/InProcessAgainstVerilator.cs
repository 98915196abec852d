using Vta.Isa.Programs;
using Vta.Runtime;

namespace Vta.Benchmarks;

/// <summary>The in-process simulator and Verilator on the same design and program, one thread each, without assertions and waves.</summary>
internal static class InProcessAgainstVerilator
{
    private const int Runs = 10;

    /// <summary>Prints cycles a second and their ratio.</summary>
    public static void Speed(Table table, ProgramBundle bundle)
    {
        var speeds = new Speeds(bundle);
        var rtl = speeds.Cycles(Devices.Rtl, Runs);
        table.Row($"rtl, {bundle.Name}", $"{rtl / 1e6:0.00} million cycles/s");
        if (Devices.Obstacle(Devices.Tsim) is not null) return;
        var tsim = speeds.Cycles(Devices.Tsim, Runs);
        table.Row($"tsim, {bundle.Name}", $"{tsim / 1e6:0.00} million cycles/s");
        table.Row($"rtl to tsim, {bundle.Name}", $"{rtl / tsim:0.0} ×");
    }

    /// <summary>Prints how long a user waits for the first result of a small program: a new process, and for Verilator a simulation not built yet.</summary>
    public static void FirstResult(Table table, string bundle)
    {
        var name = Path.GetFileName(bundle);
        var rtl = Stopwatches.Best(3, () => Execute(bundle, Devices.Rtl));
        table.Row($"configuration to result, {name}, rtl", $"{rtl:0.00} s");
        if (Devices.Obstacle(Devices.Tsim) is not null) return;
        var tsim = Stopwatches.Best(2, () => Execute(bundle, Devices.Tsim));
        table.Row($"configuration to result, {name}, tsim with its build", $"{tsim:0.0} s ({tsim / rtl:0} ×)");
    }

    private static void Execute(string bundle, string target)
    {
        using var cache = new TemporaryFolder();
        VtaCommand.Run(cache.Path, "exec", bundle, "--target", target);
    }
}
