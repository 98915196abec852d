using Vta.Isa;
using Vta.Isa.Requant;

namespace Vta.NetworkCompiler;

/// <summary>Configurations that networks run on.</summary>
public static class NetworkConfiguration
{
    // Parameters of as many blocks of channels as most layers have.
    private const int LogParDepth = 6;

    /// <summary>A configuration with the extensions that networks need. What it says of them itself stays.</summary>
    /// <exception cref="VtaInputException">The configuration cannot have them: accumulators are narrower than 32 bits.</exception>
    public static VtaConfig WithExtensions(VtaConfig config)
    {
        (string Key, int Value) par = ("LOG_PAR_BUFF_SIZE", LogParDepth + config.LogBlockOut + int.Log2(RequantParameters.Bytes));
        return config.With(config.Par is null ? [par, ("PAD_VALUE", 1), ("GEMM_OVERWRITE", 1)] : [("PAD_VALUE", 1), ("GEMM_OVERWRITE", 1)]);
    }
}
