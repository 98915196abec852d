using Vta.Hdl.Ir;

namespace Vta.Hdl.Verilog;

/// <summary>
/// Writes expressions. What has to be declared before an expression can be written (helper wires, generate loops) goes into the scope that it
/// belongs to: the module, or the loops on whose lanes it depends.
/// </summary>
internal sealed partial class ExpressionWriter(ModuleScope scope, Sharing sharing)
{
    private readonly Dictionary<Expression, string> _names = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Slice, Expression?> _pushed = [];

    /// <summary>What is being written: names of helpers that would get too long start with it.</summary>
    private string _feeds = "";

    /// <summary>The right side that is being written as a whole, and what it is to its target.</summary>
    private (Expression? Expression, string Role) _root;

    /// <summary>
    /// Makes a signal stand for an expression that drives it, wherever the expression is used otherwise. False where another signal does so.
    /// </summary>
    public bool Bind(Expression value, Signal target) =>
        value is Literal or Signal or Slice or LaneIndex or LaneParameter || _names.TryAdd(value, scope.NameOf(target));

    /// <summary>What is written next is needed for this signal.</summary>
    public void Feed(string target)
    {
        _feeds = target;
        _root = default;
    }

    /// <summary>The expression as a condition or argument of a statement.</summary>
    public string Argument(Expression expression, string feeds)
    {
        Feed(feeds);
        return Text(expression, Precedence.Lowest);
    }

    /// <summary>The expression as the index of a memory.</summary>
    public string Address(Expression expression, string feeds)
    {
        Feed(feeds);
        return Index(expression);
    }

    /// <summary>The expression as an operand of <c>&amp;&amp;</c> or <c>||</c>.</summary>
    public string Condition(Expression expression, string feeds)
    {
        Feed(feeds);
        return Text(expression, Precedence.Comparison);
    }

    /// <summary>The expression as a name or a part of one that a loop can take apart; where it needs a new name, this one.</summary>
    public Reference Named(Expression expression, string name)
    {
        Feed(name);
        var isPart = _names.ContainsKey(expression) || expression is Signal or Slice or LaneParameter;
        return isPart ? Refer(expression) : Reference.Whole(Declare(expression, name), expression.Width);
    }

    /// <summary>The expression as the whole right side of an assignment.</summary>
    /// <param name="expression">What is assigned.</param>
    /// <param name="feeds">The name of the target.</param>
    /// <param name="enumeration">The names of the target's values.</param>
    /// <param name="isContinuous">True for a continuous assignment, false inside an always block.</param>
    /// <param name="define">True where the assignment defines what the target's name stands for.</param>
    public string Value(Expression expression, string feeds, EnumNames? enumeration, bool isContinuous, bool define)
    {
        _feeds = feeds;
        _root = (Single(expression), isContinuous ? "value" : "next");
        return define ? Root(expression, enumeration, isContinuous) : Right(expression, enumeration, isContinuous);
    }

    private string Right(Expression expression, EnumNames? enumeration, bool isContinuous) =>
        _names.ContainsKey(expression) || sharing.IsNamed(expression) || (expression is MemoryRead && !isContinuous)
            ? Text(expression, Precedence.Lowest)
            : Root(expression, enumeration, isContinuous);

    /// <summary>The expression as a name or a part of one; it is declared where it has to be.</summary>
    private Reference Refer(Expression expression)
    {
        if (_names.TryGetValue(expression, out var known))
            return Reference.Whole(known, expression.Width);
        switch (expression)
        {
            case Signal signal:
                return Reference.Whole(scope.NameOf(signal), signal.Width);
            case LaneParameter parameter:
                return Lane(parameter);
            case Slice slice when !sharing.IsNamed(slice):
                return Push(slice) is { } pushed ? Refer(pushed) : Part(slice);
            case LaneMap { Count: 1 } map when !sharing.IsNamed(map):
                return Refer(OnlyLane(map));
            default:
                return Reference.Whole(Declare(expression), expression.Width);
        }
    }

    private Reference Part(Slice slice) => Refer(slice.Operand).Part(slice.Low, slice.Width);

    private Expression? Push(Slice slice)
    {
        if (!_pushed.TryGetValue(slice, out var pushed))
            _pushed[slice] = pushed = SliceRules.Push(slice, IsShared);
        return pushed;
    }

    private bool IsShared(Expression expression) => sharing.Uses(expression) > 1 || _names.ContainsKey(expression);

    private string Read(Reference reference)
    {
        scope.Usage.Read(reference);
        return reference.ToString();
    }

    private string Text(Expression expression, int least, EnumNames? enumeration = null)
    {
        var (text, precedence) = Operand(expression, enumeration);
        return precedence < least ? $"({text})" : text;
    }

    private (string Text, int Precedence) Operand(Expression expression, EnumNames? enumeration) =>
        _names.ContainsKey(expression) || sharing.IsNamed(expression) || NeedsOwnAssignment(expression)
            ? (Read(Refer(expression)), Precedence.Primary)
            : Write(expression, enumeration);

    /// <summary>A right side: where its width is that of the target, Verilog extends operands by itself.</summary>
    private string Root(Expression expression, EnumNames? enumeration, bool isContinuous) => expression switch
    {
        Extend { Signed: true, Operand: Binary product } when IsSignedProduct(product) && IsFullProduct(product) && !IsShared(product) => Product(product),
        Binary product when IsNarrowProduct(product) => Product(product),
        Binary { Operator: BinaryOperator.ShiftRightArithmetic } shift => ArithmeticShift(shift),
        MemoryRead read when isContinuous => Word(read),
        _ => Write(expression, enumeration).Text,
    };

    /// <summary>Products get their width from the left side of an assignment; asynchronous reads must not stand in always blocks.</summary>
    private static bool NeedsOwnAssignment(Expression expression) =>
        expression is MemoryRead || (expression is Binary product && IsNarrowProduct(product));

    private static bool IsNarrowProduct(Binary product) =>
        product.Operator == BinaryOperator.Multiply && (IsSignedProduct(product) || product is { Left: Extend { Signed: false }, Right: Extend { Signed: false } });

    private static bool IsSignedProduct(Binary product) =>
        product is { Operator: BinaryOperator.Multiply, Left: Extend { Signed: true }, Right: Extend { Signed: true } };

    /// <summary>No bit of the product is lost, so that more bits of it are the same number.</summary>
    private static bool IsFullProduct(Binary product) => product.Width >= ((Extend)product.Left).Operand.Width + ((Extend)product.Right).Operand.Width;

    private string Product(Binary product)
    {
        var (left, right) = (((Extend)product.Left).Operand, ((Extend)product.Right).Operand);
        return IsSignedProduct(product) ? $"{Signed(left)} * {Signed(right)}" : $"{Factor(left)} * {Factor(right)}";
    }

    /// <summary>A name or constant: the operators of anything else would be extended to the width of the product, too.</summary>
    private string Factor(Expression expression) =>
        expression is Literal ? Text(expression, Precedence.Primary) : Read(Refer(expression));

    private string ArithmeticShift(Binary shift) => $"{Signed(shift.Left)} >>> {Text(shift.Right, Precedence.Unary)}";

    private string Signed(Expression expression) =>
        expression is Literal literal ? Literals.SignedText(literal) : $"$signed({Text(expression, Precedence.Lowest)})";

    /// <summary>An index. Tools do not agree on the width at which operators are computed there, so results of operators get a name.</summary>
    private string Index(Expression expression) =>
        Plain(expression) is Unary or Binary or Ir.Mux ? Read(Refer(expression)) : Text(expression, Precedence.Lowest);

    /// <summary>Names an expression and declares it in the scope it belongs to.</summary>
    private string Declare(Expression expression, string? given = null)
    {
        var place = PlaceOf(expression);
        var name = scope.Names.Unique(given ?? HelperName(expression));
        place.Declared.Add((name, expression.Width));
        switch (expression)
        {
            case LaneMap { Count: > 1 } map:
                Loop(map, Reference.Whole(name, map.Width), place, ModuleScope.Declare("wire", name, map.Width) + ";");
                break;
            default:
                var value = Root(expression, null, isContinuous: true);
                place.Text.Line($"{ModuleScope.Declare("wire", name, expression.Width)} = {value};");
                break;
        }
        return _names[expression] = name;
    }

    private string HelperName(Expression expression)
    {
        if (HelperNames.FromStructure(expression, NameOf) is { } structure && !scope.Names.Contains(structure))
            return structure;
        var role = ReferenceEquals(expression, _root.Expression) ? _root.Role : HelperNames.Kind(expression);
        return $"{(_feeds.EndsWith("_reg", StringComparison.Ordinal) ? _feeds[..^4] : _feeds)}_{role}";
    }

    private string? NameOf(Expression expression) => expression switch
    {
        Signal signal => scope.NameOf(signal),
        LaneParameter { Vector: var vector } => NameOf(vector),
        _ => _names.GetValueOrDefault(expression),
    };
}
