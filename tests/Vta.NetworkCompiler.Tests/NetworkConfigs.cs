using Vta.Isa;
using Vta.TestSupport;

namespace Vta.NetworkCompiler.Tests;

/// <summary>Configurations with the extensions that networks need.</summary>
internal static class NetworkConfigs
{
    private static readonly Dictionary<string, VtaConfig> All = new()
    {
        ["1x16x16"] = NetworkConfiguration.WithExtensions(VtaConfig.Default),
        ["tiny"] = VtaConfig.Load(Path.Combine(GoldenFile.Repository, "config", "tiny.json")),
        ["2x16x16"] = NetworkConfiguration.WithExtensions(VtaConfig.Default.With(("LOG_BATCH", 1))),
        ["1x16x32"] = NetworkConfiguration.WithExtensions(VtaConfig.Default.With(("LOG_BLOCK_OUT", 5))),
    };

    /// <summary>A small core, which Verilator builds soon.</summary>
    internal static VtaConfig Small { get; } = NetworkConfiguration.WithExtensions(VtaConfig.Default.With(
        ("LOG_BLOCK", 2), ("LOG_INP_BUFF_SIZE", 13), ("LOG_WGT_BUFF_SIZE", 15), ("LOG_ACC_BUFF_SIZE", 14), ("LOG_UOP_BUFF_SIZE", 13)));

    internal static IEnumerable<string> Names => All.Keys;

    internal static VtaConfig Of(string name) => All[name];
}
