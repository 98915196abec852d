using Vta.Compiler.Tensors;
using Vta.Isa;

namespace Vta.Compiler.Operators.Convolution;

/// <summary>
/// How groups of channels lie in blocks of the hardware. A part is one group or several side by side, and begins with a block; each
/// part is a dense convolution, whose weights between different groups are zero. Groups that fill their blocks cost nothing extra. Of
/// narrower ones as many make a part as take the fewest steps, and fill blocks where they can: a depthwise convolution takes a step for each block of channels, pixel
/// and tap, as many as a dense one of a single block, and one in BLOCK_IN of its multiplications is of use.
/// </summary>
/// <param name="Count">Parts.</param>
/// <param name="Together">Groups in a part; the last may have fewer.</param>
/// <param name="InBlocks">Blocks of input channels of a part.</param>
/// <param name="OutBlocks">Blocks of output channels of a part.</param>
internal readonly record struct ChannelParts(int Count, int Together, int InBlocks, int OutBlocks)
{
    private long Steps => (long)Count * InBlocks * OutBlocks;

    /// <summary>The parts of a convolution on a configuration.</summary>
    internal static ChannelParts Of(ConvolutionShape shape, VtaConfig config) => Enumerable
        .Range(1, Math.Min(shape.Groups, Math.Max(config.BlockIn, config.BlockOut)))
        .Select(together => new ChannelParts(
            BlockedLayout.Blocks(shape.Groups, together),
            together,
            BlockedLayout.Blocks(together * shape.InChannelsOfGroup, config.BlockIn),
            BlockedLayout.Blocks(together * shape.OutChannelsOfGroup, config.BlockOut)))
        .MinBy(parts => (parts.Steps, (long)parts.Count * (parts.InBlocks + parts.OutBlocks), parts.KeepsChannels(shape, config) ? 0 : 1));

    /// <summary>Whether channels lie in blocks as they would without groups: parts fill their blocks, or there is one.</summary>
    internal bool KeepsChannels(ConvolutionShape shape, VtaConfig config) => Count == 1
        || (Together * shape.InChannelsOfGroup == InBlocks * config.BlockIn && Together * shape.OutChannelsOfGroup == OutBlocks * config.BlockOut);
}
