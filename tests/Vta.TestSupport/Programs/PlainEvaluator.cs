using System.Numerics;
using Vta.Compiler;
using Vta.Compiler.LoopIr;
using Vta.Compiler.TensorExpressions;
using Vta.Compiler.Tensors;

namespace Vta.TestSupport;

/// <summary>
/// What tensor expressions mean, in the plainest form: numbers without bounds, wrapped after each operation. It shares nothing with the compiler,
/// which is compared with it.
/// </summary>
public sealed class PlainEvaluator
{
    private readonly Dictionary<SymbolicTensor, int[]> known;

    private PlainEvaluator(IReadOnlyDictionary<SymbolicTensor, int[]> inputs) => known = new(inputs);

    /// <summary>The values of a tensor in row-major order.</summary>
    public static int[] Evaluate(SymbolicTensor tensor, IReadOnlyDictionary<SymbolicTensor, int[]> inputs) => new PlainEvaluator(inputs).Values(tensor);

    /// <summary>The value of an expression.</summary>
    public static int Evaluate(Expr expression, IReadOnlyDictionary<Variable, int> axes) =>
        (int)new PlainEvaluator(new Dictionary<SymbolicTensor, int[]>()).Value(expression, axes.ToDictionary(pair => pair.Key, pair => (BigInteger)pair.Value));

    private int[] Values(SymbolicTensor tensor)
    {
        if (known.TryGetValue(tensor, out var values))
            return values;
        var body = tensor.Operation!.Body;
        values = [.. Points(tensor.Operation.Axis, new Dictionary<Variable, BigInteger>()).Select(point => (int)(body is ReduceExpr reduce ? Reduced(reduce, point) : Value(body, point)))];
        known.Add(tensor, values);
        return values;
    }

    /// <summary>All values of some axes, the last one fastest.</summary>
    private static IEnumerable<Dictionary<Variable, BigInteger>> Points(IReadOnlyList<IterVar> axes, IReadOnlyDictionary<Variable, BigInteger> around)
    {
        IEnumerable<Dictionary<Variable, BigInteger>> points = [new(around)];
        foreach (var axis in axes)
            points = points.SelectMany(point => Enumerable.Range(0, axis.Extent).Select(value => new Dictionary<Variable, BigInteger>(point) { [axis] = value }));
        return points;
    }

    private BigInteger Reduced(ReduceExpr reduce, Dictionary<Variable, BigInteger> point)
    {
        var values = Points([.. reduce.Axes.Cast<IterVar>()], point).Select(inner => Value(reduce.Value, inner)).ToList();
        return reduce.Reducer switch
        {
            Reducer.Sum => Wrap(values.Aggregate(BigInteger.Add), reduce.Type),
            Reducer.Min => values.Min(),
            _ => values.Max(),
        };
    }

    private BigInteger Value(Expr expression, IReadOnlyDictionary<Variable, BigInteger> point) => expression switch
    {
        Constant constant => constant.Value,
        Variable variable => point[variable],
        TensorRead read => Read(read, point),
        CastExpr cast => Wrap(Value(cast.Value, point), cast.To),
        SelectExpr select => Value(select.Condition, point) != 0 ? Value(select.WhenTrue, point) : Value(select.Otherwise, point),
        BinaryExpr binary => Wrap(Binary(binary, Value(binary.Left, point), Value(binary.Right, point)), binary.Type),
        _ => throw new NotSupportedException(expression.GetType().Name),
    };

    private BigInteger Read(TensorRead read, IReadOnlyDictionary<Variable, BigInteger> point)
    {
        var place = 0;
        for (var axis = 0; axis < read.Indices.Count; axis++)
        {
            var index = Value(read.Indices[axis], point);
            if (index < 0 || index >= read.Tensor.Shape[axis])
                throw new InvalidOperationException($"{read} is outside: {index}");
            place = place * read.Tensor.Shape[axis] + (int)index;
        }
        return Values((SymbolicTensor)read.Tensor)[place];
    }

    private static BigInteger Binary(BinaryExpr binary, BigInteger left, BigInteger right) => binary.Operator switch
    {
        BinaryOperator.Add => left + right,
        BinaryOperator.Subtract => left - right,
        BinaryOperator.Multiply => left * right,
        BinaryOperator.Min => BigInteger.Min(left, right),
        BinaryOperator.Max => BigInteger.Max(left, right),
        BinaryOperator.FloorDivide => Floor(left, right),
        BinaryOperator.FloorModulo => left - Floor(left, right) * right,
        BinaryOperator.ShiftRight => Shift(left, right),
        BinaryOperator.ShiftLeft => Shift(left, Wrap(-right, binary.Type)),
        BinaryOperator.Less => left < right ? 1 : 0,
        BinaryOperator.LessOrEqual => left <= right ? 1 : 0,
        BinaryOperator.And => left * right,
        BinaryOperator.Or => left + right - left * right,
        _ => throw new NotSupportedException($"{binary.Operator}"),
    };

    /// <summary>The row SHR of the instruction set.</summary>
    private static BigInteger Shift(BigInteger value, BigInteger count) => count >= 0
        ? Floor(value, BigInteger.Pow(2, (int)BigInteger.Min(count, 31)))
        : value * BigInteger.Pow(2, (int)BigInteger.Min(-count, 32));

    private static BigInteger Floor(BigInteger left, BigInteger right)
    {
        var quotient = BigInteger.DivRem(left, right, out var rest);
        return !rest.IsZero && rest.Sign != right.Sign ? quotient - 1 : quotient;
    }

    private static BigInteger Wrap(BigInteger value, DataType type)
    {
        if (type == DataType.Bool)
            return value;
        var all = BigInteger.Pow(2, type.Bits);
        var low = ((value % all) + all) % all;
        return low >= all / 2 ? low - all : low;
    }
}
