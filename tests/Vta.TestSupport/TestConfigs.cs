using Vta.Isa;

namespace Vta.TestSupport;

/// <summary>Configurations that differ from the default in each way that matters to the compiler.</summary>
public static class TestConfigs
{
    public static IReadOnlyList<VtaConfig> All { get; } =
    [
        VtaConfig.Default,
        VtaConfig.Default.With(("LOG_BATCH", 1), ("LOG_BLOCK", 3), ("LOG_WGT_BUFF_SIZE", 16)),
        VtaConfig.Default.With(("LOG_BATCH", 2)),
        VtaConfig.Default.With(("LOG_BLOCK", 3), ("LOG_BLOCK_OUT", 4), ("LOG_INP_BUFF_SIZE", 14), ("LOG_WGT_BUFF_SIZE", 17)),
        VtaConfig.Default.With(("LOG_BLOCK", 4), ("LOG_BLOCK_OUT", 3), ("LOG_BUS_WIDTH", 7), ("LOG_ACC_BUFF_SIZE", 16), ("LOG_WGT_BUFF_SIZE", 17)),
        VtaConfig.Default.With(("LOG_BLOCK", 2), ("LOG_UOP_BUFF_SIZE", 8), ("LOG_INP_BUFF_SIZE", 9), ("LOG_WGT_BUFF_SIZE", 10), ("LOG_ACC_BUFF_SIZE", 11)),
        VtaConfig.Default.With(("LOG_INP_WIDTH", 2), ("LOG_WGT_WIDTH", 1), ("LOG_ACC_WIDTH", 4),
            ("LOG_INP_BUFF_SIZE", 13), ("LOG_WGT_BUFF_SIZE", 16), ("LOG_ACC_BUFF_SIZE", 16)),
        VtaConfig.Default.With(("LOG_BLOCK", 0), ("LOG_BATCH", 0), ("LOG_INP_BUFF_SIZE", 10), ("LOG_WGT_BUFF_SIZE", 8), ("LOG_ACC_BUFF_SIZE", 11)),
        VtaConfig.Default.With(("LOG_BLOCK", 5), ("LOG_INP_BUFF_SIZE", 14), ("LOG_UOP_BUFF_SIZE", 6)),
        VtaConfig.Default.With(("LOG_BATCH", 4), ("LOG_BLOCK", 3), ("LOG_ACC_WIDTH", 3)),
    ];
}
