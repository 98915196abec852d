using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;
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
    private readonly Dictionary<BigInteger, SourceLocation> _places = [];
    private SourceLocation? _default;

    internal SwitchBuilder(BuildContext context, Expression subject, SourceLocation location)
    {
        _context = context;
        _statement = new(Require.HasWidth(subject), (subject as Signal)?.Enumeration, location);
        context.Block.Statements.Add(_statement);
    }

    /// <summary>Where the subject has this value.</summary>
    /// <exception cref="HdlException">From <see cref="Module.Elaborate"/>. HW0016: the value has a case already.</exception>
    public Scope Case(BigInteger value, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) => Open([value], new(file, line));

    /// <summary>Where the subject has one of these values.</summary>
    public Scope Case(IReadOnlyList<BigInteger> values, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Open(values, new(file, line));

    /// <summary>Where the subject has the value of an enumeration's member.</summary>
    public Scope Case<TEnum>(TEnum value, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
        where TEnum : struct, Enum => Open([EnumNamesOf<TEnum>.ValueOf(value)], new(file, line));

    /// <summary>Where none of the cases holds, wherever they stand.</summary>
    /// <exception cref="HdlException">From <see cref="Module.Elaborate"/>. HW0016: there is one already.</exception>
    public Scope Default([CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var location = new SourceLocation(file, line);
        if (_default is { } first)
            _context.Report(Rule.RepeatedCase, $"the switch has a default at {first} already", location);
        _default = location;
        _statement.Default = new();
        return new(_context, _statement.Default, new(NoCase), location);
    }

    private Scope Open(IReadOnlyList<BigInteger> values, SourceLocation location)
    {
        foreach (var value in values)
        {
            if (!_places.TryAdd(value, location))
                _context.Report(Rule.RepeatedCase, $"{NameOf(value)} has a case at {_places[value]} already, which is the one that holds", location);
        }
        var body = new Block();
        if (values.Count > 0)
            _statement.Cases.Add(new(values, body));
        return new(_context, body, new(Holds(values)), location);
    }

    private Expression NoCase() => _statement.Cases.Aggregate(
        (Expression)Make.True, (all, c) => Make.Operate(BinaryOperator.And, all, Make.Not(Holds(c.Values))));

    private string NameOf(BigInteger value) =>
        _statement.Enumeration?.Members.FirstOrDefault(m => m.Value == value).Name ?? value.ToString(CultureInfo.InvariantCulture);

    private Expression Holds(IReadOnlyList<BigInteger> values)
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
