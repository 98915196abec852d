using Vta.Isa;
using Vta.Isa.Requant;

namespace Vta.NetworkCompiler;

/// <summary>Configurations that networks run on.</summary>
public static class NetworkConfiguration
{
    // Requantisation is of such accumulators.
    private const int AccWidth = 32;

    // Parameters of as many blocks of channels as most layers have.
    private const int LogParDepth = 6;

    private const int MostTaps = 8;

    /// <summary>
    /// A configuration with the extensions that networks need. What it says of them itself stays; one whose accumulators are too narrow for them stays as it is.
    /// </summary>
    public static VtaConfig WithExtensions(VtaConfig config)
    {
        if (config.AccWidth != AccWidth)
            return config;
        List<(string Key, int Value)> keys = [("PAD_VALUE", 1), ("GEMM_OVERWRITE", 1)];
        if (config.Par is null)
            keys.Add(("LOG_PAR_BUFF_SIZE", LogParDepth + config.LogBlockOut + int.Log2(RequantParameters.Bytes)));
        // What a step of DWCONV takes is rows of a weight element, of inputs that lie as outputs do.
        if (!config.HasDepthwise && config.BlockIn == config.BlockOut && config.BlockOut > 1)
            keys.Add((VtaConfigKeys.DepthwiseTaps, Math.Min(MostTaps, config.BlockOut)));
        return config.With([.. keys]);
    }
}
