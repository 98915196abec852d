namespace Vta.Hdl.Elaboration;

/// <summary>An open block of conditional statements; write <c>using (When(…)) { … }</c>. Without the <c>using</c> it is HW0013.</summary>
public readonly ref struct Scope
{
    private readonly BuildContext _context;
    private readonly int _depth;

    internal Scope(BuildContext context, Ir.Block block, Condition condition, Diagnostics.SourceLocation opened, Ir.ClockDomain? domain = null)
    {
        _context = context;
        _depth = context.Depth;
        context.Enter(block, condition, opened, domain ?? context.Domain);
    }

    /// <summary>Closes the block.</summary>
    public void Dispose() => _context.LeaveTo(_depth);
}
