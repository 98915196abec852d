using System.Reflection.Emit;
using Vta.Hdl.Ir;
using Vta.Hdl.Simulation.Layout;
using Vta.Hdl.Simulation.Passes;

namespace Vta.Hdl.Simulation.Compile;

/// <summary>Tasks: what happens in a cycle.</summary>
internal sealed class TaskCompiler(
    Emitter il, StateLayout layout, LaneVariables lanes, ValueCompiler values, DemandCompiler demand, ChangeTracker changes)
{
    private readonly MemoryWriteCompiler _writes = new(il, layout, values, changes);

    /// <summary>Computes a shared value. With a slot, methods to come find it there.</summary>
    public void Compute(ComputeTask task, Slot? slot)
    {
        if (slot is { IsNarrow: false } wide)
        {
            var place = new WidePlace(null, wide.Offset);
            values.Known.Open();
            demand.OnDemand(task.Value, value => values.Wide.Into(value, place));
            values.Known.Close();
            changes.NoteChange(task);
            values.Known.Add(task.Value, place);
            return;
        }
        var local = il.DeclareLocal(typeof(ulong));
        values.Known.Open();
        demand.OnDemand(task.Value, value =>
        {
            values.Narrow.Push(value);
            il.Emit(OpCodes.Stloc, local);
        });
        values.Known.Close();
        if (slot is { } narrow)
            changes.Store(narrow, task, () => il.Emit(OpCodes.Ldloc, local));
        values.Known.Add(task.Value, local);
    }

    /// <summary>Does what the task is for.</summary>
    public void Run(SimulationTask task)
    {
        values.Known.Open();
        Effect(task);
        values.Known.Close();
    }

    /// <summary>Computes what a change of state needs, for <see cref="Release"/>.</summary>
    public IReadOnlyList<Slot> Hold(SimulationTask task)
    {
        changes.NoteHeld();
        values.Known.Open();
        IReadOnlyList<Slot> held;
        switch (task)
        {
            case ReadTask { Port: var port }:
                held = [layout.Allocate(1), layout.Allocate(port.Data.Width)];
                il.StoreSlot(held[0], () => il.Constant(0));
                demand.WhereEnabled(port.Enable, [port.Address], () =>
                {
                    changes.NoteWork();
                    il.StoreSlot(held[0], () => il.Constant(1));
                    StoreInto(held[1], new MemoryRead(port.Memory, port.Address));
                });
                break;
            case WriteTask { Port: var port }:
                held = [.. task.Roots.Select(r => layout.Allocate(r.Width))];
                il.StoreSlot(held[0], () => il.Constant(0));
                demand.WhereEnabled(port.Enable, [.. task.Roots.Skip(1)], () =>
                {
                    changes.NoteWork();
                    il.StoreSlot(held[0], () => il.Constant(1));
                    for (var i = 1; i < held.Count; i++)
                        StoreInto(held[i], task.Roots[i]);
                });
                break;
            default:
                held = [layout.Allocate(task.Roots[0].Width)];
                var register = (Signal)task.Changes!;
                demand.OnDemand(
                    task.Roots[0],
                    value =>
                    {
                        if (value != register)
                            changes.NoteWork();
                        StoreInto(held[0], value);
                    },
                    kept: register);
                break;
        }
        values.Known.Close();
        return held;
    }

    /// <summary>Makes a change of state whose values were computed before.</summary>
    public void Release(SimulationTask task, IReadOnlyList<Slot> held)
    {
        values.Known.Open();
        if (task is ReadTask { Port: var port })
        {
            var end = il.DefineLabel();
            il.LoadSlot(held[0]);
            il.Emit(OpCodes.Brfalse, end);
            var data = layout.Of(port.Data);
            if (data.IsNarrow)
                changes.Store(data, port.Data, () => il.LoadSlot(held[1]));
            else
                changes.Move(new(null, held[1].Offset), new(null, data.Offset), data.Width, port.Data);
            il.MarkLabel(end);
        }
        else
        {
            // Where two are one expression the first counts: the enable, without which the others were not computed.
            for (var i = held.Count - 1; i >= 0; i--)
                values.UseSlot(task.Roots[i], held[i]);
            Effect(task);
        }
        values.Known.Close();
    }

    private void Effect(SimulationTask task)
    {
        switch (task)
        {
            case OutputTask { Output: var output } t:
                demand.OnDemand(t.Roots[0], value => StoreInto(layout.Of(output), value));
                break;
            case AssertionTask t:
                Check(t);
                break;
            case RegisterTask { Register: var register } t:
                demand.OnDemand(t.Roots[0], value => Change(register, value), kept: register);
                break;
            case ReadTask { Port: var port }:
                demand.WhereEnabled(port.Enable, [port.Address], () => ReadInto(port));
                break;
            case WriteTask { Port: var port } t:
                demand.WhereEnabled(port.Enable, [.. t.Roots.Skip(1)], () => _writes.Write(port, mayOverlap: t.Reads.Contains(port.Memory)));
                break;
        }
    }

    private void StoreInto(Slot slot, Expression value)
    {
        if (slot.IsNarrow)
            il.StoreSlot(slot, () => values.Narrow.Push(value));
        else
            values.Wide.Into(value, new(null, slot.Offset));
    }

    private void Check(AssertionTask task)
    {
        var end = il.DefineLabel();
        values.LetShared(task.Roots);
        values.Narrow.Push(task.Roots[0]);
        il.Emit(OpCodes.Brfalse, end);

        // Of several that are broken at once the first in the source is told; none so far is zero, and wraps to the greatest number.
        il.LoadSlot(layout.BrokenAssertion);
        il.Constant(1);
        il.Emit(OpCodes.Sub);
        il.Constant((ulong)task.Number);
        il.Emit(OpCodes.Blt_Un, end);
        il.StoreSlot(layout.BrokenAssertion, () => il.Constant((ulong)task.Number + 1));
        il.MarkLabel(end);
    }

    /// <summary>Gives a register its next value; where that is its own nothing is done.</summary>
    private void Change(Signal register, Expression next)
    {
        var slot = layout.Of(register);
        if (next == register && !values.Known.Knows(next))
            return;
        if (next is not Literal)
            changes.NoteWork();
        if (slot.IsNarrow)
        {
            changes.Store(slot, register, () => values.Narrow.Push(next));
            return;
        }
        var to = new WidePlace(null, slot.Offset);
        if (values.Known.Knows(next) || next is Signal)
        {
            changes.Move(values.InMemory(next), to, next.Width, register);
        }
        else if (DependsOn(next, register))
        {
            changes.Move(values.Wide.CopyOf(next), to, next.Width, register);
        }
        else
        {
            values.Wide.Into(next, to);
            changes.NoteChange(register);
        }
    }

    private bool DependsOn(Expression e, Signal register) =>
        e == register || lanes.OperandsOf(e).Any(o => DependsOn(o, register));

    private void ReadInto(MemoryReadPort port)
    {
        changes.NoteWork();
        var word = new MemoryRead(port.Memory, port.Address);
        var to = layout.Of(port.Data);
        if (to.IsNarrow)
        {
            changes.Store(to, port.Data, () => values.Narrow.Push(word));
            return;
        }
        changes.Move(values.InMemory(word), new(null, to.Offset), to.Width, port.Data);
    }
}
