using System.IO.Compression;
using CliWrap;
using CliWrap.Buffered;
using Vta.Hdl.Verilog;
using Vta.Isa;
using Vta.Runtime.Rtl;
using Vta.Runtime.Verilator;

namespace Vta.Runtime.Gates;

/// <summary>Lets Yosys make gates of an accelerator's Verilog: and, or, xor, not, multiplexers, flip-flops of one kind; memories stay memories.</summary>
internal static class Synthesis
{
    private const string Tool = "yosys";
    private const string Netlist = "gates.json";

    /// <summary>What is missing, and how to get it; null where nothing is.</summary>
    public static string? Missing => Toolchain.OnPath(Tool) is null
        ? $"target {TargetNames.Gates} needs {Tool}, not found on the path: run scripts/setup --tests, or install the package {Tool}"
        : null;

    /// <summary>The gates of an accelerator, from the cache where they are there.</summary>
    /// <exception cref="VtaInputException">Yosys is missing.</exception>
    /// <exception cref="HardwareException">Yosys refuses the Verilog.</exception>
    public static GateNetlist Of(AcceleratorDesign accelerator, Action<string>? report)
    {
        var tool = Toolchain.OnPath(Tool) ?? throw new VtaInputException(Missing!);
        var verilog = VerilogEmitter.Emit(accelerator.Design, Locators.None);
        var top = Path.GetFileNameWithoutExtension(verilog[^1].Name);
        var script = Script(verilog.Select(file => file.Name), top);
        var path = new SimulationCache().Get(ContentKey.Of([Toolchain.IdentityOf(tool), script, .. verilog.Select(file => file.Text)]), folder =>
        {
            report?.Invoke("synthesising the accelerator with Yosys, once for each configuration");
            return Run(verilog, script, folder);
        }, ".json.gz");
        using var packed = new GZipStream(new MemoryStream(SealedFile.Content(path)), CompressionMode.Decompress);
        using var json = new MemoryStream();
        packed.CopyTo(json);
        return GateNetlist.Read(json.GetBuffer().AsMemory(0, (int)json.Length), top);
    }

    // Read registers stay outside of memories, and flip-flops become those of one kind: their enables and resets are gates too.
    private static string Script(IEnumerable<string> files, string top) =>
        $"""
        read_verilog {string.Join(' ', files)}
        hierarchy -check -top {top}
        proc
        flatten
        opt -full
        wreduce
        peepopt
        opt_clean
        alumacc
        opt
        memory -nomap -nordff
        opt -fast -full
        opt_clean
        techmap
        opt -fast
        dfflegalize -cell $_DFF_P_ 01
        abc -fast -g AND,OR,XOR,MUX
        setundef -zero
        opt_clean
        check -assert
        write_json {Netlist}
        """;

    private static string Run(IReadOnlyList<VerilogFile> verilog, string script, string folder)
    {
        foreach (var file in verilog)
            File.WriteAllText(Path.Combine(folder, file.Name), file.Text);
        File.WriteAllText(Path.Combine(folder, "gates.ys"), script);
        var result = CliWrap.Cli.Wrap(Tool).WithArguments(["-q", "gates.ys"]).WithWorkingDirectory(folder).WithValidation(CommandResultValidation.None)
            .ExecuteBufferedAsync().GetAwaiter().GetResult();
        if (result.ExitCode != 0)
            throw new HardwareException($"Yosys cannot synthesise the accelerator: {result.StandardError.Split('\n').FirstOrDefault(line => line.Length > 0)}");
        var packed = Path.Combine(folder, "gates.json.gz");
        using (var target = new GZipStream(File.Create(packed), CompressionLevel.Fastest))
        using (var source = File.OpenRead(Path.Combine(folder, Netlist)))
            source.CopyTo(target);
        return packed;
    }
}
