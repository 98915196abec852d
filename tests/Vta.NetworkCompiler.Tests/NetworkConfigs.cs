using Vta.Isa;

namespace Vta.NetworkCompiler.Tests;

/// <summary>Configurations with the extensions that networks need.</summary>
internal static class NetworkConfigs
{
    private static readonly Dictionary<string, VtaConfig> All = new()
    {
        ["1x16x16"] = NetworkConfiguration.WithExtensions(VtaConfig.Default),
        ["1x8x8"] = NetworkConfiguration.WithExtensions(VtaConfig.Default.With(("LOG_BLOCK", 3), ("LOG_WGT_BUFF_SIZE", 16), ("LOG_ACC_BUFF_SIZE", 15))),
        ["2x16x16"] = NetworkConfiguration.WithExtensions(VtaConfig.Default.With(("LOG_BATCH", 1))),
        ["1x16x32"] = NetworkConfiguration.WithExtensions(VtaConfig.Default.With(("LOG_BLOCK_OUT", 5))),
    };

    internal static IEnumerable<string> Names => All.Keys;

    internal static VtaConfig Of(string name) => All[name];
}
