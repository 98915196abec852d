using Vta.Compiler.LoopIr;
using Vta.Compiler.Verification.Tokens;
using Vta.Isa.Instructions;

namespace Vta.Compiler.Verification;

/// <summary>
/// Proves that a lowered program does what it means, whatever the units' timing. It runs the program in its order, without values: each
/// read has to find what the program put into that element of that buffer last, uses of a place by two units have to be ordered by tokens,
/// and each token that is taken has to have been given, so that the program cannot hang. The time is linear in the number of accesses.
/// </summary>
internal sealed class ProgramCheck : CommandRunner
{
    private readonly TokenOrder order = new();
    private readonly FindingList findings = new();
    private readonly ProgramBuffers buffers;
    private readonly KernelCheck kernels;
    private readonly ElementCheck elements;

    private ProgramCheck(PlacedProgram program)
    {
        buffers = new ProgramBuffers(program, order, findings);
        kernels = new KernelCheck(buffers, Values);
        elements = new ElementCheck(buffers, Values);
    }

    /// <summary>What is wrong, in the order of the program.</summary>
    internal static IReadOnlyList<Finding> Run(PlacedProgram program)
    {
        var check = new ProgramCheck(program);
        check.Run(program.Body);
        foreach (var (from, to, count) in check.order.Left())
            check.findings.Add(FindingKind.Tokens, $"{count} tokens of {from.Name()} for {to.Name()} are left");
        return check.findings.All;
    }

    private protected override void Begin(Allocate allocate) => buffers.Allocate(allocate);

    private protected override void Push(DepPush push) => order.Push(push.From, push.To);

    private protected override void Pop(DepPop pop)
    {
        if (!order.Pop(pop.From, pop.To))
            findings.Add(FindingKind.Tokens,
                $"{pop.To.Name()} takes a token of {pop.From.Name()} that nothing before gives{During()}");
    }

    private protected override void Kernel(KernelScope kernel) => kernels.Run(kernel, Begin(kernel, Unit.Compute, kernels.Name(kernel)));

    private protected override void Elements(Pragma pragma) =>
        elements.Run(pragma.Body, Begin(pragma, Unit.Compute, $"alu of {pragma.All().OfType<BufferStore>().First().Buffer}"));

    private protected override void Load(LoadBuffer2D load)
    {
        var rows = Values.Rows(load);
        if (rows.IsEmpty)
            return;
        var operation = Begin(load, load.Memory is MemoryId.Inp or MemoryId.Wgt ? Unit.Load : Unit.Compute, $"the load of {load.Source}");
        foreach (var (workspace, from) in buffers.InDram(load.Source, load.Memory, rows, Values.Evaluate(load.Offset)))
            workspace.Read(from, operation);
        var (buffer, location) = buffers.Find(load.SramIndex);
        var start = Values.Evaluate(location);
        for (var index = 0; index < rows.Elements; index++)
            buffer.Write(start + index, operation);
    }

    private protected override void Store(StoreBuffer2D store)
    {
        var rows = Values.Rows(store);
        if (rows.IsEmpty)
            return;
        var operation = Begin(store, Unit.Store, $"the store of {store.Destination}");
        var (buffer, location) = buffers.Find(store.SramIndex);
        var start = Values.Evaluate(location);
        for (var index = 0; index < rows.Elements; index++)
            buffer.Read(start + index, operation);
        foreach (var (workspace, to) in buffers.InDram(store.Destination, MemoryId.Out, rows, Values.Evaluate(store.Offset)))
            workspace.Write(to, operation);
    }

    private Operation Begin(Stmt source, Unit unit, string name) =>
        new(name + During(), source, unit, order.Period(unit));

    private string During() => Values.ToString() is { Length: > 0 } iteration ? $" ({iteration})" : "";
}
