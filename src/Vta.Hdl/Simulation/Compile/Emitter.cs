using System.Reflection;
using System.Reflection.Emit;
using Vta.Hdl.Simulation.Kernels;
using Vta.Hdl.Simulation.Layout;

namespace Vta.Hdl.Simulation.Compile;

/// <summary>
/// Writes IL over a state block, whose address is the first argument. Values of up to 64 bits are <c>ulong</c> on the evaluation stack,
/// with zeros above their width; wider
/// ones are addresses of bytes.
/// </summary>
internal sealed class Emitter(ILGenerator il)
{
    public LocalBuilder DeclareLocal(Type type) => il.DeclareLocal(type);

    public Label DefineLabel() => il.DefineLabel();

    public void MarkLabel(Label label) => il.MarkLabel(label);

    public void Emit(OpCode code) => il.Emit(code);

    public void Emit(OpCode code, byte operand) => il.Emit(code, operand);

    public void Emit(OpCode code, int operand) => il.Emit(code, operand);

    public void Emit(OpCode code, LocalBuilder operand) => il.Emit(code, operand);

    public void Emit(OpCode code, Label operand) => il.Emit(code, operand);

    public void Emit(OpCode code, MethodInfo operand) => il.Emit(code, operand);

    public void LoadAddress(WidePlace place)
    {
        if (place.Base is { } local)
            Emit(OpCodes.Ldloc, local);
        else
            Emit(OpCodes.Ldarg_0);
        if (place.Offset != 0)
        {
            Emit(OpCodes.Ldc_I4, place.Offset);
            Emit(OpCodes.Conv_I);
            Emit(OpCodes.Add);
        }
    }

    public void LoadSlot(Slot slot)
    {
        LoadAddress(new(null, slot.Offset));
        Emit(OpCodes.Ldind_I8);
    }

    /// <summary>Stores the value that <paramref name="value"/> puts on the stack.</summary>
    public void StoreSlot(Slot slot, Action value)
    {
        LoadAddress(new(null, slot.Offset));
        value();
        Emit(OpCodes.Stind_I8);
    }

    /// <summary>Up to 64 bits of a wide value.</summary>
    public void LoadBits(WidePlace place, int low, int width)
    {
        var shift = low % 8;
        if (shift + width > 64)
        {
            LoadAddress(place);
            Emit(OpCodes.Ldc_I4, low);
            Emit(OpCodes.Ldc_I4, width);
            CallWide(nameof(WideKernels.Extract));
            return;
        }
        LoadAddress(place.Plus(low / 8));
        if (shift == 0 && width is 8 or 16 or 32 or 64)
        {
            LoadElement(width);
            return;
        }
        Emit(OpCodes.Unaligned, (byte)1);
        Emit(OpCodes.Ldind_I8);
        if (shift > 0)
        {
            Emit(OpCodes.Ldc_I4, shift);
            Emit(OpCodes.Shr_Un);
        }
        if (shift + width < 64)
            Mask(width);
    }

    /// <summary>Loads 8, 16, 32 or 64 bits from the address on the stack.</summary>
    public void LoadElement(int width)
    {
        if (width > 8)
            Emit(OpCodes.Unaligned, (byte)1);
        Emit(width switch { 8 => OpCodes.Ldind_U1, 16 => OpCodes.Ldind_U2, 32 => OpCodes.Ldind_U4, _ => OpCodes.Ldind_I8 });
        if (width < 64)
            Emit(OpCodes.Conv_U8);
    }

    /// <summary>Stores 8, 16, 32 or 64 bits; address and value are on the stack.</summary>
    public void StoreElement(int width)
    {
        if (width > 8)
            Emit(OpCodes.Unaligned, (byte)1);
        Emit(width switch { 8 => OpCodes.Stind_I1, 16 => OpCodes.Stind_I2, 32 => OpCodes.Stind_I4, _ => OpCodes.Stind_I8 });
    }

    public void MoveSlot(Slot from, Slot to)
    {
        if (to.IsNarrow)
            StoreSlot(to, () => LoadSlot(from));
        else
            Copy(new(null, from.Offset), new(null, to.Offset), to.Width);
    }

    public void Copy(WidePlace from, WidePlace to, int width) => Kernel2(nameof(WideKernels.Copy), to, from, width);

    public void Clear(WidePlace to, int width)
    {
        LoadAddress(to);
        Emit(OpCodes.Ldc_I4, width);
        CallWide(nameof(WideKernels.Clear));
    }

    public void Constant(ulong value) => il.Emit(OpCodes.Ldc_I8, unchecked((long)value));

    public void Mask(int width)
    {
        if (width >= 64)
            return;
        Constant(BitMasks.Of(width));
        Emit(OpCodes.And);
    }

    public void ExtendSign(int from, int width)
    {
        if (from < 64)
        {
            Emit(OpCodes.Ldc_I4, 64 - from);
            Emit(OpCodes.Shl);
            Emit(OpCodes.Ldc_I4, 64 - from);
            Emit(OpCodes.Shr);
        }
        Mask(width);
    }

    public void Compare(OpCode comparison)
    {
        Emit(comparison);
        Emit(OpCodes.Conv_U8);
    }

    public void Invert()
    {
        Constant(1);
        Emit(OpCodes.Xor);
    }

    public void Loop(int count, Action<LocalBuilder> body)
    {
        var lane = DeclareLocal(typeof(int));
        var top = DefineLabel();
        Emit(OpCodes.Ldc_I4_0);
        Emit(OpCodes.Stloc, lane);
        MarkLabel(top);
        body(lane);
        Emit(OpCodes.Ldloc, lane);
        Emit(OpCodes.Ldc_I4_1);
        Emit(OpCodes.Add);
        Emit(OpCodes.Stloc, lane);
        Emit(OpCodes.Ldloc, lane);
        Emit(OpCodes.Ldc_I4, count);
        Emit(OpCodes.Blt, top);
    }

    public void CallNarrow(string kernel) => Emit(OpCodes.Call, Kernel(typeof(NarrowKernels), kernel));

    public void CallWide(string kernel) => Emit(OpCodes.Call, Kernel(typeof(WideKernels), kernel));

    public void Kernel2(string kernel, WidePlace to, WidePlace from, int width)
    {
        LoadAddress(to);
        LoadAddress(from);
        Emit(OpCodes.Ldc_I4, width);
        CallWide(kernel);
    }

    public void Kernel3(string kernel, WidePlace to, WidePlace a, WidePlace b, int width)
    {
        LoadAddress(to);
        LoadAddress(a);
        LoadAddress(b);
        Emit(OpCodes.Ldc_I4, width);
        CallWide(kernel);
    }

    public static MethodInfo Kernel(Type kernels, string name) => kernels.GetMethod(name, BindingFlags.Public | BindingFlags.Static)
        ?? throw new InvalidOperationException($"no kernel {kernels.Name}.{name}");
}
