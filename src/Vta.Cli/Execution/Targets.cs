using Vta.Isa;
using Vta.Simulator;

namespace Vta.Cli.Execution;

/// <summary>Runs one launch on a device.</summary>
internal delegate LaunchResult Launcher(Dram dram, LaunchRequest request);

/// <summary>The backends by name.</summary>
internal static class Targets
{
    public const string Behavioural = "fsim";

    /// <summary>All names, as <c>--target</c> takes them.</summary>
    public static IReadOnlyList<string> Names { get; } = [Behavioural];

    /// <summary>A new device: its on-chip memories are zero.</summary>
    public static Launcher Create(string name, VtaConfig config) => name switch
    {
        Behavioural => new BehaviouralSimulator(config).Launch,
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "not a target"),
    };
}
