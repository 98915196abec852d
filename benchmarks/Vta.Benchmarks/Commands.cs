using System.ComponentModel;
using System.Diagnostics;

namespace Vta.Benchmarks;

/// <summary>Tools that may be missing.</summary>
internal static class Commands
{
    /// <summary>What a program prints; null where there is none, or it fails.</summary>
    public static string? Run(string program, params IReadOnlyList<string> arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0 ? output : null;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
