using System.Reflection.Emit;
using Vta.Hdl.Ir;

namespace Vta.Hdl.Simulation.Compile;

/// <summary>
/// Values that are computed already, in a method, in a branch or in one lane of a loop: scopes in scopes. However deep they are, a value is
/// found at once.
/// </summary>
internal sealed class ValueScope
{
    private readonly Dictionary<Expression, Place> _known = new(ReferenceEqualityComparer.Instance);
    private readonly Stack<(Expression Value, Place? Before)> _added = [];
    private readonly Stack<int> _outer = [];

    /// <summary>What is added from now on is forgotten at <see cref="Close"/>.</summary>
    public void Open() => _outer.Push(_added.Count);

    public void Close()
    {
        for (var count = _outer.Pop(); _added.Count > count;)
        {
            var (value, before) = _added.Pop();
            if (before is { } place)
                _known[value] = place;
            else
                _known.Remove(value);
        }
    }

    public void Add(Expression e, LocalBuilder local) => Add(e, new Place(local, null));

    public void Add(Expression e, WidePlace place) => Add(e, new Place(null, place));

    public LocalBuilder? Narrow(Expression e) => _known.TryGetValue(e, out var place) ? place.Narrow : null;

    public WidePlace? Wide(Expression e) => _known.TryGetValue(e, out var place) ? place.Wide : null;

    public bool Knows(Expression e) => _known.ContainsKey(e);

    private void Add(Expression e, Place place)
    {
        _added.Push((e, _known.TryGetValue(e, out var before) ? before : null));
        _known[e] = place;
    }

    /// <summary>Where a value is: in a local up to 64 bits, else in memory.</summary>
    private readonly record struct Place(LocalBuilder? Narrow, WidePlace? Wide);
}
