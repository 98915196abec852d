using System.Diagnostics;

namespace Vta.Benchmarks;

/// <summary>From configuration to Verilog, as a command: a process that starts, elaborates, writes, and ends.</summary>
internal sealed class VerilogCommand : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("vta-benchmark-").FullName;

    /// <summary>Seconds of the fastest run.</summary>
    public double Measure(string config, int runs) => Stopwatches.Best(runs, () =>
    {
        var command = Path.Combine(AppContext.BaseDirectory, "vta.dll");
        using var process = Process.Start(new ProcessStartInfo("dotnet", [command, "verilog", "--config", config, "-o", folder])
        {
            RedirectStandardOutput = true,
        })!;
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0) throw new InvalidOperationException($"vta verilog ended with exit code {process.ExitCode}");
    });

    /// <summary>What was written: files, lines and bytes.</summary>
    public (int Files, int Lines, long Bytes) Size()
    {
        var files = Directory.GetFiles(folder, "*.v");
        return (files.Length, files.Sum(file => File.ReadLines(file).Count()), files.Sum(file => new FileInfo(file).Length));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
