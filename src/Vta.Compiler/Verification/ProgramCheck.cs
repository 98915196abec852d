using Vta.Compiler.LoopIr;
using Vta.Isa;

namespace Vta.Compiler.Verification;

/// <summary>
/// Proves that a lowered program does what it means, whatever the units' timing. It runs the program in its order, without values: each
/// read has to find what the program put into that element of that buffer last, uses of a place by two units have to be ordered by tokens,
/// and each token that is taken has to have been given, so that the program cannot hang. The time is linear in the number of accesses.
/// </summary>
internal sealed class ProgramCheck
{
    private readonly LoopValues values = new();
    private readonly TokenOrder order = new();
    private readonly FindingList findings = new();
    private readonly ProgramBuffers buffers;
    private readonly KernelCheck kernels;
    private readonly ElementCheck elements;

    private ProgramCheck(PlacedProgram program)
    {
        buffers = new ProgramBuffers(program, order, findings);
        kernels = new KernelCheck(buffers, values);
        elements = new ElementCheck(buffers, values);
    }

    /// <summary>What is wrong, in the order of the program.</summary>
    internal static IReadOnlyList<Finding> Run(PlacedProgram program)
    {
        var check = new ProgramCheck(program);
        check.Visit(program.Body);
        foreach (var (from, to, count) in check.order.Left())
            check.findings.Add(FindingKind.Tokens, $"{count} tokens of {from.Name()} for {to.Name()} are left");
        return check.findings.All;
    }

    private void Visit(Stmt statement)
    {
        switch (statement)
        {
            case Sequence sequence:
                foreach (var part in sequence.Statements)
                    Visit(part);
                break;
            case For loop:
                values.Repeat(loop, Visit);
                break;
            case If choice:
                if (values.Holds(choice.Condition))
                    Visit(choice.Body);
                break;
            case CoprocScope scope:
                Visit(scope.Body);
                break;
            case Allocate allocate:
                buffers.Allocate(allocate);
                Visit(allocate.Body);
                break;
            case DepPush push:
                order.Push(push.From, push.To);
                break;
            case DepPop pop:
                if (!order.Pop(pop.From, pop.To))
                    findings.Add(FindingKind.Tokens,
                        $"{pop.To.Name()} takes a token of {pop.From.Name()} that nothing before gives{During()}");
                break;
            case LoadBuffer2D load:
                Load(load);
                break;
            case StoreBuffer2D store:
                Store(store);
                break;
            case KernelScope kernel:
                kernels.Run(kernel, Begin(kernel, Unit.Compute, kernels.Name(kernel)));
                break;
            case Pragma { Kind: PragmaKind.Alu } pragma:
                elements.Run(pragma.Body, Begin(pragma, Unit.Compute, $"alu of {pragma.All().OfType<BufferStore>().First().Buffer}"));
                break;
            default:
                throw new InvalidOperationException($"{statement.GetType().Name} is no part of a lowered program");
        }
    }

    private void Load(LoadBuffer2D load)
    {
        var rows = values.Rows(load);
        if (rows.IsEmpty)
            return;
        var operation = Begin(load, load.Memory is MemoryId.Inp or MemoryId.Wgt ? Unit.Load : Unit.Compute, $"the load of {load.Source}");
        foreach (var (workspace, from) in buffers.InDram(load.Source, load.Memory, rows, values.Evaluate(load.Offset)))
            workspace.Read(from, operation);
        var (buffer, location) = buffers.Find(load.SramIndex);
        var start = values.Evaluate(location);
        for (var index = 0; index < rows.Elements; index++)
            buffer.Write(start + index, operation);
    }

    private void Store(StoreBuffer2D store)
    {
        var rows = values.Rows(store);
        if (rows.IsEmpty)
            return;
        var operation = Begin(store, Unit.Store, $"the store of {store.Destination}");
        var (buffer, location) = buffers.Find(store.SramIndex);
        var start = values.Evaluate(location);
        for (var index = 0; index < rows.Elements; index++)
            buffer.Read(start + index, operation);
        foreach (var (workspace, to) in buffers.InDram(store.Destination, MemoryId.Out, rows, values.Evaluate(store.Offset)))
            workspace.Write(to, operation);
    }

    private Operation Begin(Stmt source, Unit unit, string name) =>
        new(name + During(), source, unit, order.Period(unit));

    private string During() => values.ToString() is { Length: > 0 } iteration ? $" ({iteration})" : "";
}
