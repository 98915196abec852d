using System.Diagnostics;

namespace Vta.Benchmarks;

/// <summary>The <c>vta</c> command as a user runs it: a process that starts, works, and ends.</summary>
internal static class VtaCommand
{
    /// <summary>Runs it.</summary>
    /// <param name="cache">Folder of built simulations.</param>
    /// <param name="arguments">Arguments.</param>
    /// <exception cref="InvalidOperationException">It does not end with exit code 0.</exception>
    public static void Run(string cache, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "vta.dll"), .. arguments]) { RedirectStandardOutput = true };
        start.Environment["VTA_CACHE_DIR"] = cache;
        using var process = Process.Start(start)!;
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0) throw new InvalidOperationException($"vta {string.Join(' ', arguments)} ended with exit code {process.ExitCode}");
    }
}
