using System.Reflection;
using System.Reflection.Emit;
using Vta.Hdl.Ir;
using Vta.Hdl.Simulation.Kernels;
using Vta.Hdl.Simulation.Layout;
using Vta.Hdl.Simulation.Passes;

namespace Vta.Hdl.Simulation.Compile;

/// <summary>
/// Compiles expressions to IL in one dynamic method over the state block. Values of up to 64 bits are <c>ulong</c> on the evaluation stack,
/// with zeros above their width; wider ones are addresses of bytes.
/// </summary>
internal sealed partial class MethodCompiler
{
    private readonly ILGenerator _il;
    private readonly Segment? _segment;
    private readonly StateLayout _layout;
    private readonly LaneVariables _lanes;
    private readonly Activity? _activity;
    private readonly bool _useVectors;
    private readonly bool _onDemand;
    private readonly ValueScope _scope = new();

    /// <summary>Expressions nested deeper are computed in pieces: the JIT walks over them on the stack of whoever runs them first.</summary>
    private const int MostNested = 100;

    /// <summary>Compiles into an empty method. With activity, changes of values raise the flags of what uses them.</summary>
    public MethodCompiler(
        DynamicMethod method, Segment? segment, StateLayout layout, LaneVariables lanes, Activity? activity, SimulatorOptions options)
    {
        _il = method.GetILGenerator();
        _segment = segment;
        _layout = layout;
        _lanes = lanes;
        _activity = activity;
        _useVectors = options.VectorLanes;
        _onDemand = options.DemandGating;
    }

    /// <summary>The value of an expression lies in a slot, computed by another method.</summary>
    public void UseSlot(Expression e, Slot slot)
    {
        if (e.Width > 64)
        {
            _scope.Add(e, new WidePlace(null, slot.Offset));
            return;
        }
        var local = _il.DeclareLocal(typeof(ulong));
        LoadSlot(slot);
        _il.Emit(OpCodes.Stloc, local);
        _scope.Add(e, local);
    }

    /// <summary>Computes once what is used several times below the roots and not known yet.</summary>
    private void LetShared(IReadOnlyList<Expression> roots, LaneMap? inside = null)
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
            if (_scope.Knows(e) || (inside is not null && !_lanes.Varies(e, inside)))
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

    private void Let(Expression e)
    {
        if (_scope.Knows(e))
            return;
        if (e.Width > 64)
        {
            _scope.Add(e, Wide(e));
            return;
        }
        var local = _il.DeclareLocal(typeof(ulong));
        Narrow(e);
        _il.Emit(OpCodes.Stloc, local);
        _scope.Add(e, local);
    }

    private void LoadAddress(WidePlace place)
    {
        if (place.Base is { } local)
            _il.Emit(OpCodes.Ldloc, local);
        else
            _il.Emit(OpCodes.Ldarg_0);
        if (place.Offset != 0)
        {
            _il.Emit(OpCodes.Ldc_I4, place.Offset);
            _il.Emit(OpCodes.Conv_I);
            _il.Emit(OpCodes.Add);
        }
    }

    private void LoadSlot(Slot slot)
    {
        LoadAddress(new(null, slot.Offset));
        _il.Emit(OpCodes.Ldind_I8);
    }

    /// <summary>Stores the value that <paramref name="value"/> puts on the stack.</summary>
    private void StoreSlot(Slot slot, Action value)
    {
        LoadAddress(new(null, slot.Offset));
        value();
        _il.Emit(OpCodes.Stind_I8);
    }

    private void Constant(ulong value) => _il.Emit(OpCodes.Ldc_I8, unchecked((long)value));

    private void CallNarrow(string kernel) => _il.Emit(OpCodes.Call, Kernel(typeof(NarrowKernels), kernel));

    private void CallWide(string kernel) => _il.Emit(OpCodes.Call, Kernel(typeof(WideKernels), kernel));

    private static MethodInfo Kernel(Type kernels, string name) => kernels.GetMethod(name, BindingFlags.Public | BindingFlags.Static)
        ?? throw new InvalidOperationException($"no kernel {kernels.Name}.{name}");

    /// <summary>The lowest bit of each of so many parts.</summary>
    private static ulong Repeated(int width, int count) => Enumerable.Range(0, count).Aggregate(0UL, (all, i) => all | (1UL << (i * width)));

    private static ulong MaskOf(int width) => width == 64 ? ulong.MaxValue : (1UL << width) - 1;
}
