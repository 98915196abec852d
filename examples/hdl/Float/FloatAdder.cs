using Vta.Hdl;
using static Vta.Hdl.Hw;

namespace HdlTutorial;

/// <summary>The sum of two numbers of IEEE 754, rounded to nearest, ties to even, with subnormal numbers, infinities and NaN.</summary>
/// <param name="exponentBits">Bits of the exponent: 8 for single precision.</param>
/// <param name="fractionBits">Bits of the fraction: 23 for single precision.</param>
public sealed class FloatAdder(int exponentBits = 8, int fractionBits = 23) : Module
{
    public readonly UInt A = In(UInt(1 + exponentBits + fractionBits));
    public readonly UInt B = In(UInt(1 + exponentBits + fractionBits));
    public readonly UInt Sum = Out(UInt(1 + exponentBits + fractionBits));

    private int Infinite => (1 << exponentBits) - 1;

    protected override void Build()
    {
        // Behind the fraction come three bits for rounding, the last of which says whether anything is left beyond it.
        var width = fractionBits + 4;
        Require(fractionBits >= 1 && width <= Infinite);

        var isSwapped = Let(Magnitude(A) < Magnitude(B));
        var large = Let(Mux(isSwapped, B, A));
        var small = Let(Mux(isSwapped, A, B));
        var difference = Exponent(large) - Exponent(small);
        var addend = Significand(small);
        var distance = Let(Min(difference, width));
        var aligned = Let(addend >> distance);
        var isLeft = (aligned << distance) != addend;
        var shifted = aligned | isLeft.AsUInt().Extend(width);
        var subtracts = Let(Sign(large) ^ Sign(small));
        var exact = Let(Mux(subtracts, (Significand(large) - shifted).Extend(width + 1), Significand(large).AddWide(shifted)));

        // The first one goes to the highest place, as far as the exponent lets it.
        var carries = exact[width];
        var exponent = Exponent(large).Extend(exponentBits + 1);
        var zeros = Let(Min(exact[width - 1, 0].LeadingZeros().Extend(exponentBits + 1), exponent - 1));
        var halved = exact[width, 1] | exact[0].AsUInt().Extend(width);
        var normal = Let(Mux(carries, halved, exact[width - 1, 0] << zeros));
        var scale = Let(Mux(carries, exponent + 1, exponent - zeros));

        // A carry of the rounding goes on into the exponent, which is right there, too.
        var field = Mux(normal[width - 1], scale[exponentBits - 1, 0], 0);
        var roundsUp = normal[2] & (normal[3] | normal[1] | normal[0]);
        var rounded = Cat(field, normal[width - 2, 3]) + roundsUp.AsUInt().Extend(exponentBits + fractionBits);
        var isZero = !exact.Any();
        var sign = Mux(isZero, Sign(A) & Sign(B), Sign(large));
        var infinity = Lit(Infinite << fractionBits, exponentBits + fractionBits);
        var isInfinite = Exponent(large) == Infinite;
        var isNaN = (isInfinite & Fraction(large).Any()) | (isInfinite & Exponent(small) == Infinite & subtracts);

        Sum.Set(Mux(
            isNaN,
            Lit((Infinite << fractionBits) | (1 << (fractionBits - 1)), Sum.Width),
            Cat(sign, Mux(isInfinite | scale >= Infinite, infinity, rounded))));
    }

    private Bool Sign(UInt number) => number[exponentBits + fractionBits];

    private UInt Magnitude(UInt number) => number[exponentBits + fractionBits - 1, 0];

    private UInt Fraction(UInt number) => number[fractionBits - 1, 0];

    /// <summary>That of subnormal numbers is that of the least normal ones.</summary>
    private UInt Exponent(UInt number)
    {
        var field = number[exponentBits + fractionBits - 1, fractionBits];
        return Mux(field.Any(), field, 1);
    }

    /// <summary>With the one before the fraction, which subnormal numbers do not have.</summary>
    private UInt Significand(UInt number) => Cat(number[exponentBits + fractionBits - 1, fractionBits].Any(), Fraction(number), UInt(3).Zero);
}
