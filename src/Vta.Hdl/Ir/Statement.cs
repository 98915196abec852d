using System.Numerics;
using Vta.Hdl.Diagnostics;

namespace Vta.Hdl.Ir;

/// <summary>A step of a description. Later statements win over earlier ones, as in a Verilog always block.</summary>
public abstract class Statement(SourceLocation location)
{
    /// <summary>Where it stands in the C# source.</summary>
    public SourceLocation Location { get; } = location;
}

/// <summary>Drives a signal, or some of its bits, with a value of as many bits.</summary>
public sealed class Assign(SignalPart part, Expression value, SourceLocation location) : Statement(location)
{
    /// <summary>What is driven, as a whole or in part.</summary>
    public Signal Target => Part.Signal;

    /// <summary>The bits that are driven.</summary>
    public SignalPart Part { get; } = part;

    /// <summary>A value of the part's width.</summary>
    public Expression Value { get; } = value;

    /// <summary>True for a field of a bundle that is set as a whole: a later statement may set that field alone.</summary>
    public bool IsField { get; init; }

    /// <summary>What it reads: the value, and what says where it goes.</summary>
    public IEnumerable<Expression> Reads => Part.Indices.Select(i => i.Index).Prepend(Value);
}

/// <summary>Statements under a condition, and their else.</summary>
public sealed class If(Expression condition, SourceLocation location) : Statement(location)
{
    /// <summary>One bit.</summary>
    public Expression Condition { get; } = condition;

    /// <summary>What happens where the condition holds.</summary>
    public Block Then { get; } = new();

    /// <summary>Null without an else; an else-when is an <see cref="If"/> alone in this block.</summary>
    public Block? Else { get; internal set; }
}

/// <summary>Statements chosen by the value of a subject.</summary>
public sealed class Switch(Expression subject, EnumNames? enumeration, SourceLocation location) : Statement(location)
{
    /// <summary>The value that chooses.</summary>
    public Expression Subject { get; } = subject;

    /// <summary>Names of the case values, where the subject holds an enumeration.</summary>
    public EnumNames? Enumeration { get; } = enumeration;

    /// <summary>The cases, in order.</summary>
    public List<SwitchCase> Cases { get; } = [];

    /// <summary>Null without a default.</summary>
    public Block? Default { get; internal set; }
}

/// <summary>One case: it holds for each of the values. No two cases of a switch share a value.</summary>
/// <param name="Values">Unsigned numbers that fit the subject.</param>
/// <param name="Body">What happens then.</param>
public sealed record SwitchCase(IReadOnlyList<BigInteger> Values, Block Body);

/// <summary>Statements in order.</summary>
public sealed class Block
{
    /// <summary>In order.</summary>
    public List<Statement> Statements { get; } = [];
}
