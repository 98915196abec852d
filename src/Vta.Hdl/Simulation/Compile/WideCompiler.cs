using System.Reflection.Emit;
using System.Runtime.CompilerServices;
using Vta.Hdl.Ir;
using Vta.Hdl.Simulation.Kernels;
using Vta.Hdl.Simulation.Layout;

namespace Vta.Hdl.Simulation.Compile;

/// <summary>Values of more than 64 bits.</summary>
internal sealed class WideCompiler(Emitter il, StateLayout layout, ValueCompiler values)
{
    private readonly WideParts _parts = new(il, values);

    public static string KernelOf(BinaryOperator operation) => operation switch
    {
        BinaryOperator.And => nameof(WideKernels.And),
        BinaryOperator.Or => nameof(WideKernels.Or),
        BinaryOperator.Xor => nameof(WideKernels.Xor),
        BinaryOperator.Add => nameof(WideKernels.Add),
        BinaryOperator.Subtract => nameof(WideKernels.Subtract),
        BinaryOperator.Multiply => nameof(WideKernels.Multiply),
        _ => throw new InvalidOperationException($"{operation} has no wide result"),
    };

    /// <summary>Where the value lies; computed into scratch space if it lies nowhere yet. Above its width may be anything.</summary>
    public WidePlace Place(Expression expression)
    {
        if (values.Known.Wide(expression) is { } known)
            return known;
        RuntimeHelpers.EnsureSufficientExecutionStack();
        switch (expression)
        {
            case Signal e:
                return new(null, layout.Of(e).Offset);
            case Literal e:
                return new(null, layout.Constant(e.Value, e.Width).Offset);
            case Slice { Low: var low } e when low % 8 == 0:
                return Place(e.Operand).Plus(low / 8);
            case Mux e:
                return ChoicePlace(e);
            case MemoryRead e:
                return values.Memories.Place(e);
            case DynamicSelect e when e.Width % 8 == 0:
                return _parts.ElementPlace(e);
            default:
                var scratch = new WidePlace(null, layout.Scratch(expression.Width).Offset);
                Into(expression, scratch);
                return scratch;
        }
    }

    /// <summary>Computes the value into a place, which nothing that it is computed from overlaps, up to a multiple of 64 bits.</summary>
    public void Into(Expression expression, WidePlace to)
    {
        if (values.Known.Wide(expression) is { } known)
        {
            il.Copy(known, to, expression.Width);
            return;
        }
        switch (expression)
        {
            case Unary e:
                il.Kernel2(nameof(WideKernels.Not), to, Place(e.Operand), e.Width);
                break;
            case Binary e:
                Binary(e, to);
                break;
            case Mux e:
                Choose(e, arm => Into(arm, to));
                break;
            case Slice e when e.Low % 8 != 0:
                var operand = Place(e.Operand);
                il.LoadAddress(to);
                il.LoadAddress(operand);
                il.Emit(OpCodes.Ldc_I4, e.Low);
                il.Emit(OpCodes.Ldc_I4, e.Width);
                il.CallWide(nameof(WideKernels.CopyBits));
                break;
            case Concat e:
                _parts.Concat(e, to);
                break;
            case Replicate e:
                _parts.Replicate(e, to);
                break;
            case Extend e:
                _parts.Extend(e, to);
                break;
            case DynamicSelect e when e.Width % 8 != 0:
                _parts.Element(e, to);
                break;
            case LaneMap e:
                values.Lanes.Into(e, to);
                break;
            case LaneReduce e:
                values.Lanes.ReduceInto(e, to);
                break;
            default:
                il.Copy(Place(expression), to, expression.Width);
                break;
        }
    }

    public void Choose(Mux e, Action<Expression> arm)
    {
        var (whenFalse, end) = (il.DefineLabel(), il.DefineLabel());
        values.Narrow.Push(e.Condition);
        il.Emit(OpCodes.Brfalse, whenFalse);
        Branch(e.WhenTrue);
        il.Emit(OpCodes.Br, end);
        il.MarkLabel(whenFalse);
        Branch(e.WhenFalse);
        il.MarkLabel(end);

        void Branch(Expression value)
        {
            // What is first computed inside the branch is unknown behind it.
            values.Known.Open();
            arm(value);
            values.Known.Close();
        }
    }

    public WidePlace CopyOf(Expression e)
    {
        var scratch = new WidePlace(null, layout.Scratch(e.Width).Offset);
        Into(e, scratch);
        return scratch;
    }

    public WidePlace Zeros(int width) => new(null, layout.Constant(0, width).Offset);

    private void Binary(Binary e, WidePlace to)
    {
        if (e.Operator is BinaryOperator.ShiftLeft or BinaryOperator.ShiftRight or BinaryOperator.ShiftRightArithmetic)
        {
            var operand = Place(e.Left);
            var amount = il.DeclareLocal(typeof(ulong));
            values.Narrow.ShiftAmount(e.Right);
            il.Emit(OpCodes.Stloc, amount);
            il.LoadAddress(to);
            il.LoadAddress(operand);
            il.Emit(OpCodes.Ldloc, amount);
            il.Emit(OpCodes.Ldc_I4, e.Width);
            il.CallWide(e.Operator switch
            {
                BinaryOperator.ShiftLeft => nameof(WideKernels.ShiftLeft),
                BinaryOperator.ShiftRight => nameof(WideKernels.ShiftRight),
                _ => nameof(WideKernels.ShiftRightArithmetic),
            });
            return;
        }
        var (a, b) = (Place(e.Left), Place(e.Right));
        il.Kernel3(KernelOf(e.Operator), to, a, b, e.Width);
    }

    /// <summary>The address of one of two values: neither is copied, and what only one needs is computed only where it is chosen.</summary>
    private WidePlace ChoicePlace(Mux e)
    {
        var chosen = il.DeclareLocal(typeof(byte*));
        Choose(e, arm =>
        {
            var place = Place(arm);
            il.LoadAddress(place);
            il.Emit(OpCodes.Stloc, chosen);
        });
        return new(chosen, 0);
    }
}
