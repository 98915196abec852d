using System.Reflection.Emit;
using Vta.Hdl.Ir;
using Vta.Hdl.Simulation.Kernels;
using Vta.Hdl.Simulation.Layout;
using Vta.Hdl.Simulation.Passes;

namespace Vta.Hdl.Simulation.Compile;

/// <summary>
/// Where a value changes, the flags of the segments that use it are raised: a local for each set of flags collects the differences, and is
/// looked at once at the end of the method.
/// </summary>
/// <param name="il">The method.</param>
/// <param name="layout">Where state lies.</param>
/// <param name="segment">The segment that the method is; null for another method.</param>
/// <param name="activity">What uses what; null where nothing sleeps.</param>
internal sealed class ChangeTracker(Emitter il, StateLayout layout, Segment? segment, Activity? activity)
{
    private readonly Dictionary<string, (ulong[] Flags, LocalBuilder Difference)> _raised = [];

    /// <summary>Raises the flags of what uses top inputs that are not what they were.</summary>
    public void CompareInput(Signal input, Slot before)
    {
        var now = layout.Of(input);
        if (now.IsNarrow)
        {
            Store(before, input, () => il.LoadSlot(now));
            return;
        }
        il.Constant(1);
        il.LoadAddress(new(null, now.Offset));
        il.LoadAddress(new(null, before.Offset));
        il.Emit(OpCodes.Ldc_I4, now.Width);
        il.CallWide(nameof(WideKernels.Equal));
        il.Emit(OpCodes.Sub);
        NoteDifference(input);
        il.MoveSlot(now, before);
    }

    /// <summary>
    /// Ends the method. A segment returns the flags of those behind it (<see cref="Dispatch.Returned"/>); others are raised in memory.
    /// </summary>
    public void Return()
    {
        var (own, returned) = segment is null ? (-1, 0UL) : (segment.Number / Activity.WordBits, Dispatch.Returned(segment.Number));
        for (var word = 0; word < activity?.Words; word++)
            RaiseInMemory(word, word == own ? ~returned : ulong.MaxValue);
        if (segment is not null)
        {
            il.Constant(0);
            if (activity is not null)
                OrRaised(own, returned);
        }
        il.Emit(OpCodes.Ret);
    }

    /// <summary>Stores a value of up to 64 bits in its slot.</summary>
    public void Store(Slot slot, object value, Action newValue)
    {
        if (activity is null || !activity.IsUsed(value))
        {
            il.StoreSlot(slot, newValue);
            return;
        }
        var local = il.DeclareLocal(typeof(ulong));
        newValue();
        il.Emit(OpCodes.Stloc, local);
        il.LoadSlot(slot);
        il.Emit(OpCodes.Ldloc, local);
        il.Emit(OpCodes.Xor);
        NoteDifference(value);
        il.StoreSlot(slot, () => il.Emit(OpCodes.Ldloc, local));
    }

    /// <summary>Moves a wide value to its place.</summary>
    public void Move(WidePlace from, WidePlace to, int width, object value)
    {
        if (activity is null || !activity.IsUsed(value))
        {
            il.Copy(from, to, width);
            return;
        }
        il.LoadAddress(to);
        il.LoadAddress(from);
        il.Emit(OpCodes.Ldc_I4, width);
        il.CallWide(nameof(WideKernels.Update));
        NoteDifference(value);
    }

    /// <summary>The value is taken to have changed.</summary>
    public void NoteChange(object value)
    {
        if (DifferenceOf(value) is not { } difference)
            return;
        il.Constant(1);
        il.Emit(OpCodes.Stloc, difference);
    }

    /// <summary>What another segment makes of values that this one put aside is to be done.</summary>
    public void NoteHeld()
    {
        if (segment is not null)
            NoteChange(segment);
    }

    /// <summary>A guarded segment has something to do.</summary>
    public void NoteWork()
    {
        if (segment is not null && activity?.WorkOf(segment) is { } work)
            NoteChange(work);
    }

    private void RaiseInMemory(int word, ulong mask)
    {
        if (!_raised.Values.Any(r => (r.Flags[word] & mask) != 0))
            return;
        var flags = new Slot(layout.Flags.Offset + (8 * word), 64);
        il.StoreSlot(flags, () =>
        {
            il.LoadSlot(flags);
            OrRaised(word, mask);
        });
    }

    /// <summary>Adds the flags of what uses values that have changed to those on the stack.</summary>
    private void OrRaised(int word, ulong mask)
    {
        foreach (var (all, difference) in _raised.Values.Where(r => (r.Flags[word] & mask) != 0))
        {
            il.Emit(OpCodes.Ldloc, difference);
            il.Constant(0);
            il.Compare(OpCodes.Cgt_Un);
            il.Emit(OpCodes.Neg);
            il.Constant(all[word] & mask);
            il.Emit(OpCodes.And);
            il.Emit(OpCodes.Or);
        }
    }

    /// <summary>Takes a number from the stack: the value has changed unless it is zero.</summary>
    private void NoteDifference(object value)
    {
        if (DifferenceOf(value) is not { } difference)
        {
            il.Emit(OpCodes.Pop);
            return;
        }
        il.Emit(OpCodes.Ldloc, difference);
        il.Emit(OpCodes.Or);
        il.Emit(OpCodes.Stloc, difference);
    }

    private LocalBuilder? DifferenceOf(object value)
    {
        if (activity is null || !activity.IsUsed(value))
            return null;
        var flags = activity.UsersOf(value);
        var key = string.Join(',', flags);
        if (!_raised.TryGetValue(key, out var raised))
            _raised[key] = raised = (flags, il.DeclareLocal(typeof(ulong)));
        return raised.Difference;
    }
}
