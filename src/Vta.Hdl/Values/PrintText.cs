using System.Globalization;
using System.Runtime.CompilerServices;
using Vta.Hdl.Diagnostics;
using Vta.Hdl.Elaboration;
using Vta.Hdl.Ir;

namespace Vta.Hdl;

/// <summary>
/// A C# interpolated string with values of the hardware: <c>$"{Address:x}: {Count} left"</c>. Without a format a value is a decimal number, with its sign where it
/// has one; <c>:x</c> gives all hexadecimal digits, <c>:b</c> all bits.
/// </summary>
[InterpolatedStringHandler]
public sealed class PrintText
{
    private readonly List<PrintPart> _parts = [];
    private string _text = "";

    /// <summary>Begins a text; called by the compiler.</summary>
    public PrintText(int literalLength, int formattedCount) => _ = (literalLength, formattedCount);

    /// <summary>The pieces so far.</summary>
    internal IReadOnlyList<PrintPart> Parts => _text.Length == 0 ? _parts : [.. _parts, new(_text, null, PrintFormat.Decimal)];

    /// <summary>Adds text.</summary>
    public void AppendLiteral(string text) => _text += text;

    /// <summary>Adds what is known when the design is described.</summary>
    public void AppendFormatted(string text) => AppendLiteral(text);

    /// <summary>Adds a number that is known when the design is described.</summary>
    public void AppendFormatted(long number) => AppendLiteral(number.ToString(CultureInfo.InvariantCulture));

    /// <summary>Adds a number.</summary>
    /// <exception cref="HdlException">HW0002: it is a literal without a width. HW0011: there is no such format.</exception>
    public void AppendFormatted(UInt value, string format = "d") => Add(value, format, PrintFormat.Decimal);

    /// <summary>Adds a number with its sign.</summary>
    /// <exception cref="HdlException">HW0002: it is a literal without a width. HW0011: there is no such format.</exception>
    public void AppendFormatted(SInt value, string format = "d") => Add(value, format, PrintFormat.SignedDecimal);

    /// <summary>Adds a bit.</summary>
    /// <exception cref="HdlException">HW0011: there is no such format.</exception>
    public void AppendFormatted(Bool value, string format = "d") => Add(value, format, PrintFormat.Decimal);

    private void Add(Packed value, string format, PrintFormat number)
    {
        _parts.Add(new(_text, Require.HasWidth(value.Expression), format switch
        {
            "d" => number,
            "x" => PrintFormat.Hexadecimal,
            "b" => PrintFormat.Binary,
            _ => throw Require.Fail(Rule.Parameter, $"a value is printed with the format d, x or b, not '{format}'"),
        }));
        _text = "";
    }
}
