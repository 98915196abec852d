using System.Runtime.InteropServices;
using Vta.Benchmarks;
using Vta.Compiler;
using Vta.Isa;
using Vta.Runtime;

// Everything in one run, so that the yardstick is of the same machine in the same state. Prints the rows of a Markdown table.
var root = AppContext.BaseDirectory;
while (!File.Exists(Path.Combine(root, "Vta.sln"))) root = Path.GetDirectoryName(root)!;
var bundle = ProgramBundle.Load(Path.Combine(root, "tests", "programs", "tvm-resnet18-c8"));
var speeds = new Speeds(bundle);

Console.WriteLine($"{RuntimeInformation.FrameworkDescription}, {RuntimeInformation.OSDescription}, {Environment.ProcessorCount} processors");
Console.WriteLine();
Console.WriteLine("| what | figure |");
Console.WriteLine("|---|---|");

var (words, compiler) = Yardstick.Measure();
Row($"yardstick ({compiler})", $"{words / 1e9:0.00} Gword/s");
Row("fsim, tvm-resnet18-c8", $"{speeds.MultiplyAdds(Devices.Fsim, 100) / 1e9:0.0} GMAC/s");
Row("rtl, tvm-resnet18-c8", $"{speeds.Cycles(Devices.Rtl, 5) / 1e6:0.00} million cycles/s");
Tsim();
Verilog("16x16 GEMM core", Path.Combine(root, "vta_config.json"));
Verilog("32x32 GEMM core", Path.Combine(root, "config", "block32.json"));
Verilog("64x64 GEMM core", Path.Combine(root, "config", "block64.json"));
Compile("resnet18.c2");
Compile("resnet18.c8");

void Tsim()
{
    if (Devices.Obstacle(Devices.Tsim) is { } obstacle)
    {
        Row("tsim", obstacle);
        return;
    }

    // A cache of its own, so that the simulation is built.
    var cache = Directory.CreateTempSubdirectory("vta-benchmark-cache-").FullName;
    Environment.SetEnvironmentVariable("VTA_CACHE_DIR", cache);
    try
    {
        var build = Stopwatches.Once(() => Devices.Create(Devices.Tsim, bundle.Config).Dispose());
        Row("tsim, tvm-resnet18-c8", $"{speeds.Cycles(Devices.Tsim, 5) / 1e6:0.00} million cycles/s");
        Row("tsim, build (Verilator and g++, two jobs)", $"{build:0.0} s");
    }
    finally
    {
        Directory.Delete(cache, recursive: true);
    }
}

void Verilog(string name, string config)
{
    using var command = new VerilogCommand();
    Row($"configuration to Verilog, as a command, {name}", $"{command.Measure(config, 5):0.00} s");
    var (files, lines, bytes) = command.Size();
    Row($"emitted Verilog, {name}", $"{files} files, {lines} lines, {bytes / 1024} KiB");
}

void Compile(string layer)
{
    var workload = Workloads.Find("conv2d");
    var arguments = new WorkloadArguments { Options = new Dictionary<string, string> { ["layer"] = layer } };
    Row($"conv2d {layer}: tiling, program and expected result", $"{Stopwatches.Best(5, () => workload.Compile(bundle.Config, arguments)):0.00} s");
}

static void Row(string what, string figure) => Console.WriteLine($"| {what} | {figure} |");
