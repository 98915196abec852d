using CliWrap;
using CliWrap.Buffered;
using Vta.Isa;

namespace Vta.Runtime.Verilator;

/// <summary>Builds a simulation with Verilator and the C++ compiler.</summary>
internal static class VerilatorBuild
{
    /// <summary>The library of a simulation, from the cache where it is there.</summary>
    /// <param name="sources">What it is built from.</param>
    /// <param name="report">Told of a build; null where nobody listens.</param>
    /// <exception cref="Isa.VtaInputException">A tool is missing.</exception>
    /// <exception cref="HardwareException">The tools refuse the sources.</exception>
    public static string Library(SimulationSources sources, Action<string>? report)
    {
        var tools = Toolchain.Find();
        return new SimulationCache().Get(sources.Key(tools), folder =>
        {
            report?.Invoke("building the simulation with Verilator, once for each configuration");
            return Build(sources, folder);
        });
    }

    private static string Build(SimulationSources sources, string folder)
    {
        sources.WriteTo(folder);
        var result = Cli.Wrap("verilator").WithArguments(sources.Arguments).WithWorkingDirectory(folder).WithValidation(CommandResultValidation.None)
            .ExecuteBufferedAsync().GetAwaiter().GetResult();
        if (result.ExitCode != 0)
            throw new HardwareException($"Verilator cannot build the simulation: {FirstError(result)}");
        return Path.Combine(folder, "obj_dir", SimulationSources.LibraryFile);
    }

    private static string FirstError(BufferedCommandResult result)
    {
        var lines = $"{result.StandardError}\n{result.StandardOutput}".Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return lines.FirstOrDefault(line => line.Contains("rror", StringComparison.Ordinal)) ?? $"exit code {result.ExitCode}";
    }
}
