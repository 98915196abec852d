using Vta.Compiler.Tensors;
using Vta.Isa;

namespace Vta.Compiler.Operators.Convolution;

/// <summary>
/// Tensors of a convolution as its program has them in DRAM: input channels packed as <see cref="InputPacking"/> says, groups of channels in
/// parts that begin with a block, then in blocks as <see cref="BlockedLayout"/> has them. <c>CompiledWorkload.Packing</c> is that of a program.
/// </summary>
public sealed class ConvolutionPacking
{
    private readonly PackedConvolution packed;
    private readonly ConvolutionShape shape;
    private readonly TransposedConvolutionShape? transposed;
    private readonly VtaConfig config;
    private readonly ChannelParts parts;

    /// <param name="packed">The convolution.</param>
    /// <param name="config">The hardware.</param>
    /// <param name="transposed">The transposed convolution that it is another form of; null where it is none.</param>
    internal ConvolutionPacking(PackedConvolution packed, VtaConfig config, TransposedConvolutionShape? transposed)
    {
        (this.packed, this.config, this.transposed) = (packed, config, transposed);
        shape = packed.Shape;
        parts = ChannelParts.Of(shape, config);
    }

    private int InChannelsOfPart => parts.InBlocks * config.BlockIn;

    private int OutChannelsOfPart => parts.OutBlocks * config.BlockOut;

    /// <param name="input">(Batch, InChannels, Height, Width).</param>
    /// <param name="border">What is outside of the input, where the host puts it into memory.</param>
    public int[] Input(Tensor input, int border = 0)
    {
        var seen = packed.Input(input, border);
        var spread = new Tensor(seen.Shape[0], parts.Count * InChannelsOfPart, seen.Shape[2], seen.Shape[3]);
        Spread(seen, spread, shape.InChannelsOfGroup);
        return BlockedLayout.Pack(spread, config.Batch, config.BlockIn);
    }

    /// <param name="kernel">(OutChannels, InChannels of a group, KernelHeight, KernelWidth); the first two exchanged where the convolution is transposed.</param>
    public int[] Kernel(Tensor kernel)
    {
        var seen = packed.Kernel(transposed?.TurnKernel(kernel) ?? kernel);
        if (DepthwiseTaps.Of(shape, parts, config) is { } depthwise)
            return Depthwise(seen, depthwise);
        var spread = new Tensor(parts.Count * OutChannelsOfPart, InChannelsOfPart, shape.KernelHeight, shape.KernelWidth);
        var taps = shape.KernelHeight * shape.KernelWidth;
        var length = shape.InChannelsOfGroup * taps;
        for (var channel = 0; channel < shape.OutChannels; channel++)
        {
            var row = Position(channel, shape.OutChannelsOfGroup, OutChannelsOfPart);
            var group = channel / shape.OutChannelsOfGroup % parts.Together;
            seen.Data.AsSpan(channel * length, length).CopyTo(spread.Data.AsSpan(row * InChannelsOfPart * taps + group * length));
        }
        return BlockedLayout.Pack(spread, config.BlockOut, config.BlockIn);
    }

    /// <summary>An element for each instruction: a row for each tap of its run, the last tap first, and a lane for each channel.</summary>
    private int[] Depthwise(Tensor kernel, DepthwiseTaps taps)
    {
        var elements = new int[parts.Count * taps.Elements * config.Wgt.ElemValues];
        for (var channel = 0; channel < shape.OutChannels; channel++)
        {
            var (part, lane) = Math.DivRem(Position(channel, 1, OutChannelsOfPart), OutChannelsOfPart);
            for (var other = 0; other < taps.Others; other++)
            {
                foreach (var (index, run) in taps.Runs.Index())
                {
                    var element = (part * taps.Others + other) * taps.Runs.Count + index;
                    for (var tap = 0; tap < run.Taps; tap++)
                    {
                        var along = run.First + tap * run.Stride;
                        var (row, column) = taps.IsAlongRows ? (along, other) : (other, along);
                        elements[(element * config.BlockOut + (run.Taps - 1 - tap)) * config.BlockIn + lane] = kernel[channel, 0, row, column];
                    }
                }
            }
        }
        return elements;
    }

    /// <param name="operand">(1, OutChannels, 1, 1); every row of a batch has it.</param>
    public int[] ChannelOperand(Tensor operand)
    {
        var spread = new Tensor(1, parts.Count * OutChannelsOfPart, 1, 1);
        Spread(operand, spread, shape.OutChannelsOfGroup);
        return BlockedLayout.Pack(spread.Repeat(config.Batch), config.Batch, config.BlockOut);
    }

    /// <param name="output">(Batch, OutChannels, OutHeight, OutWidth), as a residual is too.</param>
    /// <param name="filler">What a program leaves in the channels that fill blocks up; nothing depends on it in a residual.</param>
    public int[] Output(Tensor output, int filler = 0)
    {
        var spread = new Tensor(output.Shape[0], parts.Count * OutChannelsOfPart, shape.OutHeight, shape.OutWidth);
        spread.Data.AsSpan().Fill(filler);
        Spread(output, spread, shape.OutChannelsOfGroup);
        return BlockedLayout.Pack(spread, config.Batch, config.BlockOut);
    }

    /// <summary>The plain tensor of an output: (Batch, OutChannels, OutHeight, OutWidth).</summary>
    /// <param name="packed">What the program leaves.</param>
    public Tensor Unpack(ReadOnlySpan<int> packed)
    {
        var spread = new Tensor(shape.Batch, parts.Count * OutChannelsOfPart, shape.OutHeight, shape.OutWidth);
        BlockedLayout.Unpack(packed, spread, config.Batch, config.BlockOut);
        var plain = new Tensor(shape.Batch, shape.OutChannels, shape.OutHeight, shape.OutWidth);
        foreach (var (from, to, length) in Planes(plain, spread, shape.OutChannelsOfGroup))
            spread.Data.AsSpan(to, length).CopyTo(plain.Data.AsSpan(from));
        return plain;
    }

    private void Spread(Tensor plain, Tensor spread, int channelsOfGroup)
    {
        foreach (var (from, to, length) in Planes(plain, spread, channelsOfGroup))
            plain.Data.AsSpan(from, length).CopyTo(spread.Data.AsSpan(to));
    }

    /// <summary>Where each channel's values are in a plain tensor, and in one whose parts begin with blocks.</summary>
    private IEnumerable<(int Plain, int Spread, int Length)> Planes(Tensor plain, Tensor spread, int channelsOfGroup)
    {
        var plane = plain.Shape[2] * plain.Shape[3];
        for (var row = 0; row < plain.Shape[0]; row++)
        {
            for (var channel = 0; channel < plain.Shape[1]; channel++)
            {
                var position = row * spread.Shape[1] + Position(channel, channelsOfGroup, spread.Shape[1] / parts.Count);
                yield return ((row * plain.Shape[1] + channel) * plane, position * plane, plane);
            }
        }
    }

    /// <summary>Where a channel is when each part begins with a block.</summary>
    private int Position(int channel, int channelsOfGroup, int channelsOfPart)
    {
        var (part, within) = Math.DivRem(channel, parts.Together * channelsOfGroup);
        return part * channelsOfPart + within;
    }
}
