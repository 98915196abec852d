using Vta.Hdl;
using static Vta.Hdl.Hw;

namespace HdlTutorial;

/// <summary>Addition commutes, and zero changes nothing: in a format of eight bits, as that of all formats is described.</summary>
public sealed class FloatAdderProof : Module
{
    private const int ExponentBits = 4;
    private const int FractionBits = 3;

    public readonly UInt A = In(UInt(1 + ExponentBits + FractionBits));
    public readonly UInt B = In(UInt(1 + ExponentBits + FractionBits));

    protected override void Build()
    {
        var there = Instance(new FloatAdder(ExponentBits, FractionBits));
        var back = Instance(new FloatAdder(ExponentBits, FractionBits));
        there.A.Set(A);
        there.B.Set(B);
        back.A.Set(B);
        back.B.Set(A);

        var isNaN = A[6, 3].All() & A[2, 0].Any();
        Assert(there.Sum == back.Sum, "addition commutes");
        Assert(B[6, 0].Any() | isNaN | there.Sum == A | !A[6, 0].Any(), "zero changes nothing");
        Assert(!isNaN | (there.Sum[6, 3].All() & there.Sum[2, 0].Any()), "nothing makes a number of what is none");
        Cover(there.Sum == 0b0_1111_000 & !A[6, 3].All() & !B[6, 3].All(), "a sum overflows");
    }
}
