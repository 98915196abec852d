using Vta.Compiler.LoopIr;
using Vta.Compiler.LoopIr.Arithmetic;

namespace Vta.Compiler.Passes;

/// <summary>
/// Runs virtual threads side by side: each statement is there once for each thread, with the thread's own part of the buffers.
/// Statements without loops are repeated; around others goes a loop over the threads. Tokens carry no number of a thread, so all threads
/// give and take theirs in turns: through loops of which some threads have fewer iterations, they all go equally often, and what is beyond
/// a thread's own iterations is left out but for its tokens.
/// </summary>
internal sealed class InjectVirtualThread
{
    private const int MostRepeated = 16;

    private readonly Simplifier simplifier;

    private InjectVirtualThread(Bounds bounds) => simplifier = new Simplifier(bounds.WithoutSums);

    internal static Stmt Run(Stmt program, Bounds bounds) => new InjectVirtualThread(bounds).Visit(program);

    private Stmt Visit(Stmt statement)
    {
        var mapped = statement.Map(Visit);
        if (mapped is not VirtualThread thread)
            return mapped;
        var own = thread.Body.All().OfType<Allocate>().ToDictionary(allocate => allocate.Buffer, allocate => allocate.Threads);
        return new Repeat(thread with { Body = new SeparateBuffers(thread, own).Visit(thread.Body) }, simplifier).Run();
    }

    /// <summary>Gives a thread its part of buffers, and moves accesses there: its number counts above those of threads within.</summary>
    private sealed class SeparateBuffers(VirtualThread thread, Dictionary<LoopBuffer, int> own)
    {
        private readonly ThreadWorkspaces workspaces = new(thread, own.Keys);

        internal Stmt Visit(Stmt statement) => statement.Map(Visit, Visit) switch
        {
            Allocate allocate when workspaces.Whole(allocate.Buffer) is { } whole => allocate with { Buffer = whole },
            Allocate allocate => allocate with { Threads = allocate.Threads * thread.Threads },
            BufferStore store when own.ContainsKey(store.Buffer) => new BufferStore(store.Buffer, Part(store.Buffer) + store.Index, store.Value),
            LoadBuffer2D load => workspaces.Visit(load),
            StoreBuffer2D store => workspaces.Visit(store),
            var other => other,
        };

        private Expr Visit(Expr expression) => expression.MapChildren(Visit) switch
        {
            BufferLoad load when own.ContainsKey(load.Buffer) => new BufferLoad(load.Buffer, Part(load.Buffer) + load.Index),
            BufferAddress address when own.ContainsKey(address.Buffer) =>
                new BufferAddress(address.Buffer, Part(address.Buffer, address.Buffer.Scope.Shape!.ElemValues) + address.Element),
            var other => other,
        };

        /// <summary>Where the part of the thread begins, in units of some values.</summary>
        private Expr Part(LoopBuffer buffer, int unit = 1) => thread.Variable * (buffer.Size / unit * own[buffer]);
    }

    /// <summary>Repeats the statements of a thread's body for each thread.</summary>
    private sealed class Repeat(VirtualThread thread, Simplifier simplifier)
    {
        internal Stmt Run() => Visit(thread.Body, []);

        /// <param name="statement">A part of the body.</param>
        /// <param name="conditions">Where a thread takes part in it.</param>
        private Stmt Visit(Stmt statement, IReadOnlyList<Expr> conditions) => statement switch
        {
            Sequence or Allocate or Pragma => statement.Map(part => Visit(part, conditions)),
            For loop when loop.Extent.Uses(thread.Variable) =>
                loop with { Extent = Longest(loop.Extent), Body = Visit(loop.Body, [.. conditions, loop.Variable < loop.Extent]) },
            For loop => loop with { Body = Visit(loop.Body, conditions) },
            If choice => Visit(choice.Body, [.. conditions, choice.Condition]),
            CoprocScope scope => ForEachThread(scope with { Body = OnlyWork(scope.Body, conditions) }),
            _ => ForEachThread(IsToken(statement) ? statement : Under(statement, conditions)),
        };

        private static bool IsToken(Stmt statement) => statement is DepPush or DepPop;

        /// <summary>What a unit does, under conditions, between the tokens that it takes first and those that it gives last.</summary>
        private static Stmt OnlyWork(Stmt body, IReadOnlyList<Expr> conditions)
        {
            var parts = body is Sequence sequence ? sequence.Statements : [body];
            var (first, work) = (parts.TakeWhile(IsToken), parts.Where(part => !IsToken(part)));
            return Sequence.Of([.. first, Under(Sequence.Of(work), conditions), .. parts.SkipWhile(IsToken).Where(IsToken)]);
        }

        private static Stmt Under(Stmt statement, IReadOnlyList<Expr> conditions) =>
            conditions.Reverse().Aggregate(statement, (body, condition) => If.Of(condition, body));

        private Expr Longest(Expr extent) => Enumerable.Range(0, thread.Threads)
            .Select(number => simplifier.Simplify(extent.Substitute(thread.Variable, number)))
            .Aggregate((longest, other) => simplifier.Simplify(Expr.Max(longest, other)));

        private Stmt ForEachThread(Stmt statement)
        {
            if (thread.Threads < MostRepeated && !statement.All().OfType<For>().Any())
                return Sequence.Of(Enumerable.Range(0, thread.Threads).Select(number => Simplify(statement.Substitute(thread.Variable, number))));
            var variable = new Variable($"{thread.Variable.Name}.s");
            simplifier.Bounds.Add(variable, thread.Threads);
            return new For(variable, thread.Threads, Simplify(statement.Substitute(thread.Variable, variable))) { Most = thread.Threads };
        }

        private Stmt Simplify(Stmt statement) => statement.Map(Simplify, simplifier.Simplify);
    }
}
