namespace Vta.Hardware;

/// <summary>
/// Keeps the faults of one source, and the index of the first. A source raises its faults in program order, so the first has the least index.
/// </summary>
internal sealed class FaultLatch : Module
{
    public readonly Fault Raised = In(Fault.Type);
    public readonly Fault Latched = Out(Fault.Type);

    /// <summary>Some fault is latched.</summary>
    public readonly Bool Any = Out();

    protected override void Build()
    {
        var latched = Reg(Fault.Type);
        var any = Let(latched.OutOfRange | latched.Illegal | latched.Bus);
        var raises = Let(Raised.OutOfRange | Raised.Illegal | Raised.Bus);

        latched.OutOfRange.Set(latched.OutOfRange | Raised.OutOfRange);
        latched.Illegal.Set(latched.Illegal | Raised.Illegal);
        latched.Bus.Set(latched.Bus | Raised.Bus);
        using (When(raises & !any))
            latched.Index.Set(Raised.Index);

        Latched.Set(latched);
        Any.Set(any);
    }
}
