using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using Vta.Hdl.Ir;
using Vta.Hdl.Tools;

namespace Vta.Hdl.Simulation.Cosimulation;

/// <summary>A module in Verilog as a library: translated by Verilator and built once in a process for each set of parameters, and loaded until it ends.</summary>
internal sealed unsafe class VerilogLibrary
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(10);
    private static readonly ConcurrentDictionary<string, Lazy<VerilogLibrary>> s_built = [];

    private VerilogLibrary(string path)
    {
        var library = NativeLibrary.Load(path);
        Create = (delegate* unmanaged<nint>)NativeLibrary.GetExport(library, "box_create");
        Destroy = (delegate* unmanaged<nint, void>)NativeLibrary.GetExport(library, "box_destroy");
        Evaluate = (delegate* unmanaged<nint, void>)NativeLibrary.GetExport(library, "box_eval");
        Set = (delegate* unmanaged<nint, int, uint*, void>)NativeLibrary.GetExport(library, "box_set");
        Get = (delegate* unmanaged<nint, int, uint*, void>)NativeLibrary.GetExport(library, "box_get");
    }

    public delegate* unmanaged<nint> Create { get; }

    public delegate* unmanaged<nint, void> Destroy { get; }

    public delegate* unmanaged<nint, void> Evaluate { get; }

    /// <summary>Sets a pin by its number, from words of 32 bits.</summary>
    public delegate* unmanaged<nint, int, uint*, void> Set { get; }

    /// <summary>Reads a pin by its number into words of 32 bits.</summary>
    public delegate* unmanaged<nint, int, uint*, void> Get { get; }

    /// <summary>The library of a black box.</summary>
    /// <exception cref="ToolMissingException">Verilator or the C++ compiler is not installed.</exception>
    /// <exception cref="InvalidOperationException">Verilator refuses the files, or the module has other pins than the black box.</exception>
    public static VerilogLibrary Of(ModuleInstance box)
    {
        var arguments = Arguments(box.DefinitionName, box.External!);
        var harness = VerilogHarness.Of(VerilogHarness.PinsOf(box.External!));
        var times = box.External!.Files.Select(f => File.GetLastWriteTimeUtc(f).Ticks);
        return s_built.GetOrAdd(string.Join('\n', [harness, .. arguments, .. times]), _ => new(() => Build(box, arguments, harness))).Value;
    }

    private static IReadOnlyList<string> Arguments(string module, ExternalModule box) =>
    [
        "--cc", "--exe", "--build", "-O3", "--noassert", "--no-timing", "-Wno-fatal", "--top-module", module, "--prefix", VerilogHarness.Class,
        "-CFLAGS", "-fPIC -fvisibility=hidden -fno-gnu-unique -std=c++17", "-LDFLAGS", "-shared", "-MAKEFLAGS", "OPT_FAST=-O2 OPT_SLOW=-O0 OPT_GLOBAL=-O0", "-o", "box.so",
        .. box.Parameters.Select(p => $"-G{p.Name}={p.Value}"),
        .. box.Files.Select(Path.GetFullPath),
        "harness.cpp",
    ];

    private static VerilogLibrary Build(ModuleInstance box, IReadOnlyList<string> arguments, string harness)
    {
        var folder = Directory.CreateTempSubdirectory("hdl-box-");
        try
        {
            File.WriteAllText(Path.Combine(folder.FullName, "harness.cpp"), harness);
            var result = ToolProcess.Run(ToolNames.VerilogCompiler, folder.FullName, s_patience, arguments);
            if (result is not (0, _))
            {
                var error = result?.Lines.FirstOrDefault(l => l.Contains("rror", StringComparison.Ordinal)) ?? "it took too long";
                throw new InvalidOperationException($"Verilator cannot build the black box {box.DefinitionName} of {string.Join(", ", box.External!.Files)}: {error}");
            }
            return new(Path.Combine(folder.FullName, "obj_dir", "box.so"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
