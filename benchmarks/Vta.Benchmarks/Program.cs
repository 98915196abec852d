using System.Globalization;
using System.Runtime.InteropServices;
using Vta.Benchmarks;
using Vta.Cli.Workloads;
using Vta.Compiler;
using Vta.Isa.Programs;
using Vta.Runtime;

// Everything in one run, so that the yardstick is of the same machine in the same state. Prints the rows of a Markdown table.
var root = AppContext.BaseDirectory;
while (!File.Exists(Path.Combine(root, "Vta.sln"))) root = Path.GetDirectoryName(root)!;
var programs = Path.Combine(root, "tests", "programs");
var layer = ProgramBundle.Load(Path.Combine(programs, "tvm-resnet18-c8"));

switch (args)
{
    case ["tilings", .. var rest]:
        Tilings.Print(layer.Config, rest.Length > 0 ? double.Parse(rest[0], CultureInfo.InvariantCulture) : 20, rest.ElementAtOrDefault(1) ?? "");
        return;
    case ["estimates", .. var rest]:
        Tilings.Estimates(layer.Config, rest.Length > 0 ? int.Parse(rest[0], CultureInfo.InvariantCulture) : 10, rest.ElementAtOrDefault(1) ?? "");
        return;
    case ["networks"]:
        NetworkRuns.Print(root);
        return;
    case ["hdl"]:
        var hdl = new Table();
        ProcessorAgainstVerilator.Speed(hdl);
        DesignSizes.Measure(hdl);
        return;
}
Console.WriteLine($"{RuntimeInformation.FrameworkDescription}, {RuntimeInformation.OSDescription}, {Environment.ProcessorCount} processors");
Console.WriteLine();
var table = new Table();

var (words, compiler) = Yardstick.Measure();
table.Row($"yardstick ({compiler})", $"{words / 1e9:0.00} Gword/s");
table.Row("fsim, tvm-resnet18-c8", $"{new Speeds(layer).MultiplyAdds(Devices.Fsim, 100) / 1e9:0.0} GMAC/s");

// Tsim is built in a folder of its own, and before it is timed.
using var cache = new TemporaryFolder();
Environment.SetEnvironmentVariable("VTA_CACHE_DIR", cache.Path);
if (Devices.Obstacle(Devices.Tsim) is { } obstacle)
    table.Row("tsim", obstacle);
else
    table.Row("tsim, build (Verilator and g++, two jobs)", $"{Stopwatches.Once(() => Devices.Create(Devices.Tsim, layer.Config).Dispose()):0.0} s");
var loads = WorkloadCatalog.Find("matmul-blocked").Compile(layer.Config, new WorkloadArguments { Schedule = "seed" });
InProcessAgainstVerilator.Speed(table, layer);
InProcessAgainstVerilator.Speed(table, loads.Bundle);
InProcessAgainstVerilator.FirstResult(table, Path.Combine(programs, "tvm-gemm-1"));

FromConfiguration.Measure(table, "16×16 GEMM core", Path.Combine(root, "vta_config.json"));
FromConfiguration.Measure(table, "32×32 GEMM core", Path.Combine(root, "config", "block32.json"));
FromConfiguration.Measure(table, "64×64 GEMM core", Path.Combine(root, "config", "block64.json"));

Compile("resnet18.c2");
Compile("resnet18.c8");

void Compile(string name)
{
    var workload = WorkloadCatalog.Find("conv2d");
    var arguments = new WorkloadArguments { Options = new Dictionary<string, string> { ["layer"] = name } };
    table.Row($"conv2d {name}: tiling, program and expected result", $"{Stopwatches.Best(5, () => workload.Compile(layer.Config, arguments)):0.00} s");
}
