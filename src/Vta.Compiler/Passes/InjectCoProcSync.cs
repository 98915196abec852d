using Vta.Compiler.LoopIr;
using Vta.Isa.Instructions;

namespace Vta.Compiler.Passes;

/// <summary>
/// Puts dependency tokens between the units. Wherever one unit follows another, the first gives a token and the second takes it, also
/// from the end of a loop to its start: what belongs to one virtual thread then runs in program order, and threads overlap.
/// </summary>
internal sealed class InjectCoProcSync
{
    private readonly Dictionary<Stmt, List<Stmt>> before = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Stmt, List<Stmt>> after = new(ReferenceEqualityComparer.Instance);

    private InjectCoProcSync()
    {
    }

    internal static Stmt Run(Stmt program)
    {
        var sync = new InjectCoProcSync();
        sync.Close(sync.Plan(program));
        return sync.Insert(program);
    }

    /// <summary>A part of the program as its neighbours see it.</summary>
    /// <param name="Node">Where tokens go before and after it.</param>
    /// <param name="Enter">The unit that begins.</param>
    /// <param name="Exit">The unit that ends.</param>
    private sealed record Part(Stmt Node, Unit Enter, Unit Exit)
    {
        /// <summary>Tokens that are taken at its start, and not yet given by what is before.</summary>
        internal List<(Unit From, Unit To)> Pops { get; } = [];

        /// <summary>Tokens that are given at its end, and not yet taken by what is after.</summary>
        internal List<(Unit From, Unit To)> Pushes { get; } = [];
    }

    /// <summary>First and last part of a statement; null where no unit does anything.</summary>
    private (Part First, Part Last)? Plan(Stmt statement)
    {
        switch (statement)
        {
            case CoprocScope scope:
                var part = new Part(scope, scope.Unit, scope.Unit);
                return (part, part);
            case For loop when Plan(loop.Body) is { } body:
                var whole = new Part(loop, body.First.Enter, body.Last.Exit);
                Join(body.Last, body.First, whole.Pushes, whole.Pops);
                return (whole, whole);
            case VirtualThread thread when Plan(thread.Body) is { } body:
                // Tokens within are for each thread; those outside are for all.
                Close(body);
                var all = new Part(thread, body.First.Enter, body.Last.Exit);
                return (all, all);
            case Allocate allocate:
                return Plan(allocate.Body);
            case If choice:
                // Threads that leave out the work move its tokens all the same.
                return Plan(choice.Body);
            case Sequence sequence:
                (Part First, Part Last)? sofar = null;
                foreach (var planned in sequence.Statements.Select(Plan).OfType<(Part First, Part Last)>())
                {
                    if (sofar is { } known)
                        Join(known.Last, planned.First, known.Last.Pushes, planned.First.Pops);
                    sofar = (sofar?.First ?? planned.First, planned.Last);
                }
                return sofar;
            default:
                return null;
        }
    }

    /// <summary>Makes one part wait for the one before. What they had open is settled; what stays open is listed.</summary>
    private void Join(Part previous, Part next, List<(Unit From, Unit To)> pushes, List<(Unit From, Unit To)> pops)
    {
        var given = previous.Pushes.ToList();
        var taken = next.Pops.ToList();
        var (afterPrevious, beforeNext) = (new List<Stmt>(), new List<Stmt>());
        var token = (From: previous.Exit, To: next.Enter);
        if (token.From != token.To)
        {
            if (!given.Contains(token))
            {
                given.Add(token);
                afterPrevious.AddRange(Push(token));
            }
            if (!taken.Contains(token))
            {
                taken.Add(token);
                beforeNext.InsertRange(0, Pop(token));
            }
        }
        foreach (var surplus in given.Where(one => !taken.Contains(one)))
            afterPrevious.AddRange(Pop(surplus));
        foreach (var missing in taken.Where(one => !given.Contains(one)))
            beforeNext.InsertRange(0, Push(missing));
        var both = given.Where(taken.Contains).ToList();
        pushes.Clear();
        pushes.AddRange(both);
        pops.Clear();
        pops.AddRange(both);
        At(after, previous.Node).AddRange(afterPrevious);
        At(before, next.Node).InsertRange(0, beforeNext);
    }

    /// <summary>Gives and takes what is still open at the ends.</summary>
    private void Close((Part First, Part Last)? ends)
    {
        if (ends is not { } open)
            return;
        foreach (var token in open.First.Pops)
            At(before, open.First.Node).InsertRange(0, Push(token));
        foreach (var token in open.Last.Pushes)
            At(after, open.Last.Node).AddRange(Pop(token));
        open.First.Pops.Clear();
        open.Last.Pushes.Clear();
    }

    /// <summary>Load and store are no neighbours; the compute unit passes the token on.</summary>
    private static IEnumerable<Stmt> Push((Unit From, Unit To) token) =>
        [new DepPush(token.From, IsDirect(token) ? token.To : Unit.Compute)];

    private static IEnumerable<Stmt> Pop((Unit From, Unit To) token) => IsDirect(token)
        ? [new DepPop(token.From, token.To)]
        : [new DepPop(token.From, Unit.Compute), new DepPush(Unit.Compute, token.To), new DepPop(Unit.Compute, token.To)];

    private static bool IsDirect((Unit From, Unit To) token) => Math.Abs(token.To - token.From) == 1;

    private static List<Stmt> At(Dictionary<Stmt, List<Stmt>> where, Stmt node)
    {
        if (!where.TryGetValue(node, out var list))
            where.Add(node, list = []);
        return list;
    }

    private Stmt Insert(Stmt statement)
    {
        var inserted = statement is CoprocScope ? statement : statement.Map(Insert);
        var (first, last) = (before.GetValueOrDefault(statement, []), after.GetValueOrDefault(statement, []));
        if (first.Count + last.Count == 0)
            return inserted;
        return inserted is CoprocScope scope
            ? scope with { Body = Sequence.Of([.. first, scope.Body, .. last]) }
            : Sequence.Of([.. first, inserted, .. last]);
    }
}
