using Vta.Isa.Launch;

namespace Vta.Hardware.Control;

/// <summary>
/// Keeps the faults of one source, and the index of the first. A source raises its faults in program order, so the first has the least index.
/// </summary>
/// <param name="kinds">The kinds that the source can raise.</param>
internal sealed class FaultLatch(Faults kinds) : Module
{
    public readonly Fault Raised = In(Fault.Type(kinds));
    public readonly Fault Latched = Out(Fault.Type(kinds));

    /// <summary>Some fault is latched.</summary>
    public readonly Bool Any = Out();

    protected override string DefinitionName => $"FaultLatch_{string.Join("_", kinds.ToString().ToLowerInvariant().Split(", "))}";

    protected override void Build()
    {
        var latched = Reg(Fault.Type(kinds));
        var any = Let(AnyOf(latched.Raised));
        foreach (var (kept, raised) in latched.Raised.Zip(Raised.Raised))
            kept.Set(kept | raised);
        using (When(AnyOf(Raised.Raised) & !any))
            latched.Index.Set(Raised.Index);

        Latched.Set(latched);
        Any.Set(any);
    }
}
