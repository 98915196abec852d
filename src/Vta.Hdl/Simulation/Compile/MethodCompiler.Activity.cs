using System.Reflection.Emit;
using Vta.Hdl.Ir;
using Vta.Hdl.Simulation.Kernels;
using Vta.Hdl.Simulation.Layout;
using Vta.Hdl.Simulation.Passes;

namespace Vta.Hdl.Simulation.Compile;

/// <content>
/// Where a value changes, the flags of the segments that use it are raised: a local for each set of flags collects the differences, and is
/// looked at once at the end.
/// </content>
internal sealed partial class MethodCompiler
{
    private readonly Dictionary<string, (ulong[] Flags, LocalBuilder Difference)> _raised = [];

    /// <summary>Raises the flags of what uses top inputs that are not what they were.</summary>
    public void CompareInput(Signal input, Slot before)
    {
        var now = _layout.Of(input);
        if (now.IsNarrow)
        {
            StoreTracked(before, input, () => LoadSlot(now));
            return;
        }
        Constant(1);
        LoadAddress(new(null, now.Offset));
        LoadAddress(new(null, before.Offset));
        _il.Emit(OpCodes.Ldc_I4, now.Width);
        CallWide(nameof(WideKernels.Equal));
        _il.Emit(OpCodes.Sub);
        NoteDifference(input);
        MoveSlot(now, before);
    }

    /// <summary>Ends the method. A segment returns the flags of those behind it (<see cref="Dispatch.Returned"/>); others are raised in memory.</summary>
    public void Return()
    {
        var (own, returned) = _segment is null ? (-1, 0UL) : (_segment.Number / Activity.WordBits, Dispatch.Returned(_segment.Number));
        for (var word = 0; word < _activity?.Words; word++)
            RaiseInMemory(word, word == own ? ~returned : ulong.MaxValue);
        if (_segment is not null)
        {
            Constant(0);
            if (_activity is not null)
                OrRaised(own, returned);
        }
        _il.Emit(OpCodes.Ret);
    }

    private void RaiseInMemory(int word, ulong mask)
    {
        if (!_raised.Values.Any(r => (r.Flags[word] & mask) != 0))
            return;
        var flags = new Slot(_layout.Flags.Offset + (8 * word), 64);
        StoreSlot(flags, () =>
        {
            LoadSlot(flags);
            OrRaised(word, mask);
        });
    }

    /// <summary>Adds the flags of what uses values that have changed to those on the stack.</summary>
    private void OrRaised(int word, ulong mask)
    {
        foreach (var (all, difference) in _raised.Values.Where(r => (r.Flags[word] & mask) != 0))
        {
            _il.Emit(OpCodes.Ldloc, difference);
            Constant(0);
            Compare(OpCodes.Cgt_Un);
            _il.Emit(OpCodes.Neg);
            Constant(all[word] & mask);
            _il.Emit(OpCodes.And);
            _il.Emit(OpCodes.Or);
        }
    }

    /// <summary>Stores a value of up to 64 bits in its slot.</summary>
    private void StoreTracked(Slot slot, object value, Action newValue)
    {
        if (_activity is null || !_activity.IsUsed(value))
        {
            StoreSlot(slot, newValue);
            return;
        }
        var local = _il.DeclareLocal(typeof(ulong));
        newValue();
        _il.Emit(OpCodes.Stloc, local);
        LoadSlot(slot);
        _il.Emit(OpCodes.Ldloc, local);
        _il.Emit(OpCodes.Xor);
        NoteDifference(value);
        StoreSlot(slot, () => _il.Emit(OpCodes.Ldloc, local));
    }

    /// <summary>Moves a wide value to its place.</summary>
    private void MoveTracked(WidePlace from, WidePlace to, int width, object value)
    {
        if (_activity is null || !_activity.IsUsed(value))
        {
            Copy(from, to, width);
            return;
        }
        LoadAddress(to);
        LoadAddress(from);
        _il.Emit(OpCodes.Ldc_I4, width);
        CallWide(nameof(WideKernels.Update));
        NoteDifference(value);
    }

    /// <summary>Takes a number from the stack: the value has changed unless it is zero.</summary>
    private void NoteDifference(object value)
    {
        if (DifferenceOf(value) is not { } difference)
        {
            _il.Emit(OpCodes.Pop);
            return;
        }
        _il.Emit(OpCodes.Ldloc, difference);
        _il.Emit(OpCodes.Or);
        _il.Emit(OpCodes.Stloc, difference);
    }

    /// <summary>The value is taken to have changed.</summary>
    private void NoteChange(object value)
    {
        if (DifferenceOf(value) is not { } difference)
            return;
        Constant(1);
        _il.Emit(OpCodes.Stloc, difference);
    }

    /// <summary>A guarded segment has something to do.</summary>
    private void NoteWork()
    {
        if (_segment is not null && _activity?.WorkOf(_segment) is { } work)
            NoteChange(work);
    }

    private LocalBuilder? DifferenceOf(object value)
    {
        if (_activity is null || !_activity.IsUsed(value))
            return null;
        var flags = _activity.UsersOf(value);
        var key = string.Join(',', flags);
        if (!_raised.TryGetValue(key, out var raised))
            _raised[key] = raised = (flags, _il.DeclareLocal(typeof(ulong)));
        return raised.Difference;
    }
}
