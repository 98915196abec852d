using Vta.Hdl.Ir;

namespace Vta.Hdl.Lowering;

/// <summary>
/// Rewrites the drivers of signals that read each other's bits, but no bit itself: each bit becomes an expression of signals outside the group.
/// </summary>
internal sealed class BitwiseDrivers(Dictionary<Signal, Expression> drivers, IReadOnlySet<Signal> group)
{
    private readonly Dictionary<SignalBit, Expression> _bits = [];
    private readonly Dictionary<(Expression Value, int Low, int Width), Expression> _parts = [];
    private readonly Dictionary<Expression, Expression> _whole = new(ReferenceEqualityComparer.Instance);

    public void Rewrite()
    {
        var rewritten = group.Select(s => (s, Part(s, 0, s.Width))).ToArray();
        foreach (var (signal, driver) in rewritten)
            drivers[signal] = driver;
    }

    /// <summary>A range of bits of a value, without the group: once for each range, since values are shared.</summary>
    private Expression Part(Expression value, int low, int width)
    {
        if (!_parts.TryGetValue((value, low, width), out var known))
            _parts[(value, low, width)] = known = Build(value, low, width);
        return known;
    }

    private Expression Build(Expression value, int low, int width)
    {
        switch (value)
        {
            case Signal s when group.Contains(s):
                return Make.Join([.. Enumerable.Range(low, width).Reverse().Select(i => Bit(new(s, i)))]);
            case Slice s:
                return Part(s.Operand, s.Low + low, width);
            case Concat c:
                return Join(BitRanges.OfParts(c, low, width));
            case Replicate r:
                return Join(BitRanges.OfCopies(r, low, width));
            case Extend e:
                return Join(BitRanges.OfExtend(e, low, width));
            case Mux m:
                return Make.Select(Part(m.Condition, 0, 1), Part(m.WhenTrue, low, width), Part(m.WhenFalse, low, width));
            case Unary { Operator: UnaryOperator.Not } u:
                return Make.Not(Part(u.Operand, low, width));
            case Binary { Operator: BinaryOperator.And or BinaryOperator.Or or BinaryOperator.Xor } b:
                return Make.Operate(b.Operator, Part(b.Left, low, width), Part(b.Right, low, width));
            default:
                return Make.Take(Whole(value), low, width);
        }
    }

    private Expression Bit(SignalBit bit)
    {
        if (!_bits.TryGetValue(bit, out var known))
            _bits[bit] = known = Part(drivers[bit.Signal], bit.Bit, 1);
        return known;
    }

    private Expression Join(IEnumerable<(Expression Part, int Low, int Width)> ranges) => Make.Join([.. ranges.Select(r => Part(r.Part, r.Low, r.Width))]);

    private Expression Whole(Expression value)
    {
        if (!_whole.TryGetValue(value, out var known))
            _whole[value] = known = Rebuild(value);
        return known;
    }

    private Expression Rebuild(Expression value) => value switch
    {
        Literal or Signal or LaneIndex or LaneParameter => value,
        Unary u => new Unary(u.Operator, All(u.Operand), u.Width),
        Binary b => new Binary(b.Operator, All(b.Left), All(b.Right), b.Width),
        DynamicSelect d => new DynamicSelect(All(d.Vector), All(d.Index), d.Width),
        MemoryRead m => new MemoryRead(m.Memory, All(m.Address)),
        LaneReduce r => new LaneReduce(r.Operator, All(r.Vector), r.Width),
        LaneMap m => Lanes(m),
        _ => throw new InvalidOperationException($"unknown expression {value.GetType().Name}"),
    };

    private LaneMap Lanes(LaneMap map)
    {
        var parameters = new LaneParameter[map.Parameters.Count];
        for (var i = 0; i < parameters.Length; i++)
            _whole[map.Parameters[i]] = parameters[i] = new(All(map.Parameters[i].Vector), map.Parameters[i].Width);
        return new(map.Count, parameters, map.Index, All(map.Body));
    }

    private Expression All(Expression value) => Part(value, 0, value.Width);
}
