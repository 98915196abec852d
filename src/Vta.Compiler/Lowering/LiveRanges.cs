namespace Vta.Compiler;

/// <summary>From which statement of a program to which each buffer is used; uses in a loop last as long as the loop, if the buffer is from outside.</summary>
internal sealed class LiveRanges
{
    private readonly List<Span> loops = [];
    private readonly Dictionary<LoopBuffer, int> depths = [];
    private readonly Dictionary<LoopBuffer, int> threads = [];
    private readonly Dictionary<LoopBuffer, List<Span>> uses = [];
    private readonly List<LoopBuffer> buffers = [];
    private int position;

    internal LiveRanges(Stmt program) => Visit(program);

    /// <summary>The buffers, in the order in which they are allocated.</summary>
    internal IReadOnlyList<LoopBuffer> Buffers => buffers;

    /// <summary>Virtual threads that have a copy of a buffer each.</summary>
    internal int Threads(LoopBuffer buffer) => threads[buffer];

    internal int First(LoopBuffer buffer) => Uses(buffer).Min(span => span.First);

    internal int Last(LoopBuffer buffer) => Uses(buffer).Max(span => span.Last);

    /// <summary>
    /// Whether one buffer is first written exactly where another is last read, value by value: then both can be one. The buffer that
    /// it takes the place of; null where there is none.
    /// </summary>
    internal LoopBuffer? InPlaceOf(LoopBuffer buffer) => inPlace.GetValueOrDefault(buffer) is { } source
        && First(buffer) == Uses(source)[^1].First && Last(source) == Uses(source)[^1].Last
        && Uses(buffer)[0].Last == Last(source) ? source : null;

    private readonly Dictionary<LoopBuffer, LoopBuffer?> inPlace = [];

    private List<Span> Uses(LoopBuffer buffer) => uses.TryGetValue(buffer, out var spans) ? spans : uses[buffer] = [new Span { First = position, Last = position }];

    private void Visit(Stmt statement)
    {
        switch (statement)
        {
            case Allocate allocate:
                buffers.Add(allocate.Buffer);
                depths[allocate.Buffer] = loops.Count;
                threads[allocate.Buffer] = allocate.Threads;
                Visit(allocate.Body);
                break;
            case For loop:
                var span = new Span { First = position++ };
                loops.Add(span);
                Visit(loop.Body);
                loops.RemoveAt(loops.Count - 1);
                span.Last = position++;
                break;
            case Sequence sequence:
                foreach (var part in sequence.Statements)
                    Visit(part);
                break;
            case CoprocScope scope:
                Visit(scope.Body);
                break;
            case KernelScope scope:
                Visit(scope.Body);
                break;
            case Pragma pragma:
                Visit(pragma.Body);
                break;
            default:
                Touch(statement);
                break;
        }
    }

    private void Touch(Stmt statement)
    {
        position++;
        var used = new HashSet<LoopBuffer>();
        statement.Map(part => part, expression =>
        {
            foreach (var part in expression.All())
            {
                if (part is BufferLoad load)
                    used.Add(load.Buffer);
                else if (part is BufferAddress address)
                    used.Add(address.Buffer);
            }
            return expression;
        });
        if (statement is BufferStore store)
        {
            FindInPlace(store);
            used.Add(store.Buffer);
        }
        foreach (var buffer in used.Where(depths.ContainsKey))
        {
            var span = loops.Count > depths[buffer] ? loops[depths[buffer]] : new Span { First = position, Last = position };
            if (!uses.TryGetValue(buffer, out var spans))
                uses.Add(buffer, spans = []);
            spans.Add(span);
        }
    }

    private void FindInPlace(BufferStore store)
    {
        var loads = store.Value.All().OfType<BufferLoad>().ToList();
        // The ALU computes in the place of what it reads first; a processor reads all before it writes.
        IReadOnlyList<BufferLoad> first = store.Buffer.Scope.IsOnChip ? AluOperands.First(store.Value) : loads;
        var candidate = first.Select(load => load.Buffer).FirstOrDefault(buffer => buffer != store.Buffer
            && depths.ContainsKey(buffer) && buffer.Scope == store.Buffer.Scope && buffer.Type == store.Buffer.Type
            && buffer.Shape.SequenceEqual(store.Buffer.Shape) && threads[buffer] == threads.GetValueOrDefault(store.Buffer)
            && loads.Where(load => load.Buffer == buffer).All(load => load.Index.Equals(store.Index)));
        // Every store of it has to be so.
        inPlace[store.Buffer] = !inPlace.TryGetValue(store.Buffer, out var before) || before == candidate ? candidate : null;
    }

    private sealed class Span
    {
        internal int First { get; set; }

        internal int Last { get; set; }
    }
}
