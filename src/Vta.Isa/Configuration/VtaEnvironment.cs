using Vta.Isa.Instructions;

namespace Vta.Isa;

/// <summary>All parameters of a configuration under the names that TVM's <c>env</c> shows them, in its order, ours after them.</summary>
public static class VtaEnvironment
{
    /// <summary>Names and values; a value is an <see cref="int"/>, a <see cref="uint"/> or a <see cref="string"/>.</summary>
    public static IReadOnlyList<KeyValuePair<string, object>> Of(VtaConfig config) =>
    [
        new("TARGET", config.Target),
        new("HW_VER", config.HardwareVersion),
        new("LOG_BATCH", config.LogBatch),
        .. config.LogBlockIn == config.LogBlockOut
            ? (KeyValuePair<string, object>[])[new("LOG_BLOCK", config.LogBlockIn)]
            : [new("LOG_BLOCK_IN", config.LogBlockIn), new("LOG_BLOCK_OUT", config.LogBlockOut)],
        new("INP_WIDTH", config.InpWidth),
        new("WGT_WIDTH", config.WgtWidth),
        new("ACC_WIDTH", config.AccWidth),
        new("OUT_WIDTH", config.OutWidth),
        new("BATCH", config.Batch),
        new("BLOCK_IN", config.BlockIn),
        new("BLOCK_OUT", config.BlockOut),
        new("UOP_BUFF_SIZE", config.Uop.BuffSize),
        new("INP_BUFF_SIZE", config.Inp.BuffSize),
        new("WGT_BUFF_SIZE", config.Wgt.BuffSize),
        new("ACC_BUFF_SIZE", config.Acc.BuffSize),
        new("OUT_BUFF_SIZE", config.Out.BuffSize),
        new("INP_ELEM_BITS", config.Inp.ElemBits),
        new("WGT_ELEM_BITS", config.Wgt.ElemBits),
        new("ACC_ELEM_BITS", config.Acc.ElemBits),
        new("OUT_ELEM_BITS", config.Out.ElemBits),
        new("acc_dtype", $"int{config.AccWidth}"),
        new("inp_dtype", $"int{config.InpWidth}"),
        new("wgt_dtype", $"int{config.WgtWidth}"),
        new("out_dtype", $"int{config.OutWidth}"),
        new("BITSTREAM", config.Bitstream),
        new("MODEL", config.Model),
        new("UOP_DEPTH", config.Uop.Depth),
        new("INP_DEPTH", config.Inp.Depth),
        new("WGT_DEPTH", config.Wgt.Depth),
        new("ACC_DEPTH", config.Acc.Depth),
        new("OUT_DEPTH", config.Out.Depth),
        new("BUS_WIDTH", config.BusWidth),
        .. config.Par is { } par
            ? (KeyValuePair<string, object>[])[new("PAR_BUFF_SIZE", par.BuffSize), new("PAR_ELEM_BITS", par.ElemBits), new("PAR_DEPTH", par.Depth)]
            : [],
        .. config.DepthwiseTaps == 0 ? [] : (KeyValuePair<string, object>[])[new("DEPTHWISE_TAPS", config.DepthwiseTaps)],
        .. config.Extensions == Extensions.None ? [] : (KeyValuePair<string, object>[])[new("EXTENSIONS", $"{config.Extensions}")],
        new("ISA_VERSION", InstructionLayout.IsaVersion),
        new("CONFIGURATION_HASH", $"0x{config.ConfigurationHash:x8}"),
    ];
}
