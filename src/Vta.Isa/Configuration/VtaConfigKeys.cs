using Vta.Isa.Instructions;

namespace Vta.Isa;

/// <summary>The keys of <c>vta_config.json</c>.</summary>
public static class VtaConfigKeys
{
    /// <summary>LOG_BUS_WIDTH where the key is left out: 64 bits.</summary>
    public const int DefaultLogBusWidth = 6;

    /// <summary>log2 of the bytes of the parameter buffer: adds <see cref="Extensions.Requant"/>.</summary>
    public const string Requant = "LOG_PAR_BUFF_SIZE";

    /// <summary>1 adds <see cref="Extensions.PadValue"/>.</summary>
    public const string PadValue = "PAD_VALUE";

    /// <summary>1 adds <see cref="Extensions.GemmOverwrite"/>.</summary>
    public const string GemmOverwrite = "GEMM_OVERWRITE";

    /// <summary>The taps of a DWCONV step: adds <see cref="Extensions.Depthwise"/>.</summary>
    public const string DepthwiseTaps = "DEPTHWISE_TAPS";

    /// <summary>Keys that every configuration has.</summary>
    public static IReadOnlyList<string> Required { get; } =
    [
        "TARGET", "HW_VER", "LOG_INP_WIDTH", "LOG_WGT_WIDTH", "LOG_ACC_WIDTH", "LOG_BATCH", "LOG_BLOCK",
        "LOG_UOP_BUFF_SIZE", "LOG_INP_BUFF_SIZE", "LOG_WGT_BUFF_SIZE", "LOG_ACC_BUFF_SIZE",
    ];

    /// <summary>Keys that follow from the others, or have a default, where they are left out.</summary>
    public static IReadOnlyList<string> Optional { get; } =
        ["LOG_BLOCK_IN", "LOG_BLOCK_OUT", "LOG_OUT_WIDTH", "LOG_OUT_BUFF_SIZE", "LOG_BUS_WIDTH", Requant, PadValue, GemmOverwrite, DepthwiseTaps];

    /// <summary>The keys that say what <paramref name="config"/> is, and nothing that follows from others.</summary>
    public static IEnumerable<KeyValuePair<string, string?>> Of(VtaConfig config)
    {
        yield return new("TARGET", config.Target);
        yield return new("HW_VER", config.HardwareVersion);
        yield return Number("LOG_INP_WIDTH", config.LogInpWidth);
        yield return Number("LOG_WGT_WIDTH", config.LogWgtWidth);
        yield return Number("LOG_ACC_WIDTH", config.LogAccWidth);
        yield return Number("LOG_BATCH", config.LogBatch);
        yield return Number("LOG_BLOCK", config.LogBlockIn);
        if (config.LogBlockOut != config.LogBlockIn)
            yield return Number("LOG_BLOCK_OUT", config.LogBlockOut);
        yield return Number("LOG_UOP_BUFF_SIZE", config.LogUopBuffSize);
        yield return Number("LOG_INP_BUFF_SIZE", config.LogInpBuffSize);
        yield return Number("LOG_WGT_BUFF_SIZE", config.LogWgtBuffSize);
        yield return Number("LOG_ACC_BUFF_SIZE", config.LogAccBuffSize);
        if (config.LogBusWidth != DefaultLogBusWidth)
            yield return Number("LOG_BUS_WIDTH", config.LogBusWidth);
        if (config.LogParBuffSize is { } size)
            yield return Number(Requant, size);
        if (config.Extensions.HasFlag(Extensions.PadValue))
            yield return Number(PadValue, 1);
        if (config.Extensions.HasFlag(Extensions.GemmOverwrite))
            yield return Number(GemmOverwrite, 1);
        if (config.DepthwiseTaps > 0)
            yield return Number(DepthwiseTaps, config.DepthwiseTaps);
    }

    private static KeyValuePair<string, string?> Number(string key, int value) => new(key, $"{value}");
}
