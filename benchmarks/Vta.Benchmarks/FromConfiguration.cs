using Vta.Hardware.Shells;
using Vta.Hdl.Verilog;
using Vta.Isa;

namespace Vta.Benchmarks;

/// <summary>From a configuration to Verilog: as a command, and what elaboration and emission take by themselves once the code is compiled.</summary>
internal static class FromConfiguration
{
    private const int Runs = 5;

    /// <summary>Prints the rows of a configuration.</summary>
    public static void Measure(Table table, string name, string file)
    {
        using var folder = new TemporaryFolder();
        var seconds = Stopwatches.Best(Runs, () => VtaCommand.Run(folder.Path, "verilog", "--config", file, "-o", folder.Path));
        table.Row($"configuration to Verilog, as a command, {name}", $"{seconds:0.00} s");

        var files = Directory.GetFiles(folder.Path, "*.v");
        var lines = files.Sum(path => File.ReadLines(path).Count());
        table.Row($"emitted Verilog, {name}", $"{files.Length} files, {lines} lines, {files.Sum(path => new FileInfo(path).Length) / 1024} KiB");

        var config = VtaConfig.Load(file);
        var before = GC.GetTotalAllocatedBytes(precise: true);
        VerilogEmitter.Emit(new Accelerator(config).Elaborate());
        var allocated = GC.GetTotalAllocatedBytes(precise: true) - before;
        var alone = Stopwatches.Best(Runs, () => VerilogEmitter.Emit(new Accelerator(config).Elaborate()));
        table.Row($"elaboration and emission alone, {name}", $"{alone * 1e3:0} ms, {allocated >> 20} MiB allocated");
    }
}
