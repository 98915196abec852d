using Vta.Isa;

namespace Vta.Hardware.Tests;

/// <summary>Configurations that differ in what the hardware is sized by.</summary>
internal static class Configurations
{
    private static readonly Dictionary<string, (string Key, int Value)[]> s_changes = new()
    {
        ["default"] = [],
        ["batch 2"] = [("LOG_BATCH", 1)],
        ["block 8"] = [("LOG_BLOCK", 3), ("LOG_UOP_BUFF_SIZE", 13), ("LOG_INP_BUFF_SIZE", 13), ("LOG_WGT_BUFF_SIZE", 14), ("LOG_ACC_BUFF_SIZE", 15)],
        ["block 32"] = [("LOG_BLOCK", 5)],
        ["8 in, 32 out"] = [("LOG_BLOCK_IN", 3), ("LOG_BLOCK_OUT", 5)],
        ["batch 4, block 4"] = [("LOG_BATCH", 2), ("LOG_BLOCK", 2), ("LOG_ACC_BUFF_SIZE", 13)],
        ["bus of 512 bits"] = [("LOG_BUS_WIDTH", 9)],
        ["bus of 128 bits"] = [("LOG_BUS_WIDTH", 7)],
        ["16-bit accumulators"] = [("LOG_ACC_WIDTH", 4), ("LOG_ACC_BUFF_SIZE", 16)],
        ["small buffers"] = [("LOG_UOP_BUFF_SIZE", 10), ("LOG_INP_BUFF_SIZE", 11), ("LOG_WGT_BUFF_SIZE", 15), ("LOG_ACC_BUFF_SIZE", 14)],
        ["all extensions"] = [("LOG_PAR_BUFF_SIZE", 14), ("PAD_VALUE", 1), ("GEMM_OVERWRITE", 1), ("DEPTHWISE_TAPS", 8)],
        ["block 8, batch 2, all extensions"] =
            [("LOG_BATCH", 1), ("LOG_BLOCK", 3), ("LOG_WGT_BUFF_SIZE", 16), ("LOG_BUS_WIDTH", 7), ("LOG_PAR_BUFF_SIZE", 13), ("PAD_VALUE", 1), ("GEMM_OVERWRITE", 1), ("DEPTHWISE_TAPS", 3)],
    };

    public static IEnumerable<string> Names => s_changes.Keys;

    public static VtaConfig Named(string name) => VtaConfig.Default.With(s_changes[name]);
}
