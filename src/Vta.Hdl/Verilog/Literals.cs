using System.Globalization;
using System.Numerics;
using Vta.Hdl.Ir;

namespace Vta.Hdl.Verilog;

/// <summary>Constants in Verilog.</summary>
internal static class Literals
{
    /// <summary>The widest constant that every tool takes: IEEE 1364 promises 65,536 bits, but Icarus reads no word of 16,384 characters and more.</summary>
    private const int MaxWidth = 32768;

    /// <summary>With its width: bits in binary, small numbers in decimal, others in hexadecimal; what is too wide for one constant in several.</summary>
    public static string Text(BigInteger value, int width)
    {
        if (width > MaxWidth)
            return $"{{{string.Join(", ", Pieces(value, width))}}}";
        if (width == 1)
            return $"1'b{value}";
        return value < 1024 || width <= 16
            ? $"{width}'d{value.ToString(CultureInfo.InvariantCulture)}"
            : $"{width}'h{value.ToString("x", CultureInfo.InvariantCulture).TrimStart('0')}";
    }

    /// <summary>As the two's complement number that the bits stand for.</summary>
    public static string SignedText(Literal literal)
    {
        var isNegative = !(literal.Value >> (literal.Width - 1)).IsZero;
        var magnitude = isNegative ? (BigInteger.One << literal.Width) - literal.Value : literal.Value;
        return literal.Width is 1 or > MaxWidth || magnitude == BigInteger.One << (literal.Width - 1)
            ? $"$signed({Text(literal.Value, literal.Width)})"
            : $"{(isNegative ? "-" : "")}{literal.Width}'sd{magnitude.ToString(CultureInfo.InvariantCulture)}";
    }

    /// <summary>The constants, the highest first, that make a wide one when joined.</summary>
    private static IEnumerable<string> Pieces(BigInteger value, int width)
    {
        for (var low = (width - 1) / MaxWidth * MaxWidth; low >= 0; low -= MaxWidth)
        {
            var piece = Math.Min(MaxWidth, width - low);
            yield return Text((value >> low) & Bits.Mask(piece), piece);
        }
    }
}
