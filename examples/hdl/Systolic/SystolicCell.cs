using Vta.Hdl;
using static Vta.Hdl.Hw;

namespace HdlTutorial;

/// <summary>A cell of a <see cref="SystolicArray"/>: it multiplies what meets in it, and hands both on.</summary>
public sealed class SystolicCell(int width, int sumWidth) : Module
{
    public readonly SInt Left = In(SInt(width));
    public readonly SInt Top = In(SInt(width));
    public readonly Bool First = In();
    public readonly SInt Right = Out(SInt(width));
    public readonly SInt Bottom = Out(SInt(width));
    public readonly Bool FirstOut = Out();
    public readonly SInt Sum = Out(SInt(sumWidth));

    protected override void Build()
    {
        var sum = Reg(SInt(sumWidth));
        sum.Set(Mux(First, SInt(sumWidth).Zero, sum) + (Left * Top).Extend(sumWidth));
        Sum.Set(sum);
        Right.Set(RegNext(Left));
        Bottom.Set(RegNext(Top));
        FirstOut.Set(RegNextReset(First));
    }
}
