using System.Reflection.Emit;
using Vta.Hdl.Simulation.Layout;

namespace Vta.Hdl.Simulation.Compile;

/// <summary>
/// Calls segments whose flags are raised, in the order of their numbers. Most are not: flags are looked at in a register, eight at once, and read
/// anew only behind a call, which may have raised others.
/// </summary>
internal sealed class Dispatch(ILGenerator il, Slot flags)
{
    private const int WordBits = 32;
    private const int GroupBits = 8;

    private readonly LocalBuilder _raised = il.DeclareLocal(typeof(int));
    private int _group = -1;
    private Label _groupEnd;

    public void CallIfRaised(int number, Action call)
    {
        if (number / GroupBits != _group)
            OpenGroup(number / GroupBits);
        var (word, flag) = (number / WordBits, 1 << (number % WordBits));
        var end = il.DefineLabel();
        SkipUnless(flag, end);
        LoadAddress(word);
        il.Emit(OpCodes.Ldloc, _raised);
        il.Emit(OpCodes.Ldc_I4, ~flag);
        il.Emit(OpCodes.And);
        il.Emit(OpCodes.Stind_I4);
        call();
        Read(word);
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
        End();
        const int GroupsPerWord = WordBits / GroupBits;
        if (_group < 0 || group / GroupsPerWord != _group / GroupsPerWord)
            Read(group / GroupsPerWord);
        _group = group;
        _groupEnd = il.DefineLabel();
        SkipUnless(((1 << GroupBits) - 1) << (group % GroupsPerWord * GroupBits), _groupEnd);
    }

    private void SkipUnless(int mask, Label end)
    {
        il.Emit(OpCodes.Ldloc, _raised);
        il.Emit(OpCodes.Ldc_I4, mask);
        il.Emit(OpCodes.And);
        il.Emit(OpCodes.Brfalse, end);
    }

    private void Read(int word)
    {
        LoadAddress(word);
        il.Emit(OpCodes.Ldind_I4);
        il.Emit(OpCodes.Stloc, _raised);
    }

    private void LoadAddress(int word)
    {
        il.Emit(OpCodes.Ldarg_0);
        il.Emit(OpCodes.Ldc_I4, flags.Offset + (word * WordBits / 8));
        il.Emit(OpCodes.Conv_I);
        il.Emit(OpCodes.Add);
    }
}
