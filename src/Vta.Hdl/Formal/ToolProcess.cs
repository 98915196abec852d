using System.ComponentModel;
using System.Diagnostics;

namespace Vta.Hdl.Formal;

/// <summary>
/// Runs a command line tool. Plain <see cref="Process"/> does all that is needed here, and the package stays without dependencies.
/// </summary>
internal static class ToolProcess
{
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

/// <summary>A command line tool is not installed.</summary>
internal sealed class ToolMissingException(string tool)
    : Exception($"{tool} is not installed: proofs need yosys (with yosys-smtbmc) and z3; on Debian and Ubuntu, apt-get install yosys z3");
