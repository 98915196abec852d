using Vta.Hdl.Ir;

namespace Vta.Hdl.Library.Axi;

/// <summary>A queue in registers that a checker fills and empties; a value that comes and leaves in one cycle passes it by.</summary>
internal sealed class AxiCheckedQueue
{
    public AxiCheckedQueue(AxiChecker checker, string name, int width, int depth, Bool pushes, UInt value, Bool pops)
    {
        var count = checker.Register($"{name}_count", Bits.WidthFor(depth));
        IsEmpty = count == 0;
        var kept = count - (pops & !IsEmpty).AsUInt();
        var isKept = pushes & !(pops & IsEmpty);
        count.Set(kept + isKept.AsUInt());
        UInt? above = null;
        for (var i = depth - 1; i >= 0; i--)
        {
            var place = checker.Register($"{name}_{i}", width);
            var moved = above is null ? place : Mux(pops, above, place);
            place.Set(Mux(isKept & kept == i, value, moved));
            above = place;
        }
        First = above!;
    }

    public Bool IsEmpty { get; }

    /// <summary>The oldest value, meaningful unless it is empty.</summary>
    public UInt First { get; }
}
