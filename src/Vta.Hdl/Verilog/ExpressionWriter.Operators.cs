using Vta.Hdl.Ir;

namespace Vta.Hdl.Verilog;

/// <content>Operators.</content>
internal sealed partial class ExpressionWriter
{
    private (string Text, int Precedence) Write(Expression expression, EnumNames? enumeration)
    {
        switch (expression)
        {
            case Literal literal:
                var member = enumeration is null ? null : scope.MemberName(enumeration, literal.Value, literal.Width);
                return (member ?? Literals.Text(literal.Value, literal.Width), Precedence.Primary);
            case Slice slice:
                return Push(slice) is { } pushed ? Operand(pushed, enumeration) : (Read(Part(slice)), Precedence.Primary);
            case LaneMap { Count: 1 } map:
                return Operand(OnlyLane(map), enumeration);
            case LaneReduce { Width: 1 } bits:
                var reduction = bits.Operator switch
                {
                    BinaryOperator.And => UnaryOperator.ReduceAnd,
                    BinaryOperator.Or => UnaryOperator.ReduceOr,
                    _ => UnaryOperator.ReduceXor,
                };
                return WriteUnary(new(reduction, bits.Vector, 1));
            case LaneReduce reduce:
                return (Reduce(reduce), Precedence.Primary);
            case Signal or LaneParameter or LaneMap:
                return (Read(Refer(expression)), Precedence.Primary);
            case LaneIndex index:
                return (LaneNumber(index), Precedence.Primary);
            case Unary unary:
                return WriteUnary(unary);
            case Binary binary:
                return WriteBinary(binary);
            case Mux mux:
                return WriteMux(mux, enumeration);
            case Concat concat:
                return ($"{{{string.Join(", ", concat.Parts.SelectMany(Parts))}}}", Precedence.Primary);
            case Replicate replicate:
                return ($"{{{replicate.Count}{{{Text(replicate.Operand, Precedence.Lowest)}}}}}", Precedence.Primary);
            case Extend extend:
                return ($"{{{string.Join(", ", ExtendParts(extend))}}}", Precedence.Primary);
            case DynamicSelect select:
                return WriteSelect(select);
            case MemoryRead read:
                return (Word(read), Precedence.Lowest);
            default:
                throw new InvalidOperationException($"unknown expression {expression.GetType().Name}");
        }
    }

    /// <summary>The parts of a value between braces.</summary>
    private IEnumerable<string> Parts(Expression expression)
    {
        if (_names.ContainsKey(expression) || sharing.IsNamed(expression))
            return [Text(expression, Precedence.Lowest)];
        return expression switch
        {
            Concat concat => concat.Parts.SelectMany(Parts),
            Extend extend => ExtendParts(extend),
            _ => [Text(expression, Precedence.Lowest)],
        };
    }

    private IEnumerable<string> ExtendParts(Extend extend)
    {
        var (operand, added) = (extend.Operand, extend.Width - extend.Operand.Width);
        if (!extend.Signed)
            return Parts(operand).Prepend(Literals.Text(0, added));
        if (operand.Width == 1)
            return [$"{{{extend.Width}{{{Text(operand, Precedence.Lowest)}}}}}"];
        var value = Refer(operand);
        var sign = Read(value.Part(operand.Width - 1, 1));
        return [$"{{{added}{{{sign}}}}}", Read(value)];
    }

    private (string Text, int Precedence) WriteUnary(Unary unary)
    {
        if (unary is { Operator: UnaryOperator.Not, Width: 1 })
        {
            if (unary.Operand is Binary comparison && Inverse(comparison.Operator) is { } inverse && !IsShared(comparison))
                return (Compare(comparison, inverse), Precedence.Comparison);
            return ("!" + Text(unary.Operand, Precedence.Primary), Precedence.Unary);
        }
        var symbol = unary.Operator switch
        {
            UnaryOperator.Not => "~",
            UnaryOperator.ReduceAnd => "&",
            UnaryOperator.ReduceOr => "|",
            _ => "^",
        };
        var precedence = unary.Operator == UnaryOperator.Not ? Precedence.Unary : Precedence.Reduction;
        return (symbol + Text(unary.Operand, Precedence.Primary), precedence);
    }

    private (string Text, int Precedence) WriteBinary(Binary b)
    {
        switch (b.Operator)
        {
            case BinaryOperator.And when b.Width == 1:
                return (Chain(b, "&&", Precedence.LogicalAnd), Precedence.LogicalAnd);
            case BinaryOperator.Or when b.Width == 1:
                return (Chain(b, "||", Precedence.LogicalOr), Precedence.LogicalOr);
            case BinaryOperator.And:
                return (Chain(b, "&", Precedence.Bitwise), Precedence.Bitwise);
            case BinaryOperator.Or:
                return (Chain(b, "|", Precedence.Bitwise), Precedence.Bitwise);
            case BinaryOperator.Xor:
                return (Chain(b, "^", Precedence.Bitwise), Precedence.Bitwise);
            case BinaryOperator.Add:
                return ($"{Text(b.Left, Precedence.Sum)} + {Text(b.Right, Precedence.Product)}", Precedence.Sum);
            case BinaryOperator.Subtract when Make.IsZero(b.Left):
                return ("-" + Text(b.Right, Precedence.Primary), Precedence.Unary);
            case BinaryOperator.Subtract:
                return ($"{Text(b.Left, Precedence.Sum)} - {Text(b.Right, Precedence.Product)}", Precedence.Sum);
            case BinaryOperator.Multiply:
                return ($"{Text(b.Left, Precedence.Unary)} * {Text(b.Right, Precedence.Unary)}", Precedence.Product);
            case BinaryOperator.ShiftLeft:
                return ($"{Text(b.Left, Precedence.Unary)} << {Text(b.Right, Precedence.Unary)}", Precedence.Shift);
            case BinaryOperator.ShiftRight:
                return ($"{Text(b.Left, Precedence.Unary)} >> {Text(b.Right, Precedence.Unary)}", Precedence.Shift);
            case BinaryOperator.ShiftRightArithmetic:
                return ($"$unsigned({ArithmeticShift(b)})", Precedence.Primary);
            case BinaryOperator.Equal:
                return (Compare(b, "=="), Precedence.Comparison);
            case BinaryOperator.NotEqual:
                return (Compare(b, "!="), Precedence.Comparison);
            default:
                return (Compare(b, "<"), Precedence.Comparison);
        }
    }

    private string Chain(Binary b, string symbol, int precedence)
    {
        return $"{Operand(b.Left)} {symbol} {Operand(b.Right)}";

        string Operand(Expression x)
        {
            var isSame = x is Binary inner && inner.Operator == b.Operator;
            var others = precedence == Precedence.Bitwise ? Precedence.Unary : Precedence.Comparison;
            return Text(x, isSame ? precedence : others);
        }
    }

    private static string? Inverse(BinaryOperator operation) => operation switch
    {
        BinaryOperator.Equal => "!=",
        BinaryOperator.NotEqual => "==",
        BinaryOperator.LessThan or BinaryOperator.LessThanSigned => ">=",
        _ => null,
    };

    private string Compare(Binary b, string symbol)
    {
        var (left, right) = (b.Left, b.Right);
        if (left is Literal && right is not Literal)
        {
            (left, right) = (right, left);
            symbol = symbol switch { "<" => ">", ">=" => "<=", _ => symbol };
        }
        if (b.Operator == BinaryOperator.LessThanSigned)
            return $"{Signed(left)} {symbol} {Signed(right)}";
        if (b.Operator == BinaryOperator.LessThan && (IsLaneConstant(left) || IsLaneConstant(right)))
            return $"{SignedWide(left)} {symbol} {SignedWide(right)}";
        var enumeration = EnumerationOf(left) ?? EnumerationOf(right);
        return $"{Text(left, Precedence.Shift, enumeration)} {symbol} {Text(right, Precedence.Shift, enumeration)}";
    }

    /// <summary>
    /// Compared as numbers with a sign, since linters mind an unsigned comparison that holds for every value in the first or last lane.
    /// </summary>
    private string SignedWide(Expression expression) => Signed(Make.Extend(expression, expression.Width + 1, signed: false));

    /// <summary>True where the value is computed from nothing but the number of a lane.</summary>
    private static bool IsLaneConstant(Expression expression)
    {
        if (expression is LaneIndex)
            return true;
        var operands = ExpressionGraph.Operands(expression).Where(o => o is not Literal).ToArray();
        return operands.Length > 0 && expression is not MemoryRead && operands.All(IsLaneConstant);
    }

    private static EnumNames? EnumerationOf(Expression expression) => expression switch
    {
        Signal signal => signal.Enumeration,
        Mux mux => EnumerationOf(mux.WhenTrue) ?? EnumerationOf(mux.WhenFalse),
        _ => null,
    };

    private (string Text, int Precedence) WriteMux(Mux mux, EnumNames? enumeration)
    {
        var condition = Text(mux.Condition, Precedence.Unary);
        var whenTrue = Text(mux.WhenTrue, Precedence.LogicalOr, enumeration);
        return ($"{condition} ? {whenTrue} : {Text(mux.WhenFalse, Precedence.Choice, enumeration)}", Precedence.Choice);
    }

    /// <summary>The same bits, with slices taken from the operands where they can be.</summary>
    private Expression Plain(Expression expression) => expression is Slice slice && Push(slice) is { } pushed ? Plain(pushed) : expression;

    /// <summary>An element at a computed position; zero where the index can be past the last element.</summary>
    private (string Text, int Precedence) WriteSelect(DynamicSelect select)
    {
        if (select.Count == 1)
        {
            var isFirst = Make.Operate(BinaryOperator.Equal, select.Index, Make.Constant(0, select.Index.Width));
            return Operand(Make.Select(isFirst, select.Vector, Make.Constant(0, select.Width)), null);
        }
        if (Plain(select.Index) is Literal constant)
        {
            var chosen = constant.Value < select.Count
                ? Make.Take(select.Vector, (int)constant.Value * select.Width, select.Width)
                : Make.Constant(0, select.Width);
            return Operand(chosen, null);
        }
        var vector = Refer(select.Vector);
        if (!vector.IsWhole)
            vector = Reference.Whole(Declare(select.Vector), select.Vector.Width);
        scope.Usage.Read(vector);
        var element = new PartIndex(select.Index, select.Width, select.Count);
        var text = Selected(vector.Name, select.Width, Position(element, select.Vector.Width));
        if (!element.CanBeOutside)
            return (text, Precedence.Primary);
        var isInside = Text(Make.Operate(BinaryOperator.LessThan, select.Index, Make.Constant(select.Count, select.Index.Width)), Precedence.Unary);
        return ($"{isInside} ? {text} : {Literals.Text(0, select.Width)}", Precedence.Choice);
    }

    /// <summary>A word of a memory; zero where the address can be past the last word.</summary>
    private string Word(MemoryRead read)
    {
        scope.Usage.Read(Reference.Whole(scope.NameOf(read.Memory), 1));
        var word = $"{scope.NameOf(read.Memory)}[{Index(read.Address)}]";
        if (Bits.Mask(read.Address.Width) < read.Memory.Depth)
            return word;
        var depth = Make.Constant(read.Memory.Depth, read.Address.Width);
        var isInside = Text(Make.Operate(BinaryOperator.LessThan, read.Address, depth), Precedence.Unary);
        return $"{isInside} ? {word} : {Literals.Text(0, read.Width)}";
    }
}
