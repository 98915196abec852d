using System.Runtime.CompilerServices;
using Vta.Hdl.Ir;
using Vta.Hdl.Lowering;

namespace Vta.Hdl.Simulation.Passes;

/// <summary>
/// Rewrites expressions over signals to expressions over state: combinational signals are replaced by what drives them, and equal expressions
/// become one object. Selections of parts look through what the parts were put together from.
/// </summary>
internal sealed class Sharing(Netlist netlist)
{
    private readonly Dictionary<Expression, Expression> _shared = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Key, Expression> _byContent = [];
    private int _level;

    public LaneVariables LaneVariables { get; } = new();

    public Expression Of(Expression expression)
    {
        if (_shared.TryGetValue(expression, out var known))
            return known;
        RuntimeHelpers.EnsureSufficientExecutionStack();
        var result = Rewrite(expression);
        _shared[expression] = result;
        return result;
    }

    private Expression Rewrite(Expression expression) => expression switch
    {
        Signal e => IsState(e) ? Unique(e) : Of(netlist.Driver(e)),
        Literal or LaneParameter or LaneIndex => Unique(expression),
        Unary { Operator: UnaryOperator.Not } e => Unique(Make.Not(Of(e.Operand))),
        Unary e => Unique(Make.Reduce(e.Operator, Of(e.Operand))),
        Binary e => Unique(Operate(e, Of(e.Left), Of(e.Right))),
        Mux e => Unique(Make.Select(Of(e.Condition), Of(e.WhenTrue), Of(e.WhenFalse))),
        Slice e => Take(Of(e.Operand), e.Low, e.Width),
        Concat e => Unique(Make.Join([.. e.Parts.Select(Of)])),
        Replicate e => Unique(Make.Repeat(Of(e.Operand), e.Count)),
        Extend e => Unique(Make.Extend(Of(e.Operand), e.Width, e.Signed)),
        DynamicSelect e => Select(Of(e.Vector), Of(e.Index), e.Width),
        MemoryRead e => Unique(new MemoryRead(e.Memory, Of(e.Address))),
        LaneReduce e => Unique(new LaneReduce(e.Operator, Of(e.Vector), e.Width)),
        LaneMap e => Map(e),
        _ => throw new InvalidOperationException($"unknown expression {expression.GetType().Name}"),
    };

    private static Expression Operate(Binary e, Expression a, Expression b)
    {
        var result = Make.Operate(e.Operator, a, b);
        return result is Binary made && made.Width != e.Width ? new Binary(e.Operator, a, b, e.Width) : result;
    }

    private Expression Take(Expression x, int low, int width)
    {
        if (low == 0 && width == x.Width)
            return x;
        switch (x)
        {
            case Concat concat:
                var end = x.Width;
                var inside = new List<Expression>();
                foreach (var part in concat.Parts)
                {
                    var start = end - part.Width;
                    var (from, to) = (Math.Max(low, start), Math.Min(low + width, end));
                    if (from < to)
                        inside.Add(Take(part, from - start, to - from));
                    end = start;
                }
                return Unique(Make.Join(inside));
            case Replicate e when low / e.Operand.Width == (low + width - 1) / e.Operand.Width:
                return Take(e.Operand, low % e.Operand.Width, width);
            case Slice e:
                return Take(e.Operand, e.Low + low, width);
            case Extend e when low + width <= e.Operand.Width:
                return Take(e.Operand, low, width);
            default:
                return Unique(Make.Take(x, low, width));
        }
    }

    private Expression Select(Expression vector, Expression index, int width) => index is Literal l
        ? l.Value < vector.Width / width ? Take(vector, (int)l.Value * width, width) : Unique(Make.Constant(0, width))
        : Unique(new DynamicSelect(vector, index, width));

    /// <summary>
    /// Parameters over the same vector are one object in all maps of a nesting level, so that maps with equal bodies become equal too.
    /// </summary>
    private Expression Map(LaneMap e)
    {
        var parameters = new List<LaneParameter>();
        foreach (var parameter in e.Parameters)
        {
            var own = (LaneParameter)ByContent(
                new Key(nameof(LaneParameter), _level, parameter.Width, [Of(parameter.Vector)]),
                () => new LaneParameter(Of(parameter.Vector), parameter.Width));
            _shared[parameter] = own;
            if (!parameters.Contains(own))
                parameters.Add(own);
        }
        var index = (LaneIndex)ByContent(new Key(nameof(LaneIndex), _level, e.Index.Width, []), () => new LaneIndex(e.Index.Width));
        _shared[e.Index] = index;
        _level++;
        var body = Of(e.Body);
        _level--;
        return LaneVariables.Of(body).Length == 0
            ? Unique(Make.Repeat(body, e.Count))
            : Unique(new LaneMap(e.Count, parameters, index, body));
    }

    private bool IsState(Signal signal) => signal.Kind is SignalKind.Register or SignalKind.ReadData
        || netlist.Inputs.Contains(signal);

    /// <summary>The one object for this content. The operands are unique already, or new.</summary>
    private Expression Unique(Expression e)
    {
        if (_shared.TryGetValue(e, out var known) && ReferenceEquals(known, e))
            return e;
        return ByContent(KeyOf(e), () => e);
    }

    private Expression ByContent(Key key, Func<Expression> make)
    {
        if (_byContent.TryGetValue(key, out var known))
            return known;
        var made = make();
        _byContent[key] = made;
        _shared[made] = made;
        return made;
    }

    private static Key KeyOf(Expression e) => e switch
    {
        Literal l => new($"#{l.Value:x}", l.Width, 0, []),
        Unary u => new("u", (int)u.Operator, u.Width, [u.Operand]),
        Binary b => new("b", (int)b.Operator, b.Width, [b.Left, b.Right]),
        Mux m => new("?", 0, m.Width, [m.Condition, m.WhenTrue, m.WhenFalse]),
        Slice s => new("[]", s.Low, s.Width, [s.Operand]),
        Concat c => new("{}", 0, c.Width, [.. c.Parts]),
        Replicate r => new("{{", r.Count, r.Width, [r.Operand]),
        Extend x => new("x", x.Signed ? 1 : 0, x.Width, [x.Operand]),
        DynamicSelect d => new("at", 0, d.Width, [d.Vector, d.Index]),
        MemoryRead r => new("m", 0, r.Width, [r.Address], r.Memory),
        LaneMap m => new("map", m.Count, m.Width, [m.Index, m.Body, .. m.Parameters]),
        LaneReduce r => new("sum", (int)r.Operator, r.Width, [r.Vector]),
        _ => new("self", 0, 0, [e]),
    };

    /// <summary>What makes two expressions equal. Operands are compared by identity.</summary>
    private sealed class Key(string kind, int a, int b, Expression[] operands, object? extra = null) : IEquatable<Key>
    {
        private readonly string _kind = kind;
        private readonly int _a = a;
        private readonly int _b = b;
        private readonly Expression[] _operands = operands;
        private readonly object? _extra = extra;

        public bool Equals(Key? other)
        {
            if (other is null || _kind != other._kind || _a != other._a || _b != other._b || _operands.Length != other._operands.Length
                || !ReferenceEquals(_extra, other._extra))
            {
                return false;
            }
            for (var i = 0; i < _operands.Length; i++)
            {
                if (!ReferenceEquals(_operands[i], other._operands[i]))
                    return false;
            }
            return true;
        }

        public override bool Equals(object? obj) => Equals(obj as Key);

        public override int GetHashCode()
        {
            var hash = default(HashCode);
            hash.Add(_kind);
            hash.Add(_a);
            hash.Add(_b);
            foreach (var operand in _operands)
                hash.Add(RuntimeHelpers.GetHashCode(operand));
            return hash.ToHashCode();
        }
    }
}
