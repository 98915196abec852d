using System.Globalization;
using Vta.Isa.Launch;
using Vta.Isa.Programs;
using Vta.TestSupport;

namespace Vta.Conformance.Tests.Tvm;

/// <summary><c>tvm_client.cpp</c>, built once: a program that loads the library and runs bundles as TVM does.</summary>
public sealed class TvmClient : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("vta-tvm-client").FullName;
    private readonly Lazy<string> program;

    public TvmClient() => program = new(Build);

    public void Dispose() => Directory.Delete(folder, recursive: true);

    /// <summary>Runs a bundle; gives the cycles of its launches, and memory where the bundle expects something.</summary>
    internal (long Cycles, IReadOnlyList<byte[]> Memory) Run(string library, ProgramBundle bundle)
    {
        var files = Directory.CreateDirectory(Path.Combine(folder, bundle.Name)).FullName;
        var plan = new List<string>();
        foreach (var (index, segment) in bundle.Memory.Index())
        {
            var file = Path.Combine(files, $"mem{index}");
            File.WriteAllBytes(file, segment.Data);
            plan.Add($"write {segment.Address} {file}");
        }
        plan.AddRange(bundle.Launches.Select(Line));
        var results = bundle.Expected.Select((segment, index) => (segment, File: Path.Combine(files, $"result{index}"))).ToList();
        plan.AddRange(results.Select(each => $"read {each.segment.Address} {each.segment.Data.Length} {each.File}"));
        var planFile = Path.Combine(files, "plan");
        File.WriteAllLines(planFile, plan);

        var (code, output) = ExternalTool.Run(program.Value, library, planFile);
        code.Should().Be(0, output);
        var cycles = output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Sum(line => long.Parse(line, CultureInfo.InvariantCulture));
        return (cycles, [.. results.Select(result => File.ReadAllBytes(result.File))]);
    }

    private static string Line(LaunchRequest launch)
    {
        var bases = launch.Bases;
        return $"launch {launch.InstructionAddress} {launch.InstructionCount} {bases.Uop} {bases.Inp} {bases.Wgt} {bases.Acc} {bases.Out}";
    }

    private string Build()
    {
        var verilator = ExternalTool.Run("verilator", "--getenv", "VERILATOR_ROOT").Output.Trim() + "/include";
        var built = Path.Combine(folder, "tvm_client");
        string[] library = ["verilated.cpp", "verilated_dpi.cpp", "verilated_threads.cpp"];
        string[] sources =
        [
            Path.Combine(GoldenFile.Repository, "tests", "Vta.Conformance.Tests", "Tvm", "tvm_client.cpp"),
            .. library.Select(file => Path.Combine(verilator, file)),
        ];
        string[] flags = ["-std=c++17", $"-I{verilator}", $"-I{verilator}/vltstd", "-o", built, "-pthread", "-ldl"];
        var (code, output) = ExternalTool.Run("g++", [.. sources, .. flags]);
        code.Should().Be(0, output);
        return built;
    }
}
