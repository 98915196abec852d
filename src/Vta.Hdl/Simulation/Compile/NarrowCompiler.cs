using System.Reflection.Emit;
using System.Runtime.CompilerServices;
using Vta.Hdl.Ir;
using Vta.Hdl.Simulation.Kernels;
using Vta.Hdl.Simulation.Layout;

namespace Vta.Hdl.Simulation.Compile;

/// <summary>Values of up to 64 bits.</summary>
internal sealed class NarrowCompiler(Emitter il, StateLayout layout, ValueCompiler values)
{
    private readonly NarrowArithmetic _arithmetic = new(il, values);
    private readonly NarrowParts _parts = new(il, values);

    /// <summary>Puts the value on the stack.</summary>
    public void Push(Expression expression)
    {
        if (values.Known.Narrow(expression) is { } local)
        {
            il.Emit(OpCodes.Ldloc, local);
            return;
        }
        RuntimeHelpers.EnsureSufficientExecutionStack();
        switch (expression)
        {
            case Literal e:
                il.Constant((ulong)e.Value);
                break;
            case Signal e:
                il.LoadSlot(layout.Of(e));
                break;
            case Unary e:
                Unary(e);
                break;
            case Binary e:
                _arithmetic.Binary(e);
                break;
            case Mux e:
                Choice(e);
                break;
            case Slice e:
                _parts.Slice(e);
                break;
            case Concat e:
                _parts.Concat(e);
                break;
            case Replicate e:
                _parts.Replicate(e);
                break;
            case Extend e:
                Push(e.Operand);
                if (e.Signed)
                    il.ExtendSign(e.Operand.Width, e.Width);
                break;
            case DynamicSelect e:
                _parts.Element(e);
                break;
            case MemoryRead e:
                values.Memories.Push(e);
                break;
            case LaneMap e:
                values.Lanes.Push(e);
                break;
            case LaneReduce e:
                values.Lanes.PushReduced(e);
                break;
            default:
                throw new InvalidOperationException($"{expression.GetType().Name} outside its lanes");
        }
    }

    /// <summary>All ones where the bit is one.</summary>
    public void Spread(Expression bit)
    {
        Push(bit);
        il.Emit(OpCodes.Neg);
    }

    /// <summary>A number as 64 bits; the largest where it does not fit.</summary>
    public void ShiftAmount(Expression amount)
    {
        if (amount.Width <= 64)
        {
            Push(amount);
            return;
        }
        il.LoadAddress(values.Wide.Place(amount));
        il.Emit(OpCodes.Ldc_I4, amount.Width);
        il.CallWide(nameof(WideKernels.Saturate));
    }

    private void Unary(Unary e)
    {
        var width = e.Operand.Width;
        if (width > 64)
        {
            il.LoadAddress(values.Wide.Place(e.Operand));
            il.Emit(OpCodes.Ldc_I4, width);
            il.CallWide(e.Operator switch
            {
                UnaryOperator.ReduceAnd => nameof(WideKernels.AllOnes),
                UnaryOperator.ReduceOr => nameof(WideKernels.Any),
                _ => nameof(WideKernels.Parity),
            });
            return;
        }
        Push(e.Operand);
        switch (e.Operator)
        {
            case UnaryOperator.Not:
                il.Constant(BitMasks.Of(width));
                il.Emit(OpCodes.Xor);
                break;
            case UnaryOperator.ReduceAnd:
                il.Constant(BitMasks.Of(width));
                il.Compare(OpCodes.Ceq);
                break;
            case UnaryOperator.ReduceOr:
                il.Constant(0);
                il.Compare(OpCodes.Cgt_Un);
                break;
            default:
                il.CallNarrow(nameof(NarrowKernels.Parity));
                break;
        }
    }

    private void Choice(Mux e)
    {
        if (e.Width == 1)
        {
            // b ^ ((a ^ b) & c)
            var b = values.LocalOf(e.WhenFalse);
            Push(e.WhenTrue);
            il.Emit(OpCodes.Ldloc, b);
            il.Emit(OpCodes.Xor);
            Push(e.Condition);
            il.Emit(OpCodes.And);
            il.Emit(OpCodes.Ldloc, b);
            il.Emit(OpCodes.Xor);
            return;
        }
        if (e.WhenFalse is Literal { Value.IsZero: true })
        {
            Push(e.WhenTrue);
            Spread(e.Condition);
            il.Emit(OpCodes.And);
            return;
        }
        var other = values.LocalOf(e.WhenFalse);
        Push(e.WhenTrue);
        il.Emit(OpCodes.Ldloc, other);
        il.Emit(OpCodes.Xor);
        Spread(e.Condition);
        il.Emit(OpCodes.And);
        il.Emit(OpCodes.Ldloc, other);
        il.Emit(OpCodes.Xor);
    }
}
