using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Vta.Isa;

namespace Vta.Simulator.Memories;

/// <summary>
/// The weights, re-laid for the GEMM kernel as they are loaded: for each group of output lanes, for each pair of inputs, the two
/// 16-bit weights of every lane side by side.
/// </summary>
internal sealed unsafe class WgtMemory : OnChipMemory
{
    private const int Block = 8;

    private readonly BufferShape shape;
    private readonly int lanes;
    private readonly int rowPairs;
    private readonly AlignedBuffer<int> pairs;

    /// <param name="config">The device's configuration.</param>
    /// <param name="lanes">Lanes of the GEMM kernel, a divisor of BLOCK_OUT.</param>
    internal WgtMemory(VtaConfig config, int lanes)
        : base(config.Wgt.Depth, config.Wgt.ElemBytes)
    {
        shape = config.Wgt;
        this.lanes = lanes;
        rowPairs = Math.Max(shape.Columns, 2) / 2;
        pairs = new AlignedBuffer<int>((long)Depth * ElemPairs);
    }

    /// <summary>Pairs of an element.</summary>
    internal int ElemPairs => shape.Rows * rowPairs;

    /// <summary>The first pair of element 0.</summary>
    internal int* Pairs => pairs.Pointer;

    /// <summary>A value of an element.</summary>
    internal short Value(int index, int row, int column) =>
        ((short*)(pairs.Pointer + (long)index * ElemPairs + Position(row, column / 2)))[column % 2];

    private bool IsBlocked => Vector128.IsHardwareAccelerated && shape.Width == 8 && rowPairs % Block == 0 && lanes % Block == 0;

    internal override void Write(int index, ReadOnlySpan<byte> elements)
    {
        var count = elements.Length / DramElemBytes;
        for (var i = 0; i < count; i++)
        {
            var source = elements.Slice(i * DramElemBytes, DramElemBytes);
            var destination = pairs.Pointer + (long)(index + i) * ElemPairs;
            if (IsBlocked)
                WriteBlocks(source, destination);
            else
                WriteValues(source, destination);
        }
    }

    internal override void Clear(int index, int count) =>
        NativeMemory.Clear(pairs.Pointer + (long)index * ElemPairs, (nuint)((long)count * ElemPairs * sizeof(int)));

    /// <summary>Where the pair of a row (output) and a column pair (inputs) lies in an element.</summary>
    private int Position(int row, int pair) => (row / lanes * rowPairs + pair) * lanes + row % lanes;

    private void WriteValues(ReadOnlySpan<byte> source, int* destination)
    {
        for (var row = 0; row < shape.Rows; row++)
        {
            for (var column = 0; column < shape.Columns; column++)
            {
                var value = (short)PackedValues.Read(source, row * shape.Columns + column, shape.Width);
                ((short*)(destination + Position(row, column / 2)))[column % 2] = value;
            }
        }
    }

    /// <summary>The same for 8-bit weights, eight rows by eight pairs at a time.</summary>
    private void WriteBlocks(ReadOnlySpan<byte> source, int* destination)
    {
        fixed (byte* bytes = source)
        {
            for (var row = 0; row < shape.Rows; row += Block)
            {
                for (var pair = 0; pair < rowPairs; pair += Block)
                    ByteTransposition.Transpose(bytes + row * shape.Columns + 2 * pair, shape.Columns, destination + Position(row, pair), lanes);
            }
        }
    }
}
