using Vta.Hdl.Diagnostics;
using Vta.Hdl.Elaboration;
using Vta.Hdl.Ir;

namespace Vta.Hdl;

/// <summary>What is done to the bits of a number: order, counts, the first of them.</summary>
public static class BitExtensions
{
    /// <summary>The bits in the opposite order.</summary>
    /// <exception cref="HdlException">HW0002: a literal without a width.</exception>
    public static UInt Reverse(this UInt value)
    {
        var bits = Require.HasWidth(value.Expression);
        return new(Make.Join([.. Enumerable.Range(0, bits.Width).Select(i => Make.Take(bits, i, 1))]));
    }

    /// <summary>Moved up by so many bits; those that move out come in at the bottom.</summary>
    /// <exception cref="HdlException">HW0002: the amount is negative.</exception>
    public static UInt RotateLeft(this UInt value, int amount)
    {
        var bits = Require.HasWidth(value.Expression);
        if (amount < 0)
            throw Require.Fail(Rule.LiteralRange, $"a rotation by {amount}: an amount is not negative");
        var low = bits.Width - (amount % bits.Width);
        return low == bits.Width ? value : new(Make.Join([Make.Take(bits, 0, low), Make.Take(bits, low, bits.Width - low)]));
    }

    /// <summary>Moved down by so many bits; those that move out come in at the top.</summary>
    /// <exception cref="HdlException">HW0002: the amount is negative.</exception>
    public static UInt RotateRight(this UInt value, int amount)
    {
        var width = Require.HasWidth(value.Expression).Width;
        return RotateLeft(value, amount < 0 ? amount : width - (amount % width));
    }

    /// <summary>As <see cref="RotateLeft(UInt, int)"/>, by what the hardware computes: modulo the width of the value.</summary>
    public static UInt RotateLeft(this UInt value, UInt amount) => InStages(value, amount, RotateLeft);

    /// <summary>As <see cref="RotateRight(UInt, int)"/>, by what the hardware computes: modulo the width of the value.</summary>
    public static UInt RotateRight(this UInt value, UInt amount) => InStages(value, amount, RotateRight);

    /// <summary>The number of ones, in as many bits as the count of all takes.</summary>
    public static UInt PopCount(this UInt value)
    {
        var width = Require.HasWidth(value.Expression).Width;
        return value.AsVec(Hw.UInt(1)).Map(bit => bit.Extend(Bits.WidthFor(width))).Sum();
    }

    /// <summary>The number of zeros below the lowest one: the width where there is none.</summary>
    public static UInt TrailingZeros(this UInt value) => ZerosBeforeFirst(value, isFromTop: false);

    /// <summary>The number of zeros above the highest one: the width where there is none.</summary>
    public static UInt LeadingZeros(this UInt value) => ZerosBeforeFirst(value, isFromTop: true);

    /// <summary>The number of the lowest one, and whether there is any; without one the number means nothing.</summary>
    public static (UInt Index, Bool IsAny) PriorityEncode(this UInt value)
    {
        var bits = Require.HasWidth(value.Expression);
        return (FirstOf(bits, isFromTop: false) ?? Hw.Lit(0, 1), value.Any());
    }

    private static UInt ZerosBeforeFirst(UInt value, bool isFromTop)
    {
        var bits = Require.HasWidth(value.Expression);
        var first = FirstOf(bits, isFromTop) ?? Hw.Lit(0, 1);
        return Hw.Mux(value.Any(), first.Extend(Bits.WidthFor(bits.Width)), bits.Width);
    }

    /// <summary>The number of the first one, counted from an end: in the half at that end where there is one, or else in the other. A single bit needs no number.</summary>
    private static UInt? FirstOf(Expression bits, bool isFromTop)
    {
        if (bits.Width == 1)
            return null;
        var half = 1 << (Bits.IndexWidth(bits.Width) - 1);
        var rest = bits.Width - half;
        var (near, far) = isFromTop ? (Make.Take(bits, rest, half), Make.Take(bits, 0, rest)) : (Make.Take(bits, 0, half), Make.Take(bits, half, rest));
        var isNear = new UInt(near).Any();
        return FirstOf(near, isFromTop) is { } index
            ? Hw.Cat(!isNear, Hw.Mux(isNear, index, (FirstOf(far, isFromTop) ?? Hw.Lit(0, 1)).Extend(index.Width)))
            : (!isNear).Repeat(1);
    }

    /// <summary>Each bit of the amount decides about one rotation by a constant.</summary>
    private static UInt InStages(UInt value, UInt amount, Func<UInt, int, UInt> rotate)
    {
        var width = Require.HasWidth(value.Expression).Width;
        var count = Require.HasWidth(amount.Expression).Width;
        for (var (bit, distance) = (0, 1 % width); bit < count; (bit, distance) = (bit + 1, distance * 2 % width))
            value = Hw.Mux(amount[bit], rotate(value, distance), value);
        return value;
    }
}
