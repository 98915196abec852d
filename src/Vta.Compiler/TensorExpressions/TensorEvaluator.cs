using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using Vta.Compiler.Diagnostics;
using Vta.Compiler.LoopIr;
using Vta.Compiler.Tensors;
using Vta.Isa;
using Vta.Isa.Alu;

namespace Vta.Compiler.TensorExpressions;

/// <summary>Computes tensors in plain arithmetic, as they are declared; schedules play no part in it.</summary>
public static class TensorEvaluator
{
    /// <summary>The values of a tensor.</summary>
    /// <param name="tensor">The tensor.</param>
    /// <param name="inputs">Values of its inputs, in row-major order.</param>
    /// <param name="file">The caller's file.</param>
    /// <param name="line">The caller's line.</param>
    /// <exception cref="VtaInputException">Inputs are missing or do not fit their tensors, or a value is divided by zero.</exception>
    public static int[] Evaluate(
        SymbolicTensor tensor, IReadOnlyDictionary<SymbolicTensor, int[]> inputs, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Evaluate([tensor], inputs, file, line)[tensor];

    /// <summary>The values of tensors, and of all that they are computed from, each computed once.</summary>
    /// <param name="tensors">The tensors.</param>
    /// <param name="inputs">Values of their inputs, in row-major order.</param>
    /// <param name="file">The caller's file.</param>
    /// <param name="line">The caller's line.</param>
    /// <exception cref="VtaInputException">Inputs are missing or do not fit their tensors, or a value is divided by zero.</exception>
    public static IReadOnlyDictionary<SymbolicTensor, int[]> Evaluate(
        IReadOnlyList<SymbolicTensor> tensors,
        IReadOnlyDictionary<SymbolicTensor, int[]> inputs,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0) => new SourceLine(file, line).Locate(() =>
    {
        foreach (var (input, values) in inputs)
            ArgumentValues.Check(input.Name, input.Type, input.Shape, values);
        var known = new Dictionary<SymbolicTensor, int[]>(inputs);
        foreach (var tensor in tensors)
            Compute(tensor, known);
        return known;
    });

    private static void Compute(SymbolicTensor tensor, Dictionary<SymbolicTensor, int[]> known)
    {
        if (known.ContainsKey(tensor))
            return;
        var operation = tensor.Operation ?? throw new VtaInputException($"{tensor.Name} is given no values");
        foreach (var read in operation.Body.All().OfType<TensorRead>())
            Compute((SymbolicTensor)read.Tensor, known);
        var values = new int[tensor.Shape.Aggregate(1, (product, length) => product * length)];
        new Program(tensor, operation, known, values).Run();
        known.Add(tensor, values);
    }

    /// <summary>The loops of one tensor, compiled.</summary>
    private sealed class Program(SymbolicTensor tensor, ComputeOperation operation, Dictionary<SymbolicTensor, int[]> known, int[] values)
    {
        private readonly Dictionary<Variable, ParameterExpression> variables = [];

        internal void Run()
        {
            foreach (var axis in operation.Axis.Concat(operation.ReduceAxis))
                variables.Add(axis, Expression.Variable(typeof(int), axis.Name));
            var target = Expression.ArrayAccess(Expression.Constant(values), Flat(tensor, operation.Axis));
            Expression body = Expression.Assign(target, operation.Body is ReduceExpr reduce ? Reduce(reduce) : Value(operation.Body));
            body = Loops(operation.Axis, body);
            Expression.Lambda<Action>(Expression.Block(variables.Values, body)).Compile()();
        }

        private BlockExpression Reduce(ReduceExpr reduce)
        {
            var sum = Expression.Variable(typeof(int), "sum");
            var next = Value(reduce.Value);
            Expression combined = reduce.Reducer switch
            {
                Reducer.Sum => Wrap(Expression.Add(sum, next), reduce.Type),
                Reducer.Min => Expression.Call(typeof(Math), nameof(Math.Min), null, sum, next),
                _ => Expression.Call(typeof(Math), nameof(Math.Max), null, sum, next),
            };
            return Expression.Block([sum], Expression.Assign(sum, Expression.Constant(reduce.Initial.Value)), Loops(operation.ReduceAxis, Expression.Assign(sum, combined)), sum);
        }

        private Expression Loops(IEnumerable<IterVar> axes, Expression body)
        {
            foreach (var axis in axes.Reverse())
            {
                var (variable, end) = (variables[axis], Expression.Label());
                body = Expression.Block(
                    Expression.Assign(variable, Expression.Constant(0)),
                    Expression.Loop(
                        Expression.IfThenElse(
                            Expression.LessThan(variable, Expression.Constant(axis.Extent)),
                            Expression.Block(body, Expression.PreIncrementAssign(variable)),
                            Expression.Break(end)),
                        end));
            }
            return body;
        }

        private Expression Flat(DataProducer read, IReadOnlyList<Expr> indices)
        {
            Expression flat = Expression.Constant(0);
            for (var axis = 0; axis < indices.Count; axis++)
                flat = Expression.Add(Expression.Multiply(flat, Expression.Constant(read.Shape[axis])), Value(indices[axis]));
            return flat;
        }

        private Expression Value(Expr expression) => expression switch
        {
            Constant constant => Expression.Constant(constant.Value),
            Variable variable => variables[variable],
            TensorRead read => Expression.ArrayIndex(Expression.Constant(known[(SymbolicTensor)read.Tensor]), Flat(read.Tensor, read.Indices)),
            CastExpr cast => Wrap(Value(cast.Value), cast.To),
            SelectExpr select => Expression.Condition(
                Expression.NotEqual(Value(select.Condition), Expression.Constant(0)), Value(select.WhenTrue), Value(select.Otherwise)),
            AluExpr alu => Apply(Expression.Constant(alu.Operation, typeof(AluOperation)), alu.Type, Value(alu.Left), Value(alu.Right)),
            BinaryExpr binary => Value(binary),
            _ => throw new InvalidOperationException($"{expression.GetType().Name} has no value"),
        };

        private Expression Value(BinaryExpr binary)
        {
            var (left, right) = (Value(binary.Left), Value(binary.Right));
            return binary.Operator switch
            {
                BinaryOperator.Add => Wrap(Expression.Add(left, right), binary.Type),
                BinaryOperator.Subtract => Wrap(Expression.Subtract(left, right), binary.Type),
                BinaryOperator.Multiply => Wrap(Expression.Multiply(left, right), binary.Type),
                _ => Apply(Expression.Constant(binary.Operator), binary.Left.Type, left, right),
            };
        }

        private static MethodCallExpression Apply(Expression operation, DataType type, Expression left, Expression right) =>
            Expression.Call(typeof(ValueArithmetic), nameof(ValueArithmetic.Apply), null, operation, Expression.Constant(type), left, right);

        private static Expression Wrap(Expression value, DataType type) => type.Bits >= 32
            ? value
            : Expression.RightShift(Expression.LeftShift(value, Expression.Constant(32 - type.Bits)), Expression.Constant(32 - type.Bits));
    }
}
