using System.Reflection.Emit;
using Vta.Hdl.Ir;
using Vta.Hdl.Simulation.Kernels;

namespace Vta.Hdl.Simulation.Compile;

/// <summary>Arithmetic, comparisons and shifts with results of up to 64 bits.</summary>
internal sealed class NarrowArithmetic(Emitter il, ValueCompiler values)
{
    public void Binary(Binary e)
    {
        if (e.Left.Width > 64)
        {
            // Of the operators on wide values only comparisons have a narrow result.
            il.LoadAddress(values.Wide.Place(e.Left));
            il.LoadAddress(values.Wide.Place(e.Right));
            il.Emit(OpCodes.Ldc_I4, e.Left.Width);
            il.CallWide(e.Operator switch
            {
                BinaryOperator.LessThan => nameof(WideKernels.LessThan),
                BinaryOperator.LessThanSigned => nameof(WideKernels.LessThanSigned),
                _ => nameof(WideKernels.Equal),
            });
            if (e.Operator == BinaryOperator.NotEqual)
                il.Invert();
            return;
        }
        switch (e.Operator)
        {
            case BinaryOperator.And:
                Operands(e, OpCodes.And);
                break;
            case BinaryOperator.Or:
                Operands(e, OpCodes.Or);
                break;
            case BinaryOperator.Xor:
                Operands(e, OpCodes.Xor);
                break;
            case BinaryOperator.Add:
                Operands(e, OpCodes.Add);
                il.Mask(e.Width);
                break;
            case BinaryOperator.Subtract:
                Operands(e, OpCodes.Sub);
                il.Mask(e.Width);
                break;
            case BinaryOperator.Multiply:
                Operands(e, OpCodes.Mul);
                il.Mask(e.Width);
                break;
            case BinaryOperator.Equal:
                Operands(e, OpCodes.Ceq);
                il.Emit(OpCodes.Conv_U8);
                break;
            case BinaryOperator.NotEqual:
                Operands(e, OpCodes.Ceq);
                il.Emit(OpCodes.Conv_U8);
                il.Invert();
                break;
            case BinaryOperator.LessThan:
                Operands(e, OpCodes.Clt_Un);
                il.Emit(OpCodes.Conv_U8);
                break;
            case BinaryOperator.LessThanSigned:
                ToTop(e.Left);
                ToTop(e.Right);
                il.Compare(OpCodes.Clt);
                break;
            default:
                Shifted(e);
                break;
        }
    }

    private void Shifted(Binary e)
    {
        var isArithmetic = e.Operator == BinaryOperator.ShiftRightArithmetic;
        if (isArithmetic)
            ToTop(e.Left);
        else
            values.Narrow.Push(e.Left);
        values.Narrow.ShiftAmount(e.Right);
        var isShort = e.Right.Width <= 6;
        if (isArithmetic)
        {
            // The sign stands in bit 63: first down to its place, then by the amount.
            var amount = il.DeclareLocal(typeof(ulong));
            il.Emit(OpCodes.Stloc, amount);
            il.Emit(OpCodes.Ldc_I4, 64 - e.Width);
            il.Emit(OpCodes.Shr);
            il.Emit(OpCodes.Ldloc, amount);
            il.CallNarrow(nameof(NarrowKernels.ShiftRightArithmetic));
            il.Mask(e.Width);
        }
        else if (e.Operator == BinaryOperator.ShiftLeft)
        {
            Shift(OpCodes.Shl, nameof(NarrowKernels.ShiftLeft));
            il.Mask(e.Width);
        }
        else
        {
            Shift(OpCodes.Shr_Un, nameof(NarrowKernels.ShiftRight));
        }

        void Shift(OpCode shift, string kernel)
        {
            if (!isShort)
            {
                il.CallNarrow(kernel);
                return;
            }
            il.Emit(OpCodes.Conv_I4);
            il.Emit(shift);
        }
    }

    private void Operands(Binary e, OpCode operation)
    {
        values.Narrow.Push(e.Left);
        values.Narrow.Push(e.Right);
        il.Emit(operation);
    }

    /// <summary>The value with its highest bit in bit 63.</summary>
    private void ToTop(Expression e)
    {
        values.Narrow.Push(e);
        if (e.Width < 64)
        {
            il.Emit(OpCodes.Ldc_I4, 64 - e.Width);
            il.Emit(OpCodes.Shl);
        }
    }
}
