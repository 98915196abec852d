using Vta.Isa;
using Vta.Isa.Requant;

namespace Vta.Simulator.Memories;

/// <summary>The parameters of REQUANT, decoded when they are loaded.</summary>
internal sealed class ParMemory(BufferShape shape) : OnChipMemory(shape.Depth, shape.ElemBytes)
{
    private readonly RequantLane<long>[] lanes = new RequantLane<long>[shape.Depth * shape.Rows];

    /// <summary>The lanes of an element.</summary>
    internal ReadOnlySpan<RequantLane<long>> Element(int index) => lanes.AsSpan(index * shape.Rows, shape.Rows);

    internal override void Write(int index, ReadOnlySpan<byte> elements)
    {
        for (var lane = 0; lane * RequantParameters.Bytes < elements.Length; lane++)
            lanes[index * shape.Rows + lane] = RequantParameters.Lane(elements[(lane * RequantParameters.Bytes)..]);
    }

    internal override void Clear(int index, int count) => lanes.AsSpan(index * shape.Rows, count * shape.Rows).Clear();
}
