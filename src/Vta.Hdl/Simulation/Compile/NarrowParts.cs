using System.Reflection.Emit;
using Vta.Hdl.Ir;
using Vta.Hdl.Simulation.Kernels;

namespace Vta.Hdl.Simulation.Compile;

/// <summary>Values of up to 64 bits that are parts of others, or put together from parts.</summary>
internal sealed class NarrowParts(Emitter il, ValueCompiler values)
{
    public void Slice(Slice e)
    {
        if (e.Operand.Width > 64)
        {
            il.LoadBits(values.Wide.Place(e.Operand), e.Low, e.Width);
            return;
        }
        values.Narrow.Push(e.Operand);
        if (e.Low > 0)
        {
            il.Emit(OpCodes.Ldc_I4, e.Low);
            il.Emit(OpCodes.Shr_Un);
        }
        if (e.Low + e.Width < e.Operand.Width)
            il.Mask(e.Width);
    }

    public void Concat(Concat e)
    {
        var low = e.Width;
        var isFirst = true;
        foreach (var part in e.Parts)
        {
            low -= part.Width;
            if (part is Literal { Value.IsZero: true })
                continue;
            values.Narrow.Push(part);
            if (low > 0)
            {
                il.Emit(OpCodes.Ldc_I4, low);
                il.Emit(OpCodes.Shl);
            }
            if (!isFirst)
                il.Emit(OpCodes.Or);
            isFirst = false;
        }
        if (isFirst)
            il.Constant(0);
    }

    public void Replicate(Replicate e)
    {
        var width = e.Operand.Width;
        if (width == 1)
        {
            values.Narrow.Spread(e.Operand);
            il.Mask(e.Width);
            return;
        }
        values.Narrow.Push(e.Operand);
        il.Constant(BitMasks.Repeated(width, e.Count));
        il.Emit(OpCodes.Mul);
    }

    public void Element(DynamicSelect e)
    {
        if (e.Vector.Width <= 64)
        {
            values.Narrow.Push(e.Vector);
            values.Narrow.ShiftAmount(e.Index);
            il.Emit(OpCodes.Ldc_I4, e.Width);
            il.Emit(OpCodes.Ldc_I4, e.Count);
            il.CallNarrow(nameof(NarrowKernels.Select));
            il.Mask(e.Width);
            return;
        }
        il.LoadAddress(values.Wide.Place(e.Vector));
        values.Narrow.ShiftAmount(e.Index);
        if (e.Width is not (8 or 16 or 32 or 64))
            il.Emit(OpCodes.Ldc_I4, e.Width);
        il.Emit(OpCodes.Ldc_I4, e.Count);
        il.CallNarrow(e.Width switch
        {
            8 => nameof(NarrowKernels.Select8),
            16 => nameof(NarrowKernels.Select16),
            32 => nameof(NarrowKernels.Select32),
            64 => nameof(NarrowKernels.Select64),
            _ => nameof(NarrowKernels.SelectBits),
        });
    }
}
