using Vta.Hdl.Tests.Simulation;
using Vta.TestSupport;

namespace Vta.Hdl.Tests.Verilog;

/// <summary>The Verilog of random modules, run by Icarus and Verilator: outputs and registers as in the reference simulator, in every cycle.</summary>
public sealed class RandomVerilogTests : IDisposable
{
    // A module takes about ten seconds to build.
    private static readonly int s_verilatorModules = int.TryParse(Environment.GetEnvironmentVariable("VTA_VERILATOR_MODULES"), out var count) ? count : 2;

    private static readonly int[] s_seeds = [.. Enumerable.Range(1, 15)];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("vta-hdl-");

    public static TheoryData<int> Seeds => [.. s_seeds];

    public void Dispose() => _folder.Delete(recursive: true);

    [ToolTheory("iverilog", "vvp")]
    [MemberData(nameof(Seeds))]
    public void Icarus_agrees_with_the_reference_simulator(int seed) => Cosimulation(seed).Icarus().Should().Be("end");

    /// <summary>A few modules in one program, since building takes long: without expansion of wide values it is five times shorter.</summary>
    [ToolFact("verilator")]
    public void Verilator_agrees_with_the_reference_simulator()
    {
        var modules = s_seeds.Take(s_verilatorModules).Select(Cosimulation).ToArray();
        var top = $"module top;\n{string.Concat(modules.Select(m => $"  {m.Testbench} {m.Testbench} ();\n"))}endmodule\n";
        File.WriteAllText(PathOf("sim.v"), string.Concat(modules.Select(m => m.Text)) + top);

        string[] flags = ["--binary", "-fno-expand", "-Wno-fatal", "-Wno-lint", "-Wno-style", "-CFLAGS", "-O0", "--top", "top", "--Mdir", PathOf("build"), "-o", "sim"];
        var (exitCode, output) = ExternalTool.Run("verilator", [.. flags, PathOf("sim.v")]);
        exitCode.Should().Be(0, output);
        ExternalTool.Run(PathOf(Path.Combine("build", "sim"))).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Should().Equal(modules.Select(_ => "end"));
    }

    private Cosimulation Cosimulation(int seed) => new(new RandomModule(seed).Elaborate(), _folder.FullName, seed);

    private string PathOf(string name) => Path.Combine(_folder.FullName, name);
}
