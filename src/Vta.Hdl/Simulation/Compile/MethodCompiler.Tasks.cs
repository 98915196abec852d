using System.Reflection.Emit;
using Vta.Hdl.Ir;
using Vta.Hdl.Simulation.Kernels;
using Vta.Hdl.Simulation.Layout;
using Vta.Hdl.Simulation.Passes;

namespace Vta.Hdl.Simulation.Compile;

/// <content>Tasks.</content>
internal sealed partial class MethodCompiler
{
    /// <summary>Computes a shared value. With a slot, methods to come find it there.</summary>
    public void Compute(ComputeTask task, Slot? slot)
    {
        if (slot is { IsNarrow: false } wide)
        {
            var place = new WidePlace(null, wide.Offset);
            _scope.Open();
            OnDemand(task.Value, value => WideInto(value, place));
            _scope.Close();
            NoteChange(task);
            _scope.Add(task.Value, place);
            return;
        }
        var local = _il.DeclareLocal(typeof(ulong));
        _scope.Open();
        OnDemand(task.Value, value =>
        {
            Narrow(value);
            _il.Emit(OpCodes.Stloc, local);
        });
        _scope.Close();
        if (slot is { } narrow)
            StoreTracked(narrow, task, () => _il.Emit(OpCodes.Ldloc, local));
        _scope.Add(task.Value, local);
    }

    /// <summary>
    /// Ends the method with a loop: as many cycles as the second argument says, until an assertion is broken. Returns the number of those that are left.
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
        LoadSlot(_layout.BrokenAssertion);
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

    /// <summary>Does what the task is for.</summary>
    public void Run(SimulationTask task)
    {
        _scope.Open();
        Effect(task);
        _scope.Close();
    }

    /// <summary>Computes what a change of state needs, for <see cref="Release"/>.</summary>
    public IReadOnlyList<Slot> Hold(SimulationTask task)
    {
        NoteChange(_segment!);
        _scope.Open();
        IReadOnlyList<Slot> held;
        switch (task)
        {
            case ReadTask { Port: var port }:
                held = [_layout.Allocate(1), _layout.Allocate(port.Data.Width)];
                StoreSlot(held[0], () => Constant(0));
                WhereEnabled(port.Enable, [port.Address], () =>
                {
                    NoteWork();
                    StoreSlot(held[0], () => Constant(1));
                    StoreInto(held[1], new MemoryRead(port.Memory, port.Address));
                });
                break;
            case WriteTask { Port: var port }:
                held = [.. task.Roots.Select(r => _layout.Allocate(r.Width))];
                StoreSlot(held[0], () => Constant(0));
                WhereEnabled(port.Enable, [.. task.Roots.Skip(1)], () =>
                {
                    NoteWork();
                    StoreSlot(held[0], () => Constant(1));
                    for (var i = 1; i < held.Count; i++)
                        StoreInto(held[i], task.Roots[i]);
                });
                break;
            default:
                held = [_layout.Allocate(task.Roots[0].Width)];
                var register = (Signal)task.Changes!;
                OnDemand(
                    task.Roots[0],
                    value =>
                    {
                        if (value != register)
                            NoteWork();
                        StoreInto(held[0], value);
                    },
                    kept: register);
                break;
        }
        _scope.Close();
        return held;
    }

    /// <summary>Makes a change of state whose values were computed before.</summary>
    public void Release(SimulationTask task, IReadOnlyList<Slot> held)
    {
        _scope.Open();
        if (task is ReadTask { Port: var port })
        {
            var end = _il.DefineLabel();
            LoadSlot(held[0]);
            _il.Emit(OpCodes.Brfalse, end);
            var data = _layout.Of(port.Data);
            if (data.IsNarrow)
                StoreTracked(data, port.Data, () => LoadSlot(held[1]));
            else
                MoveTracked(new(null, held[1].Offset), new(null, data.Offset), data.Width, port.Data);
            _il.MarkLabel(end);
        }
        else
        {
            // Where two are one expression the first counts: the enable, without which the others were not computed.
            for (var i = held.Count - 1; i >= 0; i--)
                UseSlot(task.Roots[i], held[i]);
            Effect(task);
        }
        _scope.Close();
    }

    private void Effect(SimulationTask task)
    {
        switch (task)
        {
            case OutputTask { Output: var output } t:
                OnDemand(t.Roots[0], value => StoreInto(_layout.Of(output), value));
                break;
            case AssertionTask t:
                Check(t);
                break;
            case RegisterTask { Register: var register } t:
                OnDemand(t.Roots[0], value => Change(register, value), kept: register);
                break;
            case ReadTask { Port: var port }:
                WhereEnabled(port.Enable, [port.Address], () => ReadInto(port));
                break;
            case WriteTask { Port: var port } t:
                WhereEnabled(port.Enable, [.. t.Roots.Skip(1)], () => WriteWord(port, mayOverlap: t.Reads.Contains(port.Memory)));
                break;
        }
    }

    private void StoreInto(Slot slot, Expression value)
    {
        if (slot.IsNarrow)
            StoreSlot(slot, () => Narrow(value));
        else
            WideInto(value, new(null, slot.Offset));
    }

    private void MoveSlot(Slot from, Slot to)
    {
        if (to.IsNarrow)
            StoreSlot(to, () => LoadSlot(from));
        else
            Copy(new(null, from.Offset), new(null, to.Offset), to.Width);
    }

    private void Check(AssertionTask task)
    {
        var end = _il.DefineLabel();
        LetShared(task.Roots);
        Narrow(task.Roots[0]);
        _il.Emit(OpCodes.Brfalse, end);

        // Of several that are broken at once the first in the source is told; none so far is zero, and wraps to the greatest number.
        LoadSlot(_layout.BrokenAssertion);
        Constant(1);
        _il.Emit(OpCodes.Sub);
        Constant((ulong)task.Number);
        _il.Emit(OpCodes.Blt_Un, end);
        StoreSlot(_layout.BrokenAssertion, () => Constant((ulong)task.Number + 1));
        _il.MarkLabel(end);
    }

    /// <summary>Gives a register its next value; where that is its own nothing is done.</summary>
    private void Change(Signal register, Expression next)
    {
        var slot = _layout.Of(register);
        if (next == register && !_scope.Knows(next))
            return;
        if (next is not Literal)
            NoteWork();
        if (slot.IsNarrow)
        {
            StoreTracked(slot, register, () => Narrow(next));
            return;
        }
        var to = new WidePlace(null, slot.Offset);
        if (_scope.Knows(next) || next is Signal)
        {
            MoveTracked(InMemory(next), to, next.Width, register);
        }
        else if (DependsOn(next, register))
        {
            MoveTracked(WideCopy(next), to, next.Width, register);
        }
        else
        {
            WideInto(next, to);
            NoteChange(register);
        }
    }

    private bool DependsOn(Expression e, Signal register) =>
        e == register || _lanes.OperandsOf(e).Any(o => DependsOn(o, register));

    private WidePlace WideCopy(Expression e)
    {
        var scratch = new WidePlace(null, _layout.Scratch(e.Width).Offset);
        WideInto(e, scratch);
        return scratch;
    }

    private void ReadInto(MemoryReadPort port)
    {
        NoteWork();
        var word = new MemoryRead(port.Memory, port.Address);
        var to = _layout.Of(port.Data);
        if (to.IsNarrow)
        {
            StoreTracked(to, port.Data, () => Narrow(word));
            return;
        }
        MoveTracked(InMemory(word), new(null, to.Offset), to.Width, port.Data);
    }

    private void WriteWord(MemoryWritePort port, bool mayOverlap)
    {
        NoteWork();
        var memory = _layout.Of(port.Memory);
        var end = _il.DefineLabel();
        var address = LocalOf(port.Address);
        if (!HasAllAddresses(port.Memory))
            IsPastDepth(address, port.Memory, end);
        NoteChange(port.Memory);
        var word = _il.DeclareLocal(typeof(byte*));
        WordAddress(address, port.Memory);
        _il.Emit(OpCodes.Stloc, word);
        if (memory.Width <= 64)
            WriteNarrow(port, new(word, 0), memory.Stride * 8);
        else if (port.Mask is { } mask)
            WriteParts(port, mask, new(word, 0));
        else if (mayOverlap)
            Copy(WideCopy(port.Data), new(word, 0), memory.Width);
        else
            WideInto(port.Data, new(word, 0));
        _il.MarkLabel(end);
    }

    private void WriteNarrow(MemoryWritePort port, WidePlace word, int bits)
    {
        var data = LocalOf(port.Data);
        LoadAddress(word);
        if (port.Mask is { } mask)
        {
            LoadAddress(word);
            LoadElement(bits);
            _il.Emit(OpCodes.Ldloc, data);
            Narrow(mask);
            var part = port.Memory.Width / mask.Width;
            Constant(Repeated(part, mask.Width));
            Constant(MaskOf(part));
            CallNarrow(nameof(NarrowKernels.WriteParts));
        }
        else
        {
            _il.Emit(OpCodes.Ldloc, data);
        }
        StoreElement(bits);
    }

    private void WriteParts(MemoryWritePort port, Expression mask, WidePlace word)
    {
        var width = port.Memory.Width / mask.Width;
        var isSame = port.Data is Replicate r && r.Operand.Width == width && !_scope.Knows(r);
        var data = isSame ? InMemory(((Replicate)port.Data).Operand) : Wide(port.Data);
        var bits = InMemory(mask);
        LoadAddress(word);
        LoadAddress(data);
        LoadAddress(bits);
        _il.Emit(OpCodes.Ldc_I4, mask.Width);
        _il.Emit(OpCodes.Ldc_I4, width);
        CallWide(isSame ? nameof(WideKernels.WriteSame) : nameof(WideKernels.WriteParts));
    }
}
