using Vta.Compiler.LoopIr;

namespace Vta.Compiler.Verification;

/// <summary>Runs element operations as they are written, each with all of its operands: what they read and write.</summary>
/// <param name="buffers">The program's buffers.</param>
/// <param name="values">The loops around.</param>
internal sealed class ElementCheck(ProgramBuffers buffers, LoopValues values)
{
    private readonly Dictionary<BufferStore, IReadOnlyList<BufferLoad>> loads = new(ReferenceEqualityComparer.Instance);

    internal void Run(Stmt statement, Operation operation)
    {
        switch (statement)
        {
            case For loop:
                values.Repeat(loop, body => Run(body, operation));
                break;
            case BufferStore store:
                Step(store, operation);
                break;
            default:
                foreach (var part in statement.Bodies)
                    Run(part, operation);
                break;
        }
    }

    private void Step(BufferStore store, Operation operation)
    {
        var (target, location) = buffers.Find(store.Buffer, values.Evaluate(store.Index));
        if (location is not { } to)
            return;
        if (!loads.TryGetValue(store, out var read))
            loads.Add(store, read = [.. store.Value.All().OfType<BufferLoad>()]);
        foreach (var load in read)
        {
            var (source, from) = buffers.Find(load.Buffer, values.Evaluate(load.Index));
            source.Read(from ?? throw new InvalidOperationException($"{load} is in the middle of an element"), operation);
        }
        target.Write(to, operation);
    }
}
