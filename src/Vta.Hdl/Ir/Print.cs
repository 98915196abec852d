using Vta.Hdl.Diagnostics;

namespace Vta.Hdl.Ir;

/// <summary>How a value is printed.</summary>
public enum PrintFormat
{
    /// <summary>A decimal number without a sign.</summary>
    Decimal,

    /// <summary>A decimal number in two's complement.</summary>
    SignedDecimal,

    /// <summary>All hexadecimal digits.</summary>
    Hexadecimal,

    /// <summary>All bits.</summary>
    Binary,
}

/// <summary>A piece of what is printed: a text, and a value behind it.</summary>
/// <param name="Text">May be empty.</param>
/// <param name="Value">Null where nothing follows the text.</param>
/// <param name="Format">How the value is printed.</param>
public sealed record PrintPart(string Text, Expression? Value, PrintFormat Format);

/// <summary>A line that simulators print at clock edges at which it is enabled and its domain is not in reset.</summary>
/// <param name="Parts">The pieces of the line.</param>
/// <param name="Enable">One bit.</param>
/// <param name="Location">Where it stands.</param>
public sealed record Print(IReadOnlyList<PrintPart> Parts, Expression Enable, SourceLocation Location)
{
    /// <summary>The clock at whose edges it is printed.</summary>
    public required ClockDomain Domain { get; init; }

    /// <summary>The values, in order.</summary>
    public IEnumerable<Expression> Values => Parts.Select(p => p.Value).OfType<Expression>();
}
