using System.Globalization;
using System.Numerics;
using System.Text;
using Vta.Hdl.Ir;
using Vta.Hdl.Simulation.Evaluation;

namespace Vta.Hdl.Simulation;

/// <summary>What a <see cref="Print"/> says, to the letter what Verilog's <c>$display</c> does.</summary>
internal static class PrintedLine
{
    public static string Of(Print print, IEnumerable<BigInteger> values)
    {
        var text = new StringBuilder();
        using var value = values.GetEnumerator();
        foreach (var part in print.Parts)
        {
            text.Append(part.Text);
            if (part.Value is { } printed && value.MoveNext())
                text.Append(Number(value.Current, printed.Width, part.Format));
        }
        return text.ToString();
    }

    private static string Number(BigInteger value, int width, PrintFormat format) => format switch
    {
        PrintFormat.Binary => Digits(value.ToString("b", CultureInfo.InvariantCulture), width),
        PrintFormat.Hexadecimal => Digits(value.ToString("x", CultureInfo.InvariantCulture), (width + 3) / 4),
        PrintFormat.SignedDecimal => Operators.Signed(value, width).ToString(CultureInfo.InvariantCulture),
        _ => value.ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>BigInteger writes a zero before digits that would look like a sign.</summary>
    private static string Digits(string digits, int count) => digits.TrimStart('0').PadLeft(count, '0');
}
