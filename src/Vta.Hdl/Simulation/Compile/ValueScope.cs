using System.Reflection.Emit;
using Vta.Hdl.Ir;

namespace Vta.Hdl.Simulation.Compile;

/// <summary>Values that are computed already, in a method or in one lane of a loop.</summary>
internal sealed class ValueScope(ValueScope? outer)
{
    private readonly Dictionary<Expression, LocalBuilder> _narrow = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Expression, WidePlace> _wide = new(ReferenceEqualityComparer.Instance);

    public ValueScope? Outer { get; } = outer;

    public void Add(Expression e, LocalBuilder local) => _narrow[e] = local;

    public void Add(Expression e, WidePlace place) => _wide[e] = place;

    public LocalBuilder? Narrow(Expression e) => _narrow.TryGetValue(e, out var local) ? local : Outer?.Narrow(e);

    public WidePlace? Wide(Expression e) => _wide.TryGetValue(e, out var place) ? place : Outer?.Wide(e);

    public bool Knows(Expression e) => _narrow.ContainsKey(e) || _wide.ContainsKey(e) || (Outer?.Knows(e) ?? false);
}
