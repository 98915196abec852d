using System.Diagnostics;

namespace Vta.TestSupport;

/// <summary>Runs command line tools.</summary>
public static class ExternalTool
{
    public static bool IsInstalled(string tool) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, tool)));

    /// <summary>Why a test that needs these tools is skipped; null where all are there.</summary>
    public static string? WhyMissing(IEnumerable<string> tools) =>
        tools.FirstOrDefault(t => !IsInstalled(t)) is { } missing ? $"{missing} is not installed; scripts/setup --tests does it" : null;

    /// <summary>Exit code, and all that the tool printed.</summary>
    public static (int ExitCode, string Output) Run(string tool, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(tool, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output + errors.Result);
    }
}
