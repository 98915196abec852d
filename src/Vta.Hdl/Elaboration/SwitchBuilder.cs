using System.Numerics;
using Vta.Hdl.Diagnostics;
using Vta.Hdl.Ir;

namespace Vta.Hdl.Elaboration;

/// <summary>
/// The cases of a switch:
/// <code>
/// var operation = Switch(opcode);
/// using (operation.Case(0)) { … }
/// using (operation.Default()) { … }
/// </code>
/// </summary>
public sealed class SwitchBuilder
{
    private readonly BuildContext _context;
    private readonly Switch _statement;

    internal SwitchBuilder(BuildContext context, Expression subject, SourceLocation location)
    {
        _context = context;
        _statement = new(subject, (subject as Signal)?.Enumeration, location);
        context.Block.Statements.Add(_statement);
    }

    /// <summary>Where the subject has one of these values.</summary>
    public Scope Case(params ReadOnlySpan<BigInteger> values)
    {
        var body = new Block();
        _statement.Cases.Add(new(values.ToArray(), body));
        return new(_context, body, Holds(values));
    }

    /// <summary>Where the subject has the value of an enumeration's member.</summary>
    public Scope Case<TEnum>(TEnum value)
        where TEnum : struct, Enum => Case(EnumNamesOf<TEnum>.ValueOf(value));

    /// <summary>Where none of the cases before holds.</summary>
    public Scope Default()
    {
        _statement.Default = new();
        var none = _statement.Cases.Aggregate(
            (Expression)Make.True, (all, c) => Make.Operate(BinaryOperator.And, all, Make.Not(Holds(c.Values.ToArray()))));
        return new(_context, _statement.Default, none);
    }

    private Expression Holds(ReadOnlySpan<BigInteger> values)
    {
        Expression any = Make.False;
        foreach (var value in values)
        {
            var equal = Make.Operate(
                BinaryOperator.Equal, _statement.Subject, Require.Sized(new Literal(value, 0), _statement.Subject.Width, signed: false));
            any = Make.Operate(BinaryOperator.Or, any, equal);
        }
        return any;
    }
}
