using Vta.Hdl.Ir;

namespace Vta.Hdl.Verilog;

/// <summary>
/// Writes expressions. What has to be declared before an expression can be written (helper wires, generate loops) goes into the scope that it
/// belongs to: the module, or the loops on whose lanes it depends.
/// </summary>
internal sealed partial class ExpressionWriter(ModuleScope scope, Sharing sharing)
{
    private readonly Dictionary<Expression, string> _names = new(ReferenceEqualityComparer.Instance);

    /// <summary>What is being written: helper names that get too long start with it.</summary>
    private string _feeds = "";

    /// <summary>
    /// Makes a signal stand for an expression that drives it, wherever the expression is used otherwise. False where another signal does so.
    /// </summary>
    public bool Bind(Expression value, Signal target) =>
        value is Literal or Signal or Slice or LaneIndex or LaneParameter || _names.TryAdd(value, scope.NameOf(target));

    /// <summary>The expression as a condition or argument of a statement.</summary>
    public string Argument(Expression expression, string feeds)
    {
        _feeds = feeds;
        return Text(expression, Precedence.Lowest);
    }

    /// <summary>The expression as an operand of <c>&amp;&amp;</c> or <c>||</c>.</summary>
    public string Condition(Expression expression, string feeds)
    {
        _feeds = feeds;
        return Text(expression, Precedence.Comparison);
    }

    /// <summary>The expression as a name or a part of one that a loop can take apart; where it needs a new name, this one.</summary>
    public Reference Named(Expression expression, string name)
    {
        _feeds = name;
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
            case Slice slice when !sharing.IsNamed(slice):
                return SliceRules.Push(slice, IsShared(slice.Operand)) is { } pushed
                    ? Refer(pushed)
                    : Refer(slice.Operand).Part(slice.Low, slice.Width);
            case LaneParameter parameter:
                return Lane(parameter);
            default:
                return Reference.Whole(Declare(expression), expression.Width);
        }
    }

    private bool IsShared(Expression expression) => sharing.Uses(expression) > 1 || _names.ContainsKey(expression);

    private string Read(Reference reference)
    {
        scope.Usage.Read(reference);
        return reference.ToString();
    }

    private string Text(Expression expression, int least, EnumNames? enumeration = null)
    {
        if (_names.ContainsKey(expression) || sharing.IsNamed(expression) || NeedsOwnAssignment(expression))
            return Read(Refer(expression));
        var (text, precedence) = Write(expression, enumeration);
        return precedence < least ? $"({text})" : text;
    }

    /// <summary>A right side: where its width is that of the target, Verilog extends operands by itself.</summary>
    private string Root(Expression expression, EnumNames? enumeration, bool isContinuous) => expression switch
    {
        Extend { Signed: true, Operand: Binary product } when IsSignedProduct(product) && !IsShared(product) => Product(product),
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

    private string Product(Binary product)
    {
        var (left, right) = (((Extend)product.Left).Operand, ((Extend)product.Right).Operand);
        return IsSignedProduct(product)
            ? $"{Signed(left)} * {Signed(right)}"
            : $"{Text(left, Precedence.Unary)} * {Text(right, Precedence.Unary)}";
    }

    private string ArithmeticShift(Binary shift) => $"{Signed(shift.Left)} >>> {Text(shift.Right, Precedence.Unary)}";

    private string Signed(Expression expression) =>
        expression is Literal literal ? Literals.SignedText(literal) : $"$signed({Text(expression, Precedence.Lowest)})";

    /// <summary>Names an expression and declares it in the scope it belongs to.</summary>
    private string Declare(Expression expression, string? given = null)
    {
        var place = PlaceOf(expression);
        var name = scope.Names.Unique(given ?? HelperNames.For(expression, _feeds, NameOf));
        place.Declared.Add((name, expression.Width));
        var outer = _feeds;
        _feeds = name;
        switch (expression)
        {
            case LaneMap { Count: > 1 } map:
                place.Text.Line(ModuleScope.Declare("wire", name, map.Width) + ";");
                Loop(map, Reference.Whole(name, map.Width), place, name);
                break;
            case LaneReduce reduce:
                place.Text.Line(ModuleScope.Declare("reg", name, reduce.Width) + ";");
                Reduce(reduce, name, place);
                break;
            default:
                var value = Root(expression, null, isContinuous: true);
                place.Text.Line($"{ModuleScope.Declare("wire", name, expression.Width)} = {value};");
                break;
        }
        _feeds = outer;
        return _names[expression] = name;
    }

    private string? NameOf(Expression expression) => expression switch
    {
        Signal signal => scope.NameOf(signal),
        LaneParameter { Vector: var vector } => NameOf(vector),
        _ => _names.GetValueOrDefault(expression),
    };
}
