using System.Reflection.Emit;
using Vta.Hdl.Ir;
using Vta.Hdl.Simulation.Layout;

namespace Vta.Hdl.Simulation.Compile;

/// <summary>Words of memories that are read: zero past the last one.</summary>
internal sealed class MemoryCompiler(Emitter il, StateLayout layout, ValueCompiler values)
{
    public void Push(MemoryRead e)
    {
        var memory = layout.Of(e.Memory);
        var address = values.LocalOf(e.Address);
        var result = il.DeclareLocal(typeof(ulong));
        if (e.Memory.HasAllAddresses)
        {
            LoadWord();
            return;
        }
        var (past, end) = (il.DefineLabel(), il.DefineLabel());
        IsPastDepth(address, e.Memory, past);
        LoadWord();
        il.Emit(OpCodes.Stloc, result);
        il.Emit(OpCodes.Br, end);
        il.MarkLabel(past);
        il.Constant(0);
        il.Emit(OpCodes.Stloc, result);
        il.MarkLabel(end);
        il.Emit(OpCodes.Ldloc, result);

        void LoadWord()
        {
            WordAddress(address, e.Memory);
            il.LoadElement(memory.Stride * 8);
        }
    }

    public WidePlace Place(MemoryRead e)
    {
        var word = il.DeclareLocal(typeof(byte*));
        var address = values.LocalOf(e.Address);
        var end = il.DefineLabel();
        if (!e.Memory.HasAllAddresses)
        {
            il.LoadAddress(values.Wide.Zeros(e.Width));
            il.Emit(OpCodes.Stloc, word);
            IsPastDepth(address, e.Memory, end);
        }
        WordAddress(address, e.Memory);
        il.Emit(OpCodes.Stloc, word);
        il.MarkLabel(end);
        return new(word, 0);
    }

    public void IsPastDepth(LocalBuilder address, Memory memory, Label past)
    {
        il.Emit(OpCodes.Ldloc, address);
        il.Constant((ulong)memory.Depth);
        il.Emit(OpCodes.Bge_Un, past);
    }

    public void WordAddress(LocalBuilder address, Memory memory)
    {
        var place = layout.Of(memory);
        il.LoadAddress(new(null, place.Offset));
        il.Emit(OpCodes.Ldloc, address);
        il.Emit(OpCodes.Conv_I);
        il.Emit(OpCodes.Ldc_I4, place.Stride);
        il.Emit(OpCodes.Mul);
        il.Emit(OpCodes.Add);
    }
}
