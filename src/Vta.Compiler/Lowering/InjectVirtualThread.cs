namespace Vta.Compiler;

/// <summary>
/// Runs virtual threads side by side: each statement is there once for each thread, with the thread's own part of the buffers.
/// Statements without loops are repeated; around others goes a loop over the threads.
/// </summary>
internal sealed class InjectVirtualThread
{
    private const int MostRepeated = 16;

    private readonly Simplifier simplifier;

    private InjectVirtualThread(Bounds bounds) => simplifier = new Simplifier(bounds);

    internal static Stmt Run(Stmt program, Bounds bounds) => new InjectVirtualThread(bounds).Visit(program);

    private Stmt Visit(Stmt statement)
    {
        var mapped = statement.Map(Visit, expression => expression);
        if (mapped is not VirtualThread thread)
            return mapped;
        var own = thread.Body.All().OfType<Allocate>().Select(allocate => allocate.Buffer).ToHashSet();
        var separate = new SeparateBuffers(thread.Variable, own).Visit(thread.Body);
        foreach (var buffer in own)
            buffer.Threads *= thread.Threads;
        return new Repeat(thread, simplifier).Visit(separate);
    }

    /// <summary>Moves accesses to the part of a thread: its number counts above those of threads within.</summary>
    private sealed class SeparateBuffers(Variable thread, HashSet<LoopBuffer> own)
    {
        internal Stmt Visit(Stmt statement)
        {
            var mapped = statement.Map(Visit, Visit);
            return mapped is BufferStore store && own.Contains(store.Buffer)
                ? new BufferStore(store.Buffer, thread * (store.Buffer.Values * store.Buffer.Threads) + store.Index, store.Value)
                : mapped;
        }

        private Expr Visit(Expr expression) => expression.MapChildren(Visit) switch
        {
            BufferLoad load when own.Contains(load.Buffer) => new BufferLoad(load.Buffer, thread * (load.Buffer.Values * load.Buffer.Threads) + load.Index),
            BufferAddress address when own.Contains(address.Buffer) => new BufferAddress(address.Buffer,
                thread * (address.Buffer.Values / address.Buffer.Scope.Shape!.ElemValues * address.Buffer.Threads) + address.Element),
            var other => other,
        };
    }

    /// <summary>Repeats the statements of a thread's body for each thread.</summary>
    private sealed class Repeat(VirtualThread thread, Simplifier simplifier)
    {
        internal Stmt Visit(Stmt statement) => statement switch
        {
            Sequence sequence => Sequence.Of(sequence.Statements.Select(Visit)),
            For loop when !loop.Extent.Uses(thread.Variable) => loop with { Body = Visit(loop.Body) },
            Allocate or Pragma => statement.Map(Visit, expression => expression),
            _ => ForEachThread(statement),
        };

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
