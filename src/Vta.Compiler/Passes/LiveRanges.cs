using Vta.Compiler.LoopIr;

namespace Vta.Compiler.Passes;

/// <summary>
/// From which statement of a program to which each buffer is used, in the order of one virtual thread; uses in a loop last as long as the
/// loop, if the buffer is from outside. What threads share and use is used as long as any of them runs, like in a loop.
/// </summary>
internal sealed class LiveRanges
{
    private readonly List<Span> loops = [];
    private readonly Dictionary<LoopBuffer, int> depths = [];
    private readonly Dictionary<LoopBuffer, int> threads = [];
    private readonly Dictionary<LoopBuffer, List<Use>> uses = [];
    private readonly List<LoopBuffer> buffers = [];
    private int threadsAround = 1;
    private int position;

    internal LiveRanges(Stmt program) => Visit(program);

    /// <summary>The buffers, in the order in which they are allocated.</summary>
    internal IReadOnlyList<LoopBuffer> Buffers => buffers;

    /// <summary>Virtual threads that have a copy of a buffer each.</summary>
    internal int Threads(LoopBuffer buffer) => threads[buffer];

    internal int First(LoopBuffer buffer) => uses[buffer].Select(use => use.Span.First).DefaultIfEmpty(position).Min();

    internal int Last(LoopBuffer buffer) => uses[buffer].Select(use => use.Span.Last).DefaultIfEmpty(position).Max();

    /// <summary>
    /// The buffer that one is made of value by value, by statements that are the last to need it: then both can be one. Null where there is
    /// none.
    /// </summary>
    internal LoopBuffer? InPlaceOf(LoopBuffer buffer)
    {
        // Each value is computed once, so several statements compute parts.
        var stores = uses[buffer].Where(use => use.Statement is BufferStore store && store.Buffer == buffer).ToList();
        if (stores.Count == 0 || stores[0] != uses[buffer][0])
            return null;
        return stores.Select(use => Sources((BufferStore)use.Statement)).Aggregate((all, more) => all.Intersect(more)).FirstOrDefault(IsDoneAfter);

        // What else uses the source is over before the first of them begins, or the loop in which that is repeated.
        bool IsDoneAfter(LoopBuffer source) => uses[source].All(use => stores.Find(store => ReferenceEquals(store.Statement, use.Statement)) is { } store
            ? use.Span.First == store.Span.First && use.Span.Last == store.Span.Last
            : use.Span.Last < stores[0].Span.First);
    }

    private IEnumerable<LoopBuffer> Sources(BufferStore store)
    {
        var loads = store.Value.All().OfType<BufferLoad>().ToList();
        // The ALU computes in the place of what it reads first; a processor reads all before it writes.
        var first = store.Buffer.Scope.IsOnChip ? AluOperands.First(store.Value) : loads;
        return first.Select(load => load.Buffer).Distinct().Where(buffer => buffer != store.Buffer
            && depths.ContainsKey(buffer) && buffer.Scope == store.Buffer.Scope && buffer.Type == store.Buffer.Type
            && buffer.Shape.SequenceEqual(store.Buffer.Shape) && threads[buffer] == threads[store.Buffer]
            && loads.Where(load => load.Buffer == buffer).All(load => load.Index.Equals(store.Index)));
    }

    private void Visit(Stmt statement)
    {
        switch (statement)
        {
            case Allocate allocate:
                buffers.Add(allocate.Buffer);
                depths[allocate.Buffer] = loops.Count;
                threads[allocate.Buffer] = threadsAround;
                uses[allocate.Buffer] = [];
                Visit(allocate.Body);
                break;
            case For loop:
                Repeat(loop.Body);
                break;
            case VirtualThread thread:
                threadsAround *= thread.Threads;
                Repeat(thread.Body);
                threadsAround /= thread.Threads;
                break;
            case Sequence sequence:
                foreach (var part in sequence.Statements)
                    Visit(part);
                break;
            case If choice:
                Visit(choice.Body);
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

    private void Repeat(Stmt body)
    {
        var span = new Span { First = ++position };
        loops.Add(span);
        Visit(body);
        loops.RemoveAt(loops.Count - 1);
        span.Last = ++position;
    }

    private void Touch(Stmt statement)
    {
        position++;
        var point = new Span { First = position, Last = position };
        foreach (var buffer in BuffersOf(statement).Where(depths.ContainsKey))
            uses[buffer].Add(new Use(statement, loops.Count > depths[buffer] ? loops[depths[buffer]] : point));
    }

    private static HashSet<LoopBuffer> BuffersOf(Stmt statement)
    {
        var used = new HashSet<LoopBuffer>();
        if (statement is BufferStore store)
            used.Add(store.Buffer);
        foreach (var part in statement.Expressions.SelectMany(expression => expression.All()))
        {
            if (part is BufferLoad load)
                used.Add(load.Buffer);
            else if (part is BufferAddress address)
                used.Add(address.Buffer);
        }
        return used;
    }

    /// <summary>A statement that uses a buffer, and for how long.</summary>
    private sealed record Use(Stmt Statement, Span Span);

    private sealed class Span
    {
        internal int First { get; set; }

        internal int Last { get; set; }
    }
}
