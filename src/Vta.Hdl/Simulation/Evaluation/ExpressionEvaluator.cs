using System.Numerics;
using System.Runtime.CompilerServices;
using Vta.Hdl.Ir;
using Vta.Hdl.Lowering;

namespace Vta.Hdl.Simulation.Evaluation;

/// <summary>The values of expressions in one state of a design, each computed once.</summary>
/// <param name="netlist">The design.</param>
/// <param name="isKnown">True for signals whose value can be read; the others are computed.</param>
/// <param name="read">Reads a known signal.</param>
/// <param name="readWord">Reads a word of a memory.</param>
internal sealed class ExpressionEvaluator(
    Netlist netlist, Func<Signal, bool> isKnown, Func<Signal, BigInteger> read, Func<Memory, int, BigInteger> readWord)
{
    /// <summary>What lane parameters and indices stand for, innermost map last, each with the values that depend on them.</summary>
    private readonly List<Dictionary<Expression, BigInteger>> _scopes = [new(ReferenceEqualityComparer.Instance)];

    /// <summary>The state has changed.</summary>
    public void Forget() => _scopes[0].Clear();

    public bool IsTrue(Expression bit) => !Value(bit).IsZero;

    /// <summary>The word at an address; zero past the depth.</summary>
    public BigInteger Word(Memory memory, Expression address)
    {
        var index = Value(address);
        return index < memory.Depth ? readWord(memory, (int)index) : BigInteger.Zero;
    }

    public BigInteger Value(Expression expression)
    {
        foreach (var scope in _scopes)
        {
            if (scope.TryGetValue(expression, out var known))
                return known;
        }
        var value = RuntimeHelpers.TryEnsureSufficientExecutionStack() ? Compute(expression) : DeepStack.Run(() => Compute(expression));
        _scopes[^1][expression] = value;
        return value;
    }

    private BigInteger Compute(Expression expression)
    {
        switch (expression)
        {
            case Literal e:
                return e.Value;
            case Signal e:
                return isKnown(e) ? read(e) : Value(Driver(e));
            case Unary e:
                return Operators.Apply(e, Value(e.Operand));
            case Binary e:
                return Operators.Apply(e, Value(e.Left), Value(e.Right));
            case Mux e:
                return IsTrue(e.Condition) ? Value(e.WhenTrue) : Value(e.WhenFalse);
            case Slice e:
                return (Value(e.Operand) >> e.Low) & Bits.Mask(e.Width);
            case Concat e:
                return e.Parts.Aggregate(BigInteger.Zero, (all, part) => (all << part.Width) | Value(part));
            case Replicate e:
                var repeated = Value(e.Operand);
                return Enumerable.Range(0, e.Count).Aggregate(BigInteger.Zero, (all, _) => (all << e.Operand.Width) | repeated);
            case Extend e:
                return (e.Signed ? Operators.Signed(Value(e.Operand), e.Operand.Width) : Value(e.Operand)) & Bits.Mask(e.Width);
            case DynamicSelect e:
                var index = Value(e.Index);
                return index < e.Count ? Element(Value(e.Vector), (int)index, e.Width) : BigInteger.Zero;
            case MemoryRead e:
                return Word(e.Memory, e.Address);
            case LaneMap e:
                return Lanes(e);
            case LaneReduce e:
                var vector = Value(e.Vector);
                return Enumerable.Range(0, e.Count).Select(i => Element(vector, i, e.Width))
                    .Aggregate((a, b) => Operators.Apply(e.Operator, a, b, e.Width, e.Width));
            default:
                throw new InvalidOperationException($"{expression.GetType().Name} outside its lanes");
        }
    }

    private BigInteger Lanes(LaneMap map)
    {
        var vectors = map.Parameters.Select(p => Value(p.Vector)).ToArray();
        var all = BigInteger.Zero;
        for (var i = map.Count - 1; i >= 0; i--)
        {
            var scope = new Dictionary<Expression, BigInteger>(ReferenceEqualityComparer.Instance) { [map.Index] = i };
            for (var p = 0; p < vectors.Length; p++)
                scope[map.Parameters[p]] = Element(vectors[p], i, map.Parameters[p].Width);
            _scopes.Add(scope);
            all = (all << map.Body.Width) | Value(map.Body);
            _scopes.RemoveAt(_scopes.Count - 1);
        }
        return all;
    }

    private static BigInteger Element(BigInteger vector, int index, int width) => (vector >> (index * width)) & Bits.Mask(width);

    private Expression Driver(Signal signal) =>
        netlist.TryDriver(signal) ?? throw new ArgumentException($"'{signal.Path}' is not a signal of the design that is simulated");
}
