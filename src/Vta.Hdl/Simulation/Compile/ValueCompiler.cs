using System.Reflection.Emit;
using Vta.Hdl.Ir;
using Vta.Hdl.Simulation.Layout;
using Vta.Hdl.Simulation.Passes;

namespace Vta.Hdl.Simulation.Compile;

/// <summary>
/// The values of expressions in one method: which are computed already, what is computed once for several uses, and how each kind of value
/// is computed.
/// </summary>
internal sealed class ValueCompiler
{
    /// <summary>
    /// Expressions nested deeper are computed in pieces: the JIT walks over them on the stack of whoever runs them first.
    /// </summary>
    private const int MostNested = 100;

    private readonly Emitter _il;
    private readonly StateLayout _layout;
    private readonly LaneVariables _lanes;

    /// <param name="il">The method.</param>
    /// <param name="layout">Where state lies.</param>
    /// <param name="lanes">What varies from lane to lane.</param>
    /// <param name="useVectors">Lanes are vectors where they can be.</param>
    public ValueCompiler(Emitter il, StateLayout layout, LaneVariables lanes, bool useVectors)
    {
        _il = il;
        _layout = layout;
        _lanes = lanes;
        Narrow = new(il, layout, this);
        Wide = new(il, layout, this);
        Memories = new(il, layout, this);
        var packed = new PackedLanes(il, layout);
        var vectors = useVectors ? new VectorCompiler(il, lanes, this, packed) : null;
        var matrices = useVectors ? new MatrixCompiler(il, lanes, this, packed) : null;
        Lanes = new(il, layout, lanes, this, vectors, matrices);
    }

    /// <summary>What is computed already.</summary>
    public ValueScope Known { get; } = new();

    /// <summary>Values of up to 64 bits.</summary>
    public NarrowCompiler Narrow { get; }

    /// <summary>Values of more than 64 bits.</summary>
    public WideCompiler Wide { get; }

    /// <summary>Words of memories.</summary>
    public MemoryCompiler Memories { get; }

    /// <summary>What is done to every element of a vector.</summary>
    public LaneCompiler Lanes { get; }

    /// <summary>The value of an expression lies in a slot, computed by another method.</summary>
    public void UseSlot(Expression e, Slot slot)
    {
        if (e.Width > 64)
        {
            Known.Add(e, new WidePlace(null, slot.Offset));
            return;
        }
        var local = _il.DeclareLocal(typeof(ulong));
        _il.LoadSlot(slot);
        _il.Emit(OpCodes.Stloc, local);
        Known.Add(e, local);
    }

    /// <summary>Computes once what is used several times below the roots and not known yet.</summary>
    public void LetShared(IReadOnlyList<Expression> roots, LaneMap? inside = null)
    {
        var uses = new Dictionary<Expression, int>(ReferenceEqualityComparer.Instance);
        var order = new List<Expression>();
        var nested = new Dictionary<Expression, int>(ReferenceEqualityComparer.Instance);
        foreach (var root in roots)
            Count(root);
        foreach (var e in order)
        {
            if (uses[e] > 1 || nested[e] == MostNested)
                Let(e);
        }

        void Count(Expression e)
        {
            if (Known.Knows(e) || (inside is not null && !_lanes.Varies(e, inside)))
                return;
            var isFree = TaskGraph.IsFree(e);
            if (!isFree)
            {
                if (uses.TryGetValue(e, out var count))
                {
                    uses[e] = count + 1;
                    return;
                }
                uses[e] = 1;
            }
            foreach (var operand in _lanes.OperandsOf(e))
                Count(operand);
            if (isFree)
                return;
            order.Add(e);
            nested[e] = 1 + _lanes.OperandsOf(e).Select(o => nested.GetValueOrDefault(o)).Where(n => n < MostNested).DefaultIfEmpty().Max();
        }
    }

    /// <summary>Computes what more than one of these groups of expressions needs.</summary>
    public void LetSharedAcross(params ReadOnlySpan<IReadOnlyList<Expression>> groups)
    {
        var users = new Dictionary<Expression, int>(ReferenceEqualityComparer.Instance);
        var order = new List<Expression>();
        foreach (var group in groups)
        {
            var seen = new HashSet<Expression>(ReferenceEqualityComparer.Instance);
            foreach (var root in group)
                Visit(root, seen);
        }
        foreach (var e in order)
        {
            if (users[e] > 1 && !TaskGraph.IsFree(e))
                Let(e);
        }

        void Visit(Expression e, HashSet<Expression> seen)
        {
            if (Known.Knows(e) || !seen.Add(e))
                return;
            foreach (var operand in _lanes.OperandsOf(e))
                Visit(operand, seen);
            if (!users.TryGetValue(e, out var count))
                order.Add(e);
            users[e] = count + 1;
        }
    }

    public void Let(Expression e)
    {
        if (Known.Knows(e))
            return;
        if (e.Width > 64)
        {
            Known.Add(e, Wide.Place(e));
            return;
        }
        var local = _il.DeclareLocal(typeof(ulong));
        Narrow.Push(e);
        _il.Emit(OpCodes.Stloc, local);
        Known.Add(e, local);
    }

    public LocalBuilder LocalOf(Expression e)
    {
        if (Known.Narrow(e) is { } known)
            return known;
        var local = _il.DeclareLocal(typeof(ulong));
        Narrow.Push(e);
        _il.Emit(OpCodes.Stloc, local);
        return local;
    }

    /// <summary>Where the value lies, wide or not.</summary>
    public WidePlace InMemory(Expression e)
    {
        if (e.Width > 64)
            return Wide.Place(e);
        var slot = _layout.Scratch(e.Width);
        _il.StoreSlot(slot, () => Narrow.Push(e));
        return new(null, slot.Offset);
    }

    /// <summary>A vector whose elements are taken one by one, or several at once.</summary>
    public LaneVector VectorOf(Expression vector, int elementWidth) => vector.Width > 64
        ? new(Wide.Place(vector), null, elementWidth)
        : new(default, LocalOf(vector), elementWidth);
}
