using Vta.Hardware.Control;
using Vta.Isa.Requant;

namespace Vta.Hardware.Computing;

/// <summary>
/// REQUANT of an accumulator element, a new one in every cycle: the four steps of <see cref="RequantOperation"/> with a register between, so that the result
/// comes <see cref="Latency"/> cycles after the operands, with what the step is known by.
/// </summary>
internal sealed class Requantizer(VtaConfig config) : Module
{
    /// <summary>Cycles from operands to the result.</summary>
    public const int Latency = 3;

    public readonly Bool Valid = In();
    public readonly Bool IsLast = In();
    public readonly UInt Index = In(UInt(config.Acc.LogDepth));
    public readonly UInt Acc = In(UInt(config.Acc.ElemBits));
    public readonly UInt Par = In(UInt(config.Par!.ElemBits));
    public readonly Bool ResultValid = Out();
    public readonly Bool ResultIsLast = Out();
    public readonly UInt ResultIndex = Out(UInt(config.Acc.LogDepth));
    public readonly UInt Result = Out(UInt(config.Acc.ElemBits));

    /// <summary>An element is on its way.</summary>
    public readonly Bool Busy = Out();

    protected override void Build()
    {
        var algebra = new ExactHardwareAlgebra();
        var par0 = Par.Repeat(config.Batch).AsVec(UInt(config.Par!.Columns * config.Par.Width));
        var scaled = RegNext(Lanes.Map(Acc.AsVec(SInt(config.AccWidth)), par0, (acc, lane) => RequantOperation.Scaled(algebra, acc, Fields(lane))));
        var par1 = RegNext(par0);
        var product = RegNext(Lanes.Map(scaled, par1, (x, lane) => RequantOperation.Product(algebra, x, Fields(lane))));
        var par2 = RegNext(par1);
        var nudged = RegNext(Lanes.Map(product, par2, (x, lane) => RequantOperation.Nudged(algebra, x, Fields(lane))));
        var par3 = RegNext(par2);
        var (valid1, isLast1, index1) = (RegNextReset(Valid), RegNext(IsLast), RegNext(Index));
        var (valid2, isLast2, index2) = (RegNextReset(valid1), RegNext(isLast1), RegNext(index1));
        var (valid3, isLast3, index3) = (RegNextReset(valid2), RegNext(isLast2), RegNext(index2));
        Busy.Set(valid1 | valid2 | valid3);
        ResultValid.Set(valid3);
        ResultIsLast.Set(isLast3);
        ResultIndex.Set(index3);
        Result.Set(Lanes.Map(nudged, par3, (x, lane) => RequantOperation.Result(algebra, x, Fields(lane))).AsUInt());
    }

    private static RequantLane<SInt> Fields(UInt lane) => RequantLane<SInt>.Of(field =>
        field.IsSigned ? lane.Field(field).AsSInt() : Cat(Lit(0, 1), lane.Field(field)).AsSInt());
}
