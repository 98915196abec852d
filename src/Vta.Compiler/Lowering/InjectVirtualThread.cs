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
        var own = thread.Body.All().OfType<Allocate>().ToDictionary(allocate => allocate.Buffer, allocate => allocate.Threads);
        return new Repeat(thread, simplifier).Visit(new SeparateBuffers(thread, own).Visit(thread.Body));
    }

    /// <summary>Gives a thread its part of buffers, and moves accesses there: its number counts above those of threads within.</summary>
    private sealed class SeparateBuffers(VirtualThread thread, Dictionary<LoopBuffer, int> own)
    {
        internal Stmt Visit(Stmt statement) => statement.Map(Visit, Visit) switch
        {
            Allocate allocate => allocate with { Threads = allocate.Threads * thread.Threads },
            BufferStore store when own.ContainsKey(store.Buffer) => new BufferStore(store.Buffer, Part(store.Buffer) + store.Index, store.Value),
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
