using Vta.Hardware.Buffers;
using Vta.Hardware.Bus;
using Vta.Hardware.Dma;
using Vta.Hardware.Storing;
using Vta.Hdl.Ir;

namespace Vta.Hardware.Computing;

/// <summary>
/// The accumulator buffer, twice, so that an ALU step can read destination and source at once, and the output buffer: the same elements
/// truncated, for the store unit. Written by steps (whole elements) or by loads (bus words), never both in one cycle.
/// </summary>
internal sealed class Accumulators(VtaConfig config) : Module
{
    private readonly BusShape _bus = BusShape.Of(config);

    public readonly ElementWrite Load = In(ElementWriter.WriteType(config, Compute.Targets(config)));
    public readonly Bool StepValid = In();
    public readonly UInt StepIndex = In(UInt(config.Acc.LogDepth));
    public readonly UInt StepData = In(UInt(config.Acc.ElemBits));

    public readonly Bool ReadEnable = In();
    public readonly UInt DstIndex = In(UInt(config.Acc.LogDepth));
    public readonly UInt DstData = Out(UInt(config.Acc.ElemBits));
    public readonly UInt SrcIndex = In(UInt(config.Acc.LogDepth));
    public readonly UInt SrcData = Out(UInt(config.Acc.ElemBits));

    public readonly Bool OutReadEnable = In();
    public readonly UInt OutReadIndex = In(UInt(config.Out.LogDepth));
    public readonly UInt OutReadData = Out(UInt(StoreWalker.LanesOf(config) * config.Out.ElemBits));

    protected override void Build()
    {
        // An ACC_8BIT word becomes this many bus words of accumulators; a write brings that many at once.
        var growth = config.AccWidth / 8;
        var elem = config.Acc.ElemBits;
        var wideBits = growth * _bus.Width;
        var lanes = Math.Max(1, wideBits / elem);
        var laneBits = Math.Min(elem, wideBits);
        var parts = Math.Max(1, elem / _bus.Width);
        var acc = new BufferGeometry("acc", elem, config.Acc.LogDepth, lanes, laneBits, parts);

        var isWide = Let(Load.Target[Compute.Acc8Bit]);
        var valid = Let(Load.Valid & (isWide | Load.Target[Compute.Acc]));

        // A word of ACC elements lies in lane 0 (in each part of it), or in the first lanes; that of ACC_8BIT fills all.
        var narrow = Load.Data.Repeat(wideBits / _bus.Width);
        var wide = Load.Data.AsVec(SInt(8)).Map(value => value.Resize(config.AccWidth)).AsUInt();
        var data = Let(Mux(isWide, wide, narrow));
        var narrowParts = parts == 1 ? Lit(1, 1) : OneHot(Load.Part.Resize(Math.Max(1, int.Log2(parts))), parts);
        var wideParts = WideParts(parts, growth);
        var writtenParts = Let(Mux(Load.IsPadding, Lit(Bits.Mask(parts), parts), Mux(isWide, wideParts, narrowParts)));
        var writtenLanes = Load.Lanes.Resize(lanes);

        var copies = new[] { (Name: "dst", Index: DstIndex, Data: DstData), (Name: "src", Index: SrcIndex, Data: SrcData) };
        foreach (var copy in copies)
        {
            var buffer = Instance(new BankedBuffer(acc, readLanes: 1, hasElementWrite: true), copy.Name);
            buffer.WriteValid.Set(valid);
            buffer.WriteIndex.Set(Load.Index.Trunc(acc.LogDepth));
            buffer.WriteLanes.Set(writtenLanes);
            buffer.WriteParts.Set(writtenParts);
            buffer.WriteData.Set(data);
            buffer.ElementValid!.Set(StepValid);
            buffer.ElementIndex!.Set(StepIndex);
            buffer.ElementData!.Set(StepData);
            buffer.ReadEnable.Set(ReadEnable);
            buffer.ReadIndex.Set(copy.Index);
            copy.Data.Set(buffer.ReadData);
        }

        var outLanes = Math.Max(lanes, StoreWalker.LanesOf(config));
        var outLaneBits = laneBits / config.AccWidth * config.OutWidth;
        var outGeometry = new BufferGeometry("out", config.Out.ElemBits, config.Out.LogDepth, outLanes, outLaneBits, parts);
        var outputs = Instance(new BankedBuffer(outGeometry, StoreWalker.LanesOf(config), hasElementWrite: true));
        outputs.WriteValid.Set(valid);
        outputs.WriteIndex.Set(Load.Index.Trunc(acc.LogDepth));
        outputs.WriteLanes.Set(writtenLanes.Extend(outLanes));
        outputs.WriteParts.Set(writtenParts);
        outputs.WriteData.Set(Truncated(data).Resize(outLanes * outLaneBits));
        outputs.ElementValid!.Set(StepValid);
        outputs.ElementIndex!.Set(StepIndex);
        outputs.ElementData!.Set(Truncated(StepData));
        outputs.ReadEnable.Set(OutReadEnable);
        outputs.ReadIndex.Set(OutReadIndex);
        OutReadData.Set(outputs.ReadData);
    }

    /// <summary>The parts that a word of ACC_8BIT covers: as many neighbours as it grows to.</summary>
    private UInt WideParts(int parts, int growth)
    {
        if (parts <= growth)
            return Lit(Bits.Mask(parts), parts);
        var groups = parts / growth;
        return OneHot(Load.Part.Resize(int.Log2(groups)), groups).AsVec(Bool()).Map(isHere => isHere.Repeat(growth)).AsUInt();
    }

    private UInt Truncated(UInt values) =>
        values.AsVec(SInt(config.AccWidth)).Map(value => value.AsUInt().Trunc(config.OutWidth)).AsUInt();
}
