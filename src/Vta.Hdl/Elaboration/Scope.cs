namespace Vta.Hdl.Elaboration;

/// <summary>An open block of conditional statements; write <c>using (When(…)) { … }</c>.</summary>
public readonly ref struct Scope
{
    private readonly BuildContext _context;
    private readonly int _depth;

    internal Scope(BuildContext context, Ir.Block block, Ir.Expression condition)
    {
        _context = context;
        _depth = context.Depth;
        context.Enter(block, condition);
    }

    /// <summary>Closes the block, and any left open inside it.</summary>
    public void Dispose() => _context.LeaveTo(_depth);
}
