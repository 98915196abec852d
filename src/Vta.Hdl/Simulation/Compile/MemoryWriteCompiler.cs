using System.Reflection.Emit;
using Vta.Hdl.Ir;
using Vta.Hdl.Simulation.Kernels;
using Vta.Hdl.Simulation.Layout;

namespace Vta.Hdl.Simulation.Compile;

/// <summary>Words of memories that are written: nothing happens past the last one.</summary>
internal sealed class MemoryWriteCompiler(Emitter il, StateLayout layout, ValueCompiler values, ChangeTracker changes)
{
    public void Write(MemoryWritePort port, bool mayOverlap)
    {
        changes.NoteWork();
        var memory = layout.Of(port.Memory);
        var end = il.DefineLabel();
        var address = values.LocalOf(port.Address);
        if (!port.Memory.HasAllAddresses)
            values.Memories.IsPastDepth(address, port.Memory, end);
        changes.NoteChange(port.Memory);
        var word = il.DeclareLocal(typeof(byte*));
        values.Memories.WordAddress(address, port.Memory);
        il.Emit(OpCodes.Stloc, word);
        if (memory.Width <= 64)
            WriteNarrow(port, new(word, 0), memory.Stride * 8);
        else if (port.Mask is { } mask)
            WriteParts(port, mask, new(word, 0));
        else if (mayOverlap)
            il.Copy(values.Wide.CopyOf(port.Data), new(word, 0), memory.Width);
        else
            values.Wide.Into(port.Data, new(word, 0));
        il.MarkLabel(end);
    }

    private void WriteNarrow(MemoryWritePort port, WidePlace word, int bits)
    {
        var data = values.LocalOf(port.Data);
        il.LoadAddress(word);
        if (port.Mask is { } mask)
        {
            il.LoadAddress(word);
            il.LoadElement(bits);
            il.Emit(OpCodes.Ldloc, data);
            values.Narrow.Push(mask);
            var part = port.Memory.Width / mask.Width;
            il.Constant(BitMasks.Repeated(part, mask.Width));
            il.Constant(BitMasks.Of(part));
            il.CallNarrow(nameof(NarrowKernels.WriteParts));
        }
        else
        {
            il.Emit(OpCodes.Ldloc, data);
        }
        il.StoreElement(bits);
    }

    private void WriteParts(MemoryWritePort port, Expression mask, WidePlace word)
    {
        var width = port.Memory.Width / mask.Width;
        var isSame = port.Data is Replicate r && r.Operand.Width == width && !values.Known.Knows(r);
        var data = isSame ? values.InMemory(((Replicate)port.Data).Operand) : values.Wide.Place(port.Data);
        var bits = values.InMemory(mask);
        il.LoadAddress(word);
        il.LoadAddress(data);
        il.LoadAddress(bits);
        il.Emit(OpCodes.Ldc_I4, mask.Width);
        il.Emit(OpCodes.Ldc_I4, width);
        il.CallWide(isSame ? nameof(WideKernels.WriteSame) : nameof(WideKernels.WriteParts));
    }
}
