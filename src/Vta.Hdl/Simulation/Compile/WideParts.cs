using System.Reflection.Emit;
using Vta.Hdl.Ir;
using Vta.Hdl.Simulation.Kernels;

namespace Vta.Hdl.Simulation.Compile;

/// <summary>Values of more than 64 bits that are parts of others, or put together from parts.</summary>
internal sealed class WideParts(Emitter il, ValueCompiler values)
{
    public WidePlace ElementPlace(DynamicSelect e)
    {
        var element = il.DeclareLocal(typeof(byte*));
        var vector = values.Wide.Place(e.Vector);
        il.LoadAddress(vector);
        values.Narrow.ShiftAmount(e.Index);
        il.Emit(OpCodes.Ldc_I4, e.Width / 8);
        il.Emit(OpCodes.Ldc_I4, e.Count);
        il.LoadAddress(values.Wide.Zeros(e.Width));
        il.CallNarrow(nameof(NarrowKernels.SelectAddress));
        il.Emit(OpCodes.Stloc, element);
        return new(element, 0);
    }

    /// <summary>An element that does not start at a byte.</summary>
    public void Element(DynamicSelect e, WidePlace to)
    {
        var vector = values.Wide.Place(e.Vector);
        var index = il.DeclareLocal(typeof(ulong));
        var (past, end) = (il.DefineLabel(), il.DefineLabel());
        values.Narrow.ShiftAmount(e.Index);
        il.Emit(OpCodes.Stloc, index);
        il.Emit(OpCodes.Ldloc, index);
        il.Constant((ulong)e.Count);
        il.Emit(OpCodes.Bge_Un, past);
        il.LoadAddress(to);
        il.LoadAddress(vector);
        il.Emit(OpCodes.Ldloc, index);
        il.Emit(OpCodes.Conv_I4);
        il.Emit(OpCodes.Ldc_I4, e.Width);
        il.Emit(OpCodes.Mul);
        il.Emit(OpCodes.Ldc_I4, e.Width);
        il.CallWide(nameof(WideKernels.CopyBits));
        il.Emit(OpCodes.Br, end);
        il.MarkLabel(past);
        il.Clear(to, e.Width);
        il.MarkLabel(end);
    }

    public void Concat(Concat e, WidePlace to)
    {
        il.Clear(to, e.Width);
        var low = e.Width;
        foreach (var part in e.Parts)
        {
            low -= part.Width;
            if (part is not Literal { Value.IsZero: true })
                Insert(part, to, low);
        }
    }

    public void Replicate(Replicate e, WidePlace to)
    {
        var operand = values.InMemory(e.Operand);
        il.LoadAddress(to);
        il.LoadAddress(operand);
        il.Emit(OpCodes.Ldc_I4, e.Operand.Width);
        il.Emit(OpCodes.Ldc_I4, e.Count);
        il.CallWide(nameof(WideKernels.Replicate));
    }

    public void Extend(Extend e, WidePlace to)
    {
        var operand = values.InMemory(e.Operand);
        il.LoadAddress(to);
        il.LoadAddress(operand);
        il.Emit(OpCodes.Ldc_I4, e.Operand.Width);
        il.Emit(OpCodes.Ldc_I4, e.Width);
        il.CallWide(e.Signed ? nameof(WideKernels.ExtendSign) : nameof(WideKernels.ExtendZero));
    }

    /// <summary>Puts a value at a bit position; the bits beside it stay.</summary>
    private void Insert(Expression part, WidePlace to, int low)
    {
        if (part.Width > 64)
        {
            if (low % 64 == 0 && part.Width % 64 == 0)
            {
                values.Wide.Into(part, to.Plus(low / 8));
                return;
            }
            var place = values.Wide.Place(part);
            il.LoadAddress(to);
            il.Emit(OpCodes.Ldc_I4, low);
            il.LoadAddress(place);
            il.Emit(OpCodes.Ldc_I4, part.Width);
            il.CallWide(nameof(WideKernels.InsertBits));
            return;
        }
        var value = values.LocalOf(part);
        if (low % 8 == 0 && part.Width is 8 or 16 or 32 or 64)
        {
            il.LoadAddress(to.Plus(low / 8));
            il.Emit(OpCodes.Ldloc, value);
            il.StoreElement(part.Width);
            return;
        }
        il.LoadAddress(to);
        il.Emit(OpCodes.Ldc_I4, low);
        il.Emit(OpCodes.Ldloc, value);
        il.Emit(OpCodes.Ldc_I4, part.Width);
        il.CallWide(nameof(WideKernels.Insert));
    }
}
