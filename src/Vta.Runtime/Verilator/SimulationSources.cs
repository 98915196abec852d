using Vta.Hdl.Verilog;
using Vta.Runtime.Rtl;

namespace Vta.Runtime.Verilator;

/// <summary>All that a simulation is built from: Verilog, the C++ harness, and flags.</summary>
/// <param name="Verilog">One file for each module.</param>
/// <param name="Top">The top module.</param>
/// <param name="Support">The C++ files that go with it, by name.</param>
/// <param name="Traces">Whether waveforms can be written; such a simulation is slower.</param>
internal sealed record SimulationSources(IReadOnlyList<VerilogFile> Verilog, string Top, IReadOnlyList<(string Name, string Text)> Support, bool Traces)
{
    public const string LibraryFile = "libvta.so";

    private const string SignedNumbers = "vta_signed.h";

    /// <summary>What is compiled beside the model: our way to it, and TVM's.</summary>
    private static readonly string[] Units = ["vta_harness.cpp", "vta_tvm.cpp"];

    private static readonly string[] Headers = ["vta_harness.h", SignedNumbers];

    /// <summary>The sources of a design's simulation.</summary>
    public static SimulationSources Of(AcceleratorDesign accelerator, bool traces)
    {
        var verilog = accelerator.Verilog;
        var top = Path.GetFileNameWithoutExtension(verilog[^1].Name);
        return new SimulationSources(verilog, top, [.. Units.Concat(Headers).Select(name => (name, Text(name)))], traces);
    }

    /// <summary>What Verilator is called with, in the folder that holds the files.</summary>
    public IReadOnlyList<string> Arguments =>
    [
        "--cc", "--exe", "--build", "--build-jobs", "2",
        "-O3", "--x-assign", "fast", "--x-initial", "fast", "--noassert", "--threads", "1", "-Wno-fatal",

        // It builds wide values lane by lane, each time copying the whole: two thirds of the time of a simulation.
        "-fno-dfg",
        .. Traces ? new[] { "--trace-fst" } : [],
        "-CFLAGS", $"-fPIC -fvisibility=hidden -fno-gnu-unique -include ../{SignedNumbers}",
        "-LDFLAGS", "-shared",

        // Verilator's own default, -Os, comes after -CFLAGS and would win. With -O2, writes to parts of memories remain calls of a
        // general function.
        "-MAKEFLAGS", "OPT_FAST=-O3 OPT_SLOW=-O0 OPT_GLOBAL=-O1",
        "--top-module", Top, "--prefix", "VVta", "-o", LibraryFile,
        .. Verilog.Select(file => file.Name),
        .. Units,
    ];

    /// <summary>A name for the simulation that these sources give with a toolchain, and for no other.</summary>
    public string Key(Toolchain tools) => ContentKey.Of([tools.Identity, .. Arguments, .. Files.SelectMany(file => new[] { file.Name, file.Text })]);

    /// <summary>Writes the files into a folder.</summary>
    public void WriteTo(string folder)
    {
        foreach (var (name, text) in Files)
            File.WriteAllText(Path.Combine(folder, name), text);
    }

    private IEnumerable<(string Name, string Text)> Files => Verilog.Select(file => (file.Name, file.Text)).Concat(Support);

    private static string Text(string resource)
    {
        using var reader = new StreamReader(typeof(SimulationSources).Assembly.GetManifestResourceStream(resource)!);
        return reader.ReadToEnd();
    }
}
