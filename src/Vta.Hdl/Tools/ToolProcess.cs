using System.ComponentModel;
using System.Diagnostics;

namespace Vta.Hdl.Tools;

/// <summary>
/// Runs a command line tool. Plain <see cref="Process"/> does all that is needed here, and the package stays without dependencies.
/// </summary>
internal static class ToolProcess
{
    /// <summary>The tool can be found.</summary>
    public static bool IsInstalled(string tool) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, tool)));

    /// <summary>The lines that the tool printed, and its exit code; null where it took too long.</summary>
    /// <exception cref="ToolMissingException">There is no such tool.</exception>
    public static (int ExitCode, IReadOnlyList<string> Lines)? Run(string tool, string folder, TimeSpan timeout, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(tool, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = new Process { StartInfo = start };
        var lines = new List<string>();
        process.OutputDataReceived += Keep;
        process.ErrorDataReceived += Keep;
        try
        {
            process.Start();
        }
        catch (Win32Exception)
        {
            throw new ToolMissingException(tool);
        }
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        if (!process.WaitForExit(timeout))
        {
            process.Kill(entireProcessTree: true);
            return null;
        }
        process.WaitForExit();
        return (process.ExitCode, lines);

        void Keep(object sender, DataReceivedEventArgs e)
        {
            lock (lines)
            {
                if (e.Data is not null)
                    lines.Add(e.Data);
            }
        }
    }
}
