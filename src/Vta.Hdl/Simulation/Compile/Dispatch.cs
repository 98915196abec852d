using System.Reflection.Emit;
using Vta.Hdl.Simulation.Layout;
using Vta.Hdl.Simulation.Passes;

namespace Vta.Hdl.Simulation.Compile;

/// <summary>
/// Calls the segments of a phase whose flags are raised, in order. A word of flags is taken from memory once; what a segment raises among those
/// behind it in the word it returns, so that one call does not wait for what the call before it stored. Most flags are not raised: eight are
/// tested at once.
/// </summary>
internal sealed class Dispatch(ILGenerator il, Slot flags)
{
    private const int GroupBits = 8;

    private readonly LocalBuilder _raised = il.DeclareLocal(typeof(ulong));
    private int _group = -1;
    private Label _groupEnd;

    /// <summary>The flags that a segment returns: those behind it in its word.</summary>
    public static ulong Returned(int number) => ulong.MaxValue << (number % Activity.WordBits) << 1;

    /// <param name="number">The segment.</param>
    /// <param name="call">Emits its call.</param>
    public void CallIfRaised(int number, Action call)
    {
        if (number / GroupBits != _group)
            OpenGroup(number / GroupBits);
        var end = il.DefineLabel();
        SkipUnless(1UL << number, end);
        call();
        il.Emit(OpCodes.Ldloc, _raised);
        il.Emit(OpCodes.Or);
        il.Emit(OpCodes.Stloc, _raised);
        il.MarkLabel(end);
    }

    /// <summary>Behind the last segment.</summary>
    public void End()
    {
        if (_group >= 0)
            il.MarkLabel(_groupEnd);
    }

    private void OpenGroup(int group)
    {
        const int GroupsPerWord = Activity.WordBits / GroupBits;
        End();
        if (_group < 0 || group / GroupsPerWord != _group / GroupsPerWord)
            Take(group / GroupsPerWord);
        _group = group;
        _groupEnd = il.DefineLabel();
        SkipUnless(((1UL << GroupBits) - 1) << (group % GroupsPerWord * GroupBits), _groupEnd);
    }

    private void SkipUnless(ulong mask, Label end)
    {
        il.Emit(OpCodes.Ldloc, _raised);
        il.Emit(OpCodes.Ldc_I8, (long)mask);
        il.Emit(OpCodes.And);
        il.Emit(OpCodes.Brfalse, end);
    }

    private void Take(int word)
    {
        LoadAddress(word);
        il.Emit(OpCodes.Ldind_I8);
        il.Emit(OpCodes.Stloc, _raised);
        LoadAddress(word);
        il.Emit(OpCodes.Ldc_I8, 0L);
        il.Emit(OpCodes.Stind_I8);
    }

    private void LoadAddress(int word)
    {
        il.Emit(OpCodes.Ldarg_0);
        il.Emit(OpCodes.Ldc_I4, flags.Offset + (word * Activity.WordBits / 8));
        il.Emit(OpCodes.Conv_I);
        il.Emit(OpCodes.Add);
    }
}
