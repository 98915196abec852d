using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.Intrinsics;
using Vta.Hdl.Simulation.Kernels;

namespace Vta.Hdl.Simulation.Compile;

/// <summary>Writes IL for vectors of one plan.</summary>
internal sealed class VectorEmitter(Emitter il, VectorPlan plan)
{
    /// <summary>The number 0 or 1 on the stack as a mask.</summary>
    public void ToMask()
    {
        Constant(1);
        CallApi(nameof(Vector512.Equals), 2);
    }

    public void ExtendSign(int from, int width)
    {
        ShiftLeft(plan.Container - from);
        SignDown(plan.Container - from);
        Mask(width);
    }

    public void SignDown(int amount)
    {
        if (amount == 0)
            return;
        il.Emit(OpCodes.Ldc_I4, amount);
        Call(nameof(VectorKernels.SignDown));
    }

    public void ShiftLeft(int amount)
    {
        if (amount == 0)
            return;
        il.Emit(OpCodes.Ldc_I4, amount);
        il.Emit(OpCodes.Call, plan.VectorType.GetMethod("op_LeftShift")!);
    }

    public void ShiftRight(int amount)
    {
        if (amount == 0)
            return;
        il.Emit(OpCodes.Ldc_I4, amount);
        il.Emit(OpCodes.Call, plan.VectorType.GetMethod("op_UnsignedRightShift")!);
    }

    public void Mask(int width)
    {
        if (width >= plan.Container)
            return;
        Constant(BitMasks.Of(width));
        CallOperator("op_BitwiseAnd");
    }

    public void Constant(ulong value)
    {
        il.Constant(value);
        Call(nameof(VectorKernels.Fill));
    }

    public void CallOfSize(string kernel) => il.Emit(OpCodes.Call, Emitter.Kernel(typeof(VectorKernels), $"{kernel}{plan.Container}"));

    public void Call(string kernel) =>
        il.Emit(OpCodes.Call, Emitter.Kernel(typeof(VectorKernels), kernel).MakeGenericMethod(plan.Element));

    public void CallOperator(string name) => il.Emit(OpCodes.Call, plan.VectorType.GetMethod(name, [plan.VectorType, plan.VectorType])!);

    public void CallApi(string name, int operands)
    {
        var method = typeof(Vector512).GetMethods(BindingFlags.Public | BindingFlags.Static)
            .Single(m => m.Name == name && m.IsGenericMethodDefinition && m.GetParameters().Length == operands);
        il.Emit(OpCodes.Call, method.MakeGenericMethod(plan.Element));
    }
}
