namespace Vta.Isa.Instructions;

/// <summary>
/// What a device has beyond TVM's instruction set. Keys of its configuration add them; the register <c>capabilities</c> holds these bits. Without any, a
/// device is TVM's exactly.
/// </summary>
[Flags]
public enum Extensions
{
    None = 0,

    /// <summary>The parameter buffer and the ALU operation REQUANT, by LOG_PAR_BUFF_SIZE.</summary>
    Requant = 1,

    /// <summary>A value that loads of inputs pad with, by PAD_VALUE.</summary>
    PadValue = 2,

    /// <summary>GEMM_SET, which overwrites accumulators, by GEMM_OVERWRITE.</summary>
    GemmOverwrite = 4,

    /// <summary>DWCONV, several taps of a depthwise convolution a step, by DEPTHWISE_TAPS.</summary>
    Depthwise = 8,
}

/// <summary>Which extension a code needs; None for those of every device.</summary>
internal static class ExtensionNeeds
{
    internal static Extensions Needs(this Opcode opcode) => opcode switch
    {
        Opcode.GemmSet => Extensions.GemmOverwrite,
        Opcode.Dwconv => Extensions.Depthwise,
        _ => Extensions.None,
    };

    internal static Extensions Needs(this MemoryId memory) => memory switch
    {
        MemoryId.Par => Extensions.Requant,
        MemoryId.Pad => Extensions.PadValue,
        _ => Extensions.None,
    };
}
