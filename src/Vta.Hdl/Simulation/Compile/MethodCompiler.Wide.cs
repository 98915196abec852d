using System.Reflection.Emit;
using System.Runtime.CompilerServices;
using Vta.Hdl.Ir;
using Vta.Hdl.Simulation.Kernels;

namespace Vta.Hdl.Simulation.Compile;

/// <content>Values of more than 64 bits.</content>
internal sealed partial class MethodCompiler
{
    /// <summary>Where the value lies; computed into scratch space if it lies nowhere yet. Above its width may be anything.</summary>
    private WidePlace Wide(Expression expression)
    {
        if (_scope.Wide(expression) is { } known)
            return known;
        RuntimeHelpers.EnsureSufficientExecutionStack();
        switch (expression)
        {
            case Signal e:
                return new(null, _layout.Of(e).Offset);
            case Literal e:
                return new(null, _layout.Constant(e.Value, e.Width).Offset);
            case Slice { Low: var low } e when low % 8 == 0:
                return Wide(e.Operand).Plus(low / 8);
            case Mux e:
                return SelectPlace(e);
            case MemoryRead e:
                return ReadPlace(e);
            case DynamicSelect e when e.Width % 8 == 0:
                return ElementPlace(e);
            default:
                var scratch = new WidePlace(null, _layout.Scratch(expression.Width).Offset);
                WideInto(expression, scratch);
                return scratch;
        }
    }

    /// <summary>Where the value lies, wide or not.</summary>
    private WidePlace InMemory(Expression e)
    {
        if (e.Width > 64)
            return Wide(e);
        var slot = _layout.Scratch(e.Width);
        StoreSlot(slot, () => Narrow(e));
        return new(null, slot.Offset);
    }

    /// <summary>Computes the value into a place, which nothing that it is computed from overlaps, up to a multiple of 64 bits.</summary>
    private void WideInto(Expression expression, WidePlace to)
    {
        if (_scope.Wide(expression) is { } known)
        {
            Copy(known, to, expression.Width);
            return;
        }
        switch (expression)
        {
            case Unary e:
                Kernel2(nameof(WideKernels.Not), to, Wide(e.Operand), e.Width);
                break;
            case Binary e:
                WideBinary(e, to);
                break;
            case Mux e:
                WideMux(e, arm => WideInto(arm, to));
                break;
            case Slice e when e.Low % 8 != 0:
                var operand = Wide(e.Operand);
                LoadAddress(to);
                LoadAddress(operand);
                _il.Emit(OpCodes.Ldc_I4, e.Low);
                _il.Emit(OpCodes.Ldc_I4, e.Width);
                CallWide(nameof(WideKernels.CopyBits));
                break;
            case Concat e:
                WideConcat(e, to);
                break;
            case Replicate e:
                WideReplicate(e, to);
                break;
            case Extend e:
                WideExtend(e, to);
                break;
            case DynamicSelect e when e.Width % 8 != 0:
                WideElement(e, to);
                break;
            case LaneMap e:
                WideLanes(e, to);
                break;
            case LaneReduce e:
                WideReduce(e, to);
                break;
            default:
                Copy(Wide(expression), to, expression.Width);
                break;
        }
    }

    private void WideBinary(Binary e, WidePlace to)
    {
        if (e.Operator is BinaryOperator.ShiftLeft or BinaryOperator.ShiftRight or BinaryOperator.ShiftRightArithmetic)
        {
            var operand = Wide(e.Left);
            var amount = _il.DeclareLocal(typeof(ulong));
            ShiftAmount(e.Right);
            _il.Emit(OpCodes.Stloc, amount);
            LoadAddress(to);
            LoadAddress(operand);
            _il.Emit(OpCodes.Ldloc, amount);
            _il.Emit(OpCodes.Ldc_I4, e.Width);
            CallWide(e.Operator switch
            {
                BinaryOperator.ShiftLeft => nameof(WideKernels.ShiftLeft),
                BinaryOperator.ShiftRight => nameof(WideKernels.ShiftRight),
                _ => nameof(WideKernels.ShiftRightArithmetic),
            });
            return;
        }
        var (a, b) = (Wide(e.Left), Wide(e.Right));
        Kernel3(KernelOf(e.Operator), to, a, b, e.Width);
    }

    private static string KernelOf(BinaryOperator operation) => operation switch
    {
        BinaryOperator.And => nameof(WideKernels.And),
        BinaryOperator.Or => nameof(WideKernels.Or),
        BinaryOperator.Xor => nameof(WideKernels.Xor),
        BinaryOperator.Add => nameof(WideKernels.Add),
        BinaryOperator.Subtract => nameof(WideKernels.Subtract),
        BinaryOperator.Multiply => nameof(WideKernels.Multiply),
        _ => throw new InvalidOperationException($"{operation} has no wide result"),
    };

    /// <summary>The address of one of two values: neither is copied, and what only one needs is computed only where it is chosen.</summary>
    private WidePlace SelectPlace(Mux e)
    {
        var chosen = _il.DeclareLocal(typeof(byte*));
        WideMux(e, arm =>
        {
            var place = Wide(arm);
            LoadAddress(place);
            _il.Emit(OpCodes.Stloc, chosen);
        });
        return new(chosen, 0);
    }

    private void WideMux(Mux e, Action<Expression> arm)
    {
        var (whenFalse, end) = (_il.DefineLabel(), _il.DefineLabel());
        Narrow(e.Condition);
        _il.Emit(OpCodes.Brfalse, whenFalse);
        Branch(e.WhenTrue);
        _il.Emit(OpCodes.Br, end);
        _il.MarkLabel(whenFalse);
        Branch(e.WhenFalse);
        _il.MarkLabel(end);

        void Branch(Expression value)
        {
            // What is first computed inside the branch is unknown behind it.
            _scope.Open();
            arm(value);
            _scope.Close();
        }
    }

    private WidePlace ReadPlace(MemoryRead e)
    {
        var word = _il.DeclareLocal(typeof(byte*));
        var address = LocalOf(e.Address);
        var end = _il.DefineLabel();
        if (!HasAllAddresses(e.Memory))
        {
            LoadAddress(Zeros(e.Width));
            _il.Emit(OpCodes.Stloc, word);
            IsPastDepth(address, e.Memory, end);
        }
        WordAddress(address, e.Memory);
        _il.Emit(OpCodes.Stloc, word);
        _il.MarkLabel(end);
        return new(word, 0);
    }

    private WidePlace ElementPlace(DynamicSelect e)
    {
        var element = _il.DeclareLocal(typeof(byte*));
        var vector = Wide(e.Vector);
        LoadAddress(vector);
        ShiftAmount(e.Index);
        _il.Emit(OpCodes.Ldc_I4, e.Width / 8);
        _il.Emit(OpCodes.Ldc_I4, e.Count);
        LoadAddress(Zeros(e.Width));
        CallNarrow(nameof(NarrowKernels.SelectAddress));
        _il.Emit(OpCodes.Stloc, element);
        return new(element, 0);
    }

    /// <summary>An element that does not start at a byte.</summary>
    private void WideElement(DynamicSelect e, WidePlace to)
    {
        var vector = Wide(e.Vector);
        var index = _il.DeclareLocal(typeof(ulong));
        var (past, end) = (_il.DefineLabel(), _il.DefineLabel());
        ShiftAmount(e.Index);
        _il.Emit(OpCodes.Stloc, index);
        _il.Emit(OpCodes.Ldloc, index);
        Constant((ulong)e.Count);
        _il.Emit(OpCodes.Bge_Un, past);
        LoadAddress(to);
        LoadAddress(vector);
        _il.Emit(OpCodes.Ldloc, index);
        _il.Emit(OpCodes.Conv_I4);
        _il.Emit(OpCodes.Ldc_I4, e.Width);
        _il.Emit(OpCodes.Mul);
        _il.Emit(OpCodes.Ldc_I4, e.Width);
        CallWide(nameof(WideKernels.CopyBits));
        _il.Emit(OpCodes.Br, end);
        _il.MarkLabel(past);
        Clear(to, e.Width);
        _il.MarkLabel(end);
    }

    private void WideConcat(Concat e, WidePlace to)
    {
        Clear(to, e.Width);
        var low = e.Width;
        foreach (var part in e.Parts)
        {
            low -= part.Width;
            if (part is not Literal { Value.IsZero: true })
                InsertPart(part, to, low);
        }
    }

    /// <summary>Puts a value at a bit position; the bits beside it stay.</summary>
    private void InsertPart(Expression part, WidePlace to, int low)
    {
        if (part.Width > 64)
        {
            if (low % 64 == 0 && part.Width % 64 == 0)
            {
                WideInto(part, to.Plus(low / 8));
                return;
            }
            var place = Wide(part);
            LoadAddress(to);
            _il.Emit(OpCodes.Ldc_I4, low);
            LoadAddress(place);
            _il.Emit(OpCodes.Ldc_I4, part.Width);
            CallWide(nameof(WideKernels.InsertBits));
            return;
        }
        var value = LocalOf(part);
        if (low % 8 == 0 && part.Width is 8 or 16 or 32 or 64)
        {
            LoadAddress(to.Plus(low / 8));
            _il.Emit(OpCodes.Ldloc, value);
            StoreElement(part.Width);
            return;
        }
        LoadAddress(to);
        _il.Emit(OpCodes.Ldc_I4, low);
        _il.Emit(OpCodes.Ldloc, value);
        _il.Emit(OpCodes.Ldc_I4, part.Width);
        CallWide(nameof(WideKernels.Insert));
    }

    private void WideReplicate(Replicate e, WidePlace to)
    {
        var operand = InMemory(e.Operand);
        LoadAddress(to);
        LoadAddress(operand);
        _il.Emit(OpCodes.Ldc_I4, e.Operand.Width);
        _il.Emit(OpCodes.Ldc_I4, e.Count);
        CallWide(nameof(WideKernels.Replicate));
    }

    private void WideExtend(Extend e, WidePlace to)
    {
        var operand = InMemory(e.Operand);
        LoadAddress(to);
        LoadAddress(operand);
        _il.Emit(OpCodes.Ldc_I4, e.Operand.Width);
        _il.Emit(OpCodes.Ldc_I4, e.Width);
        CallWide(e.Signed ? nameof(WideKernels.ExtendSign) : nameof(WideKernels.ExtendZero));
    }

    private WidePlace Zeros(int width) => new(null, _layout.Constant(0, width).Offset);

    private void Clear(WidePlace to, int width)
    {
        LoadAddress(to);
        _il.Emit(OpCodes.Ldc_I4, width);
        CallWide(nameof(WideKernels.Clear));
    }

    private void Copy(WidePlace from, WidePlace to, int width) => Kernel2(nameof(WideKernels.Copy), to, from, width);

    private void Kernel2(string kernel, WidePlace to, WidePlace from, int width)
    {
        LoadAddress(to);
        LoadAddress(from);
        _il.Emit(OpCodes.Ldc_I4, width);
        CallWide(kernel);
    }

    private void Kernel3(string kernel, WidePlace to, WidePlace a, WidePlace b, int width)
    {
        LoadAddress(to);
        LoadAddress(a);
        LoadAddress(b);
        _il.Emit(OpCodes.Ldc_I4, width);
        CallWide(kernel);
    }
}
