using Vta.Hdl.Ir;

namespace Vta.Hardware.Buffers;

/// <summary>The buffer of inputs, weights or micro-ops: filled with bus words, read one element a cycle.</summary>
/// <param name="config">The configuration.</param>
/// <param name="shape">Its elements.</param>
/// <param name="writeType">The writes of the load that fills it.</param>
/// <param name="target">Its bit in <see cref="ElementWrite.Target"/>.</param>
internal sealed class OperandBuffer(VtaConfig config, BufferShape shape, BundleType<ElementWrite> writeType, int target) : Module
{
    public readonly ElementWrite Write = In(writeType);
    public readonly Bool ReadEnable = In();
    public readonly UInt ReadIndex = In(UInt(shape.LogDepth));
    public readonly UInt ReadData = Out(UInt(shape.ElemBits));

    protected override string DefinitionName => $"{char.ToUpperInvariant(shape.Name[0])}{shape.Name[1..]}Buffer";

    protected override void Build()
    {
        var geometry = BufferGeometry.ForBus(shape, config.BusWidth);
        var buffer = Instance(new BankedBuffer(geometry, readLanes: 1, hasElementWrite: false));
        buffer.WriteValid.Set(Write.Valid & Write.Target[target]);
        buffer.WriteIndex.Set(Write.Index.Trunc(shape.LogDepth));
        buffer.WriteLanes.Set(Write.Lanes.Trunc(geometry.Lanes));
        if (geometry.Parts == 1)
        {
            buffer.WriteParts.Set(1);
        }
        else
        {
            var part = OneHot(Write.Part.Trunc(int.Log2(geometry.Parts)), geometry.Parts);
            buffer.WriteParts.Set(Mux(Write.IsPadding, Lit(Bits.Mask(geometry.Parts), geometry.Parts), part));
        }
        buffer.WriteData.Set(Write.Data);
        buffer.ReadEnable.Set(ReadEnable);
        buffer.ReadIndex.Set(ReadIndex);
        ReadData.Set(buffer.ReadData);
    }
}
