using Vta.Hdl.Ir;

namespace Vta.Hdl.Lowering;

/// <summary>
/// Which bits the bits of a group of signals are computed from, inside the group. Selections, concatenations, choices and bitwise operations
/// are known bit by bit; of any other operation every bit depends on all bits of its operands.
/// </summary>
internal sealed class BitDependencies(IReadOnlyDictionary<Signal, Expression> drivers, IReadOnlySet<Signal> group)
{
    private readonly Dictionary<(Expression Value, int Low, int Width), IReadOnlyList<SignalBit>> _reads = [];

    /// <summary>The bits of a loop, each reads the next; null where there is none.</summary>
    public IReadOnlyList<SignalBit>? FindLoop()
    {
        var isDone = new Dictionary<SignalBit, bool>();
        var path = new List<SignalBit>();
        foreach (var signal in group)
        {
            for (var bit = 0; bit < signal.Width; bit++)
            {
                if (Visit(new(signal, bit)) is { } loop)
                    return loop;
            }
        }
        return null;

        IReadOnlyList<SignalBit>? Visit(SignalBit bit)
        {
            if (isDone.TryGetValue(bit, out var done))
                return done ? null : path[path.IndexOf(bit)..];
            isDone[bit] = false;
            path.Add(bit);
            foreach (var read in Reads(drivers[bit.Signal], bit.Bit, 1))
            {
                if (Visit(read) is { } loop)
                    return loop;
            }
            path.RemoveAt(path.Count - 1);
            isDone[bit] = true;
            return null;
        }
    }

    private IReadOnlyList<SignalBit> Reads(Expression value, int low, int width)
    {
        if (!_reads.TryGetValue((value, low, width), out var known))
            _reads[(value, low, width)] = known = [.. Find(value, low, width).Distinct()];
        return known;
    }

    private IEnumerable<SignalBit> Find(Expression value, int low, int width) => value switch
    {
        Signal s => group.Contains(s) ? Enumerable.Range(low, width).Select(i => new SignalBit(s, i)) : [],
        Slice s => Reads(s.Operand, s.Low + low, width),
        Concat c => BitRanges.OfParts(c, low, width).SelectMany(p => Reads(p.Part, p.Low, p.Width)),
        Replicate r => BitRanges.OfCopies(r, low, width).SelectMany(p => Reads(p.Part, p.Low, p.Width)),
        Extend e => BitRanges.OfExtend(e, low, width).SelectMany(p => Reads(p.Part, p.Low, p.Width)),
        Mux m => [.. Reads(m.Condition, 0, 1), .. Reads(m.WhenTrue, low, width), .. Reads(m.WhenFalse, low, width)],
        Unary { Operator: UnaryOperator.Not } u => Reads(u.Operand, low, width),
        Binary { Operator: BinaryOperator.And or BinaryOperator.Or or BinaryOperator.Xor } b => [.. Reads(b.Left, low, width), .. Reads(b.Right, low, width)],
        _ => ExpressionGraph.Operands(value).SelectMany(o => Reads(o, 0, o.Width)),
    };
}
