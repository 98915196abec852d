using System.Reflection.Emit;
using System.Runtime.CompilerServices;
using Vta.Hdl.Ir;
using Vta.Hdl.Simulation.Kernels;

namespace Vta.Hdl.Simulation.Compile;

/// <content>Values of up to 64 bits.</content>
internal sealed partial class MethodCompiler
{
    /// <summary>Puts the value on the stack.</summary>
    private void Narrow(Expression expression)
    {
        if (_scope.Narrow(expression) is { } local)
        {
            _il.Emit(OpCodes.Ldloc, local);
            return;
        }
        RuntimeHelpers.EnsureSufficientExecutionStack();
        switch (expression)
        {
            case Literal e:
                Constant((ulong)e.Value);
                break;
            case Signal e:
                LoadSlot(_layout.Of(e));
                break;
            case Unary e:
                NarrowUnary(e);
                break;
            case Binary e:
                NarrowBinary(e);
                break;
            case Mux e:
                NarrowMux(e);
                break;
            case Slice e:
                NarrowSlice(e);
                break;
            case Concat e:
                NarrowConcat(e);
                break;
            case Replicate e:
                NarrowReplicate(e);
                break;
            case Extend e:
                Narrow(e.Operand);
                if (e.Signed)
                    ExtendSign(e.Operand.Width, e.Width);
                break;
            case DynamicSelect e:
                NarrowSelect(e);
                break;
            case MemoryRead e:
                NarrowRead(e);
                break;
            case LaneMap e:
                NarrowLanes(e);
                break;
            case LaneReduce e:
                NarrowReduce(e);
                break;
            default:
                throw new InvalidOperationException($"{expression.GetType().Name} outside its lanes");
        }
    }

    private void NarrowUnary(Unary e)
    {
        var width = e.Operand.Width;
        if (width > 64)
        {
            LoadAddress(Wide(e.Operand));
            _il.Emit(OpCodes.Ldc_I4, width);
            CallWide(e.Operator switch
            {
                UnaryOperator.ReduceAnd => nameof(WideKernels.AllOnes),
                UnaryOperator.ReduceOr => nameof(WideKernels.Any),
                _ => nameof(WideKernels.Parity),
            });
            return;
        }
        Narrow(e.Operand);
        switch (e.Operator)
        {
            case UnaryOperator.Not:
                Constant(MaskOf(width));
                _il.Emit(OpCodes.Xor);
                break;
            case UnaryOperator.ReduceAnd:
                Constant(MaskOf(width));
                Compare(OpCodes.Ceq);
                break;
            case UnaryOperator.ReduceOr:
                Constant(0);
                Compare(OpCodes.Cgt_Un);
                break;
            default:
                CallNarrow(nameof(NarrowKernels.Parity));
                break;
        }
    }

    private void NarrowBinary(Binary e)
    {
        if (e.Left.Width > 64)
        {
            // Of the operators on wide values only comparisons have a narrow result.
            LoadAddress(Wide(e.Left));
            LoadAddress(Wide(e.Right));
            _il.Emit(OpCodes.Ldc_I4, e.Left.Width);
            CallWide(e.Operator switch
            {
                BinaryOperator.LessThan => nameof(WideKernels.LessThan),
                BinaryOperator.LessThanSigned => nameof(WideKernels.LessThanSigned),
                _ => nameof(WideKernels.Equal),
            });
            if (e.Operator == BinaryOperator.NotEqual)
                Invert();
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
                Mask(e.Width);
                break;
            case BinaryOperator.Subtract:
                Operands(e, OpCodes.Sub);
                Mask(e.Width);
                break;
            case BinaryOperator.Multiply:
                Operands(e, OpCodes.Mul);
                Mask(e.Width);
                break;
            case BinaryOperator.Equal:
                Operands(e, OpCodes.Ceq);
                _il.Emit(OpCodes.Conv_U8);
                break;
            case BinaryOperator.NotEqual:
                Operands(e, OpCodes.Ceq);
                _il.Emit(OpCodes.Conv_U8);
                Invert();
                break;
            case BinaryOperator.LessThan:
                Operands(e, OpCodes.Clt_Un);
                _il.Emit(OpCodes.Conv_U8);
                break;
            case BinaryOperator.LessThanSigned:
                ToTop(e.Left);
                ToTop(e.Right);
                Compare(OpCodes.Clt);
                break;
            default:
                NarrowShift(e);
                break;
        }
    }

    private void NarrowShift(Binary e)
    {
        var isArithmetic = e.Operator == BinaryOperator.ShiftRightArithmetic;
        if (isArithmetic)
            ToTop(e.Left);
        else
            Narrow(e.Left);
        ShiftAmount(e.Right);
        var isShort = e.Right.Width <= 6;
        if (isArithmetic)
        {
            // The sign stands in bit 63: first down to its place, then by the amount.
            var amount = _il.DeclareLocal(typeof(ulong));
            _il.Emit(OpCodes.Stloc, amount);
            _il.Emit(OpCodes.Ldc_I4, 64 - e.Width);
            _il.Emit(OpCodes.Shr);
            _il.Emit(OpCodes.Ldloc, amount);
            CallNarrow(nameof(NarrowKernels.ShiftRightArithmetic));
            Mask(e.Width);
        }
        else if (e.Operator == BinaryOperator.ShiftLeft)
        {
            Shift(OpCodes.Shl, nameof(NarrowKernels.ShiftLeft));
            Mask(e.Width);
        }
        else
        {
            Shift(OpCodes.Shr_Un, nameof(NarrowKernels.ShiftRight));
        }

        void Shift(OpCode shift, string kernel)
        {
            if (!isShort)
            {
                CallNarrow(kernel);
                return;
            }
            _il.Emit(OpCodes.Conv_I4);
            _il.Emit(shift);
        }
    }

    /// <summary>A number as 64 bits; the largest where it does not fit.</summary>
    private void ShiftAmount(Expression amount)
    {
        if (amount.Width <= 64)
        {
            Narrow(amount);
            return;
        }
        LoadAddress(Wide(amount));
        _il.Emit(OpCodes.Ldc_I4, amount.Width);
        CallWide(nameof(WideKernels.Saturate));
    }

    private void NarrowMux(Mux e)
    {
        if (e.Width == 1)
        {
            // b ^ ((a ^ b) & c)
            var b = LocalOf(e.WhenFalse);
            Narrow(e.WhenTrue);
            _il.Emit(OpCodes.Ldloc, b);
            _il.Emit(OpCodes.Xor);
            Narrow(e.Condition);
            _il.Emit(OpCodes.And);
            _il.Emit(OpCodes.Ldloc, b);
            _il.Emit(OpCodes.Xor);
            return;
        }
        if (e.WhenFalse is Literal { Value.IsZero: true })
        {
            Narrow(e.WhenTrue);
            Spread(e.Condition);
            _il.Emit(OpCodes.And);
            return;
        }
        var other = LocalOf(e.WhenFalse);
        Narrow(e.WhenTrue);
        _il.Emit(OpCodes.Ldloc, other);
        _il.Emit(OpCodes.Xor);
        Spread(e.Condition);
        _il.Emit(OpCodes.And);
        _il.Emit(OpCodes.Ldloc, other);
        _il.Emit(OpCodes.Xor);
    }

    /// <summary>All ones where the bit is one.</summary>
    private void Spread(Expression bit)
    {
        Narrow(bit);
        _il.Emit(OpCodes.Neg);
    }

    private LocalBuilder LocalOf(Expression e)
    {
        if (_scope.Narrow(e) is { } known)
            return known;
        var local = _il.DeclareLocal(typeof(ulong));
        Narrow(e);
        _il.Emit(OpCodes.Stloc, local);
        return local;
    }

    private void NarrowSlice(Slice e)
    {
        if (e.Operand.Width > 64)
        {
            LoadBits(Wide(e.Operand), e.Low, e.Width);
            return;
        }
        Narrow(e.Operand);
        if (e.Low > 0)
        {
            _il.Emit(OpCodes.Ldc_I4, e.Low);
            _il.Emit(OpCodes.Shr_Un);
        }
        if (e.Low + e.Width < e.Operand.Width)
            Mask(e.Width);
    }

    /// <summary>Up to 64 bits of a wide value.</summary>
    private void LoadBits(WidePlace place, int low, int width)
    {
        var shift = low % 8;
        if (shift + width > 64)
        {
            LoadAddress(place);
            _il.Emit(OpCodes.Ldc_I4, low);
            _il.Emit(OpCodes.Ldc_I4, width);
            CallWide(nameof(WideKernels.Extract));
            return;
        }
        LoadAddress(place.Plus(low / 8));
        if (shift == 0 && width is 8 or 16 or 32 or 64)
        {
            LoadElement(width);
            return;
        }
        _il.Emit(OpCodes.Unaligned, (byte)1);
        _il.Emit(OpCodes.Ldind_I8);
        if (shift > 0)
        {
            _il.Emit(OpCodes.Ldc_I4, shift);
            _il.Emit(OpCodes.Shr_Un);
        }
        if (shift + width < 64)
            Mask(width);
    }

    /// <summary>Loads 8, 16, 32 or 64 bits from the address on the stack.</summary>
    private void LoadElement(int width)
    {
        if (width > 8)
            _il.Emit(OpCodes.Unaligned, (byte)1);
        _il.Emit(width switch { 8 => OpCodes.Ldind_U1, 16 => OpCodes.Ldind_U2, 32 => OpCodes.Ldind_U4, _ => OpCodes.Ldind_I8 });
        if (width < 64)
            _il.Emit(OpCodes.Conv_U8);
    }

    /// <summary>Stores 8, 16, 32 or 64 bits; address and value are on the stack.</summary>
    private void StoreElement(int width)
    {
        if (width > 8)
            _il.Emit(OpCodes.Unaligned, (byte)1);
        _il.Emit(width switch { 8 => OpCodes.Stind_I1, 16 => OpCodes.Stind_I2, 32 => OpCodes.Stind_I4, _ => OpCodes.Stind_I8 });
    }

    private void NarrowConcat(Concat e)
    {
        var low = e.Width;
        var isFirst = true;
        foreach (var part in e.Parts)
        {
            low -= part.Width;
            if (part is Literal { Value.IsZero: true })
                continue;
            Narrow(part);
            if (low > 0)
            {
                _il.Emit(OpCodes.Ldc_I4, low);
                _il.Emit(OpCodes.Shl);
            }
            if (!isFirst)
                _il.Emit(OpCodes.Or);
            isFirst = false;
        }
        if (isFirst)
            Constant(0);
    }

    private void NarrowReplicate(Replicate e)
    {
        var width = e.Operand.Width;
        if (width == 1)
        {
            Spread(e.Operand);
            Mask(e.Width);
            return;
        }
        Narrow(e.Operand);
        Constant(Repeated(width, e.Count));
        _il.Emit(OpCodes.Mul);
    }

    private void NarrowSelect(DynamicSelect e)
    {
        if (e.Vector.Width <= 64)
        {
            Narrow(e.Vector);
            ShiftAmount(e.Index);
            _il.Emit(OpCodes.Ldc_I4, e.Width);
            _il.Emit(OpCodes.Ldc_I4, e.Count);
            CallNarrow(nameof(NarrowKernels.Select));
            Mask(e.Width);
            return;
        }
        LoadAddress(Wide(e.Vector));
        ShiftAmount(e.Index);
        if (e.Width is not (8 or 16 or 32 or 64))
            _il.Emit(OpCodes.Ldc_I4, e.Width);
        _il.Emit(OpCodes.Ldc_I4, e.Count);
        CallNarrow(e.Width switch
        {
            8 => nameof(NarrowKernels.Select8),
            16 => nameof(NarrowKernels.Select16),
            32 => nameof(NarrowKernels.Select32),
            64 => nameof(NarrowKernels.Select64),
            _ => nameof(NarrowKernels.SelectBits),
        });
    }

    private void NarrowRead(MemoryRead e)
    {
        var memory = _layout.Of(e.Memory);
        var address = LocalOf(e.Address);
        var result = _il.DeclareLocal(typeof(ulong));
        if (HasAllAddresses(e.Memory))
        {
            LoadWord();
            return;
        }
        var (past, end) = (_il.DefineLabel(), _il.DefineLabel());
        IsPastDepth(address, e.Memory, past);
        LoadWord();
        _il.Emit(OpCodes.Stloc, result);
        _il.Emit(OpCodes.Br, end);
        _il.MarkLabel(past);
        Constant(0);
        _il.Emit(OpCodes.Stloc, result);
        _il.MarkLabel(end);
        _il.Emit(OpCodes.Ldloc, result);

        void LoadWord()
        {
            WordAddress(address, e.Memory);
            LoadElement(memory.Stride * 8);
        }
    }

    private static bool HasAllAddresses(Memory memory) => memory.AddressWidth < 31 && memory.Depth == 1 << memory.AddressWidth;

    private void IsPastDepth(LocalBuilder address, Memory memory, Label past)
    {
        _il.Emit(OpCodes.Ldloc, address);
        Constant((ulong)memory.Depth);
        _il.Emit(OpCodes.Bge_Un, past);
    }

    private void WordAddress(LocalBuilder address, Memory memory)
    {
        var place = _layout.Of(memory);
        LoadAddress(new(null, place.Offset));
        _il.Emit(OpCodes.Ldloc, address);
        _il.Emit(OpCodes.Conv_I);
        _il.Emit(OpCodes.Ldc_I4, place.Stride);
        _il.Emit(OpCodes.Mul);
        _il.Emit(OpCodes.Add);
    }

    private void Operands(Binary e, OpCode operation)
    {
        Narrow(e.Left);
        Narrow(e.Right);
        _il.Emit(operation);
    }

    /// <summary>The value with its highest bit in bit 63.</summary>
    private void ToTop(Expression e)
    {
        Narrow(e);
        if (e.Width < 64)
        {
            _il.Emit(OpCodes.Ldc_I4, 64 - e.Width);
            _il.Emit(OpCodes.Shl);
        }
    }

    private void ExtendSign(int from, int width)
    {
        if (from < 64)
        {
            _il.Emit(OpCodes.Ldc_I4, 64 - from);
            _il.Emit(OpCodes.Shl);
            _il.Emit(OpCodes.Ldc_I4, 64 - from);
            _il.Emit(OpCodes.Shr);
        }
        Mask(width);
    }

    private void Compare(OpCode comparison)
    {
        _il.Emit(comparison);
        _il.Emit(OpCodes.Conv_U8);
    }

    private void Invert()
    {
        Constant(1);
        _il.Emit(OpCodes.Xor);
    }

    private void Mask(int width)
    {
        if (width >= 64)
            return;
        Constant(MaskOf(width));
        _il.Emit(OpCodes.And);
    }
}
