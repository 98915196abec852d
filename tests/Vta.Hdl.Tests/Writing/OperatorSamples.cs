using static Vta.Hdl.Hw;

namespace Vta.Hdl.Tests.Writing;

/// <summary>Order, counts and the first of the bits of a number.</summary>
internal sealed class BitOperators : Module
{
    public readonly UInt A = In(UInt(11));
    public readonly SInt B = In(SInt(4));
    public readonly UInt Amount = In(UInt(4));
    public readonly UInt Reversed = Out(UInt(11));
    public readonly UInt RotatedLeft = Out(UInt(11));
    public readonly UInt RotatedRight = Out(UInt(11));
    public readonly UInt ByFour = Out(UInt(11));
    public readonly UInt Ones = Out(UInt(4));
    public readonly UInt Leading = Out(UInt(4));
    public readonly UInt Trailing = Out(UInt(4));
    public readonly UInt First = Out(UInt(4));
    public readonly Bool IsAny = Out();
    public readonly SInt Most = Out(SInt(4));
    public readonly SInt Least = Out(SInt(4));
    public readonly UInt Magnitude = Out(UInt(4));

    protected override void Build()
    {
        Reversed.Set(A.Reverse());
        RotatedLeft.Set(A.RotateLeft(Amount));
        RotatedRight.Set(A.RotateRight(Amount));
        ByFour.Set(A.RotateLeft(15) & A.RotateRight(7));
        Ones.Set(A.PopCount());
        Leading.Set(A.LeadingZeros());
        Trailing.Set(A.TrailingZeros());
        var (index, isAny) = A.PriorityEncode();
        First.Set(index);
        IsAny.Set(isAny);
        Most.Set(Max(B, -3));
        Least.Set(Min(B, Amount.AsSInt()));
        Magnitude.Set(B.Abs());
    }
}

/// <summary>Division of numbers with and without a sign, by numbers of fewer bits, and by constants.</summary>
internal sealed class Divisions : Module
{
    public readonly UInt A = In(UInt(6));
    public readonly UInt B = In(UInt(4));
    public readonly UInt Quotient = Out(UInt(6));
    public readonly UInt Remainder = Out(UInt(4));
    public readonly SInt SignedQuotient = Out(SInt(6));
    public readonly SInt SignedRemainder = Out(SInt(4));
    public readonly UInt Digit = Out(UInt(6));
    public readonly SInt Third = Out(SInt(6));

    protected override void Build()
    {
        Quotient.Set(A / B);
        Remainder.Set(A % B);
        SignedQuotient.Set(A.AsSInt() / B.AsSInt());
        SignedRemainder.Set(A.AsSInt() % B.AsSInt());
        Digit.Set(A % 10);
        Third.Set(A.AsSInt() / -3);
    }
}

/// <summary>Fixed-point numbers in every way of rounding.</summary>
internal sealed class FixedPoint : Module
{
    public readonly Fixed A = In(Hw.Fixed(4, 4));
    public readonly Fixed B = In(Hw.Fixed(2, 1));
    public readonly Fixed Sum = Out(Hw.Fixed(5, 4));
    public readonly Fixed Difference = Out(Hw.Fixed(5, 4));
    public readonly Fixed Product = Out(Hw.Fixed(6, 5));
    public readonly Bool Less = Out();
    public readonly Vec<Fixed> Rounded = Out(VecOf(5, Hw.Fixed(5, 2)));
    public readonly Vec<Fixed> Saturated = Out(VecOf(5, Hw.Fixed(3, 0)));
    public readonly Fixed Wrapped = Out(Hw.Fixed(3, 2));
    public readonly Fixed Wider = Out(Hw.Fixed(6, 6));

    protected override void Build()
    {
        Sum.Set(A + B);
        Difference.Set(A - B);
        Product.Set(A * B);
        Less.Set(A < B);
        var modes = Enum.GetValues<Rounding>();
        Rounded.Set(VecFrom([.. modes.Select(m => A.To(Rounded.Element, m))]));
        Saturated.Set(VecFrom([.. modes.Select(m => A.To(Saturated.Element, m, Overflow.Saturate))]));
        Wrapped.Set(A.To(Hw.Fixed(3, 2), Rounding.HalfUp));
        Wider.Set(A.To(Hw.Fixed(6, 6)));
    }
}
