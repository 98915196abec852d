using System.Reflection.Emit;
using Vta.Hdl.Simulation.Layout;
using Vta.Hdl.Simulation.Passes;

namespace Vta.Hdl.Simulation.Compile;

/// <summary>Compiles into one dynamic method over the state block.</summary>
internal sealed class MethodCompiler
{
    private readonly Emitter _il;
    private readonly StateLayout _layout;

    /// <summary>Begins an empty method. With activity, changes of values raise the flags of what uses them.</summary>
    public MethodCompiler(
        DynamicMethod method, Segment? segment, StateLayout layout, LaneVariables lanes, Activity? activity, SimulatorOptions options)
    {
        _il = new(method.GetILGenerator());
        _layout = layout;
        Changes = new(_il, layout, segment, activity);
        Values = new(_il, layout, lanes, options.VectorLanes);
        var demand = new DemandCompiler(_il, lanes, Values, Changes, options.DemandGating);
        Tasks = new(_il, layout, lanes, Values, demand, Changes);
    }

    /// <summary>The values of expressions.</summary>
    public ValueCompiler Values { get; }

    /// <summary>What happens in a cycle.</summary>
    public TaskCompiler Tasks { get; }

    /// <summary>What changes, and whom that wakes.</summary>
    public ChangeTracker Changes { get; }

    /// <summary>
    /// Ends the method with a loop: as many cycles as the second argument says, until an assertion is broken. Returns the number of those
    /// that are left.
    /// </summary>
    /// <param name="before">Emits what comes before the clock edge, assertions last.</param>
    /// <param name="edge">Emits the clock edge.</param>
    public void Cycles(Action before, Action edge)
    {
        var (top, end) = (_il.DefineLabel(), _il.DefineLabel());
        _il.MarkLabel(top);
        _il.Emit(OpCodes.Ldarg_1);
        _il.Emit(OpCodes.Brfalse, end);
        before();
        _il.LoadSlot(_layout.BrokenAssertion);
        _il.Emit(OpCodes.Brtrue, end);
        edge();
        _il.Emit(OpCodes.Ldarg_1);
        _il.Emit(OpCodes.Ldc_I4_1);
        _il.Emit(OpCodes.Conv_I8);
        _il.Emit(OpCodes.Sub);
        _il.Emit(OpCodes.Starg_S, (byte)1);
        _il.Emit(OpCodes.Br, top);
        _il.MarkLabel(end);
        _il.Emit(OpCodes.Ldarg_1);
        _il.Emit(OpCodes.Ret);
    }
}
