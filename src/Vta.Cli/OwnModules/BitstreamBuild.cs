using System.Globalization;
using System.Text.Json.Nodes;
using CliWrap;
using CliWrap.Buffered;
using Vta.Hdl.Boards;
using Vta.Isa;
using static CliWrap.Cli;

namespace Vta.Cli.OwnModules;

/// <summary>A bitstream, with what its device is used for.</summary>
/// <param name="Path">The file.</param>
/// <param name="LogicCells">Logic cells in use, and those that there are.</param>
/// <param name="Memories">Block memories, too.</param>
/// <param name="Megahertz">What the slowest clock reaches; null where there is none.</param>
internal sealed record BitstreamBuild(string Path, (int Used, int Available) LogicCells, (int Used, int Available) Memories, double? Megahertz)
{
    private static readonly string[] s_tools = ["yosys", "nextpnr-ice40", "icepack"];

    /// <summary>Runs the script of a project that is in a folder.</summary>
    /// <exception cref="VtaInputException">A tool is missing, or fails: the design is too large, too slow, or a pin is none.</exception>
    public static BitstreamBuild Run(string folder, Ice40Project project)
    {
        var script = System.IO.Path.Combine(folder, Ice40Project.Script);
        if (s_tools.FirstOrDefault(tool => !IsInstalled(tool)) is { } missing)
            throw new VtaInputException($"needs {missing}, which is not on the path; on Debian and Ubuntu: apt-get install yosys nextpnr-ice40 fpga-icestorm", script);
        var result = Wrap("sh").WithArguments([script]).WithValidation(CommandResultValidation.None).ExecuteBufferedAsync().GetAwaiter().GetResult();
        if (result.ExitCode != 0)
        {
            var lines = (result.StandardOutput + result.StandardError).Split('\n', StringSplitOptions.RemoveEmptyEntries);
            throw new VtaInputException((lines.FirstOrDefault(line => line.StartsWith("ERROR", StringComparison.Ordinal)) ?? lines.LastOrDefault("fails")).Trim(), script);
        }
        var report = JsonNode.Parse(File.ReadAllText(System.IO.Path.Combine(folder, project.Top + ".json")))!;
        var clocks = report["fmax"]!.AsObject().Select(clock => clock.Value!["achieved"]!.GetValue<double>()).ToArray();
        return new(System.IO.Path.Combine(folder, project.Top + ".bin"), Used("ICESTORM_LC"), Used("ICESTORM_RAM"), clocks.Length == 0 ? null : clocks.Min());

        (int Used, int Available) Used(string cell) => report["utilization"]![cell] is { } use ? (use["used"]!.GetValue<int>(), use["available"]!.GetValue<int>()) : default;
    }

    public JsonObject ToJson() => new()
    {
        ["file"] = Path,
        ["logic_cells"] = LogicCells.Used,
        ["block_memories"] = Memories.Used,
        ["megahertz"] = Megahertz,
    };

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Path}: {LogicCells.Used} of {LogicCells.Available} logic cells, {Memories.Used} of {Memories.Available} block memories{(Megahertz is { } clock ? $", up to {clock:0.0} MHz" : "")}");

    private static bool IsInstalled(string tool) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(System.IO.Path.PathSeparator).Any(folder => File.Exists(System.IO.Path.Combine(folder, tool)));
}
