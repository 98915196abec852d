using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.Intrinsics;
using Vta.Hdl.Ir;
using Vta.Hdl.Simulation.Kernels;

namespace Vta.Hdl.Simulation.Compile;

/// <summary>
/// Operations on the lanes of one vector: a bit that varies is a mask of all ones or zeros, other values stand in containers with zeros
/// above their width.
/// </summary>
internal sealed class VectorOperations(Emitter il, VectorEmitter vector, VectorPlan plan, ValueCompiler values)
{
    private readonly Dictionary<Expression, LocalBuilder> _computed = new(ReferenceEqualityComparer.Instance);

    /// <summary>True for what <see cref="Let"/> has computed.</summary>
    public bool Knows(Expression e) => _computed.ContainsKey(e);

    /// <summary>Keeps a value of all lanes, which <paramref name="value"/> puts on the stack.</summary>
    public void Let(Expression e, Action value)
    {
        var local = il.DeclareLocal(plan.VectorType);
        value();
        il.Emit(OpCodes.Stloc, local);
        _computed[e] = local;
    }

    /// <summary>Puts a value of all lanes on the stack.</summary>
    public void Push(Expression e)
    {
        if (_computed.TryGetValue(e, out var local))
        {
            il.Emit(OpCodes.Ldloc, local);
            return;
        }
        values.Narrow.Push(e);
        if (e.Width == 1)
            il.Emit(OpCodes.Neg);
        vector.Call(nameof(VectorKernels.Fill));
    }

    /// <summary>Computes an operation, and leaves it on the stack.</summary>
    public void Compute(Expression expression)
    {
        switch (expression)
        {
            case Unary e:
                Unary(e);
                break;
            case Binary e:
                Binary(e);
                break;
            case Mux e:
                Push(e.Condition);
                Push(e.WhenTrue);
                Push(e.WhenFalse);
                vector.CallApi(nameof(Vector512.ConditionalSelect), 3);
                break;
            case Slice e:
                Slice(e);
                break;
            case Concat e:
                Concat(e);
                break;
            case Extend e:
                PushNumber(e.Operand);
                if (e.Signed)
                    vector.ExtendSign(e.Operand.Width, e.Width);
                break;
            default:
                throw new InvalidOperationException($"{expression.GetType().Name} is not for vectors");
        }
    }

    /// <summary>As <see cref="Push"/>, but a bit as the number 0 or 1.</summary>
    private void PushNumber(Expression e)
    {
        Push(e);
        if (e.Width == 1)
            vector.Mask(1);
    }

    private void Unary(Unary e)
    {
        Push(e.Operand);
        switch (e.Operator)
        {
            case UnaryOperator.Not:
                vector.CallApi(nameof(Vector512.OnesComplement), 1);
                if (e.Width > 1)
                    vector.Mask(e.Width);
                break;
            case UnaryOperator.ReduceAnd:
                vector.Constant(BitMasks.Of(e.Operand.Width));
                vector.CallApi(nameof(Vector512.Equals), 2);
                break;
            default:
                vector.Constant(0);
                vector.CallApi(nameof(Vector512.Equals), 2);
                vector.CallApi(nameof(Vector512.OnesComplement), 1);
                break;
        }
    }

    private void Binary(Binary e)
    {
        switch (e.Operator)
        {
            case BinaryOperator.And:
                Operands("op_BitwiseAnd");
                break;
            case BinaryOperator.Or:
                Operands("op_BitwiseOr");
                break;
            case BinaryOperator.Xor:
                Operands("op_ExclusiveOr");
                break;
            case BinaryOperator.Add or BinaryOperator.Subtract when e.Width == 1:
                Operands("op_ExclusiveOr");
                break;
            case BinaryOperator.Multiply when e.Width == 1:
                Operands("op_BitwiseAnd");
                break;
            case BinaryOperator.Add:
                Operands("op_Addition");
                vector.Mask(e.Width);
                break;
            case BinaryOperator.Subtract:
                Operands("op_Subtraction");
                vector.Mask(e.Width);
                break;
            case BinaryOperator.Multiply:
                Operands("op_Multiply");
                vector.Mask(e.Width);
                break;
            case BinaryOperator.Equal or BinaryOperator.NotEqual:
                Push(e.Left);
                Push(e.Right);
                vector.CallApi(nameof(Vector512.Equals), 2);
                if (e.Operator == BinaryOperator.NotEqual)
                    vector.CallApi(nameof(Vector512.OnesComplement), 1);
                break;
            case BinaryOperator.LessThan:
                Push(e.Left);
                Push(e.Right);
                vector.CallApi(nameof(Vector512.LessThan), 2);
                break;
            case BinaryOperator.LessThanSigned:
                ToTop(e.Left);
                ToTop(e.Right);
                vector.Call(nameof(VectorKernels.LessThanSigned));
                break;
            default:
                Shift(e);
                break;
        }

        void Operands(string operation)
        {
            Push(e.Left);
            Push(e.Right);
            vector.CallOperator(operation);
        }
    }

    private void Shift(Binary e)
    {
        switch (e.Operator)
        {
            case BinaryOperator.ShiftLeft:
                PushNumber(e.Left);
                PushNumber(e.Right);
                vector.CallOfSize("ShiftLeft");
                break;
            case BinaryOperator.ShiftRight:
                PushNumber(e.Left);
                PushNumber(e.Right);
                vector.CallOfSize("ShiftRight");
                break;
            default:
                ToTop(e.Left);
                vector.SignDown(plan.Container - e.Width);
                PushNumber(e.Right);
                vector.CallOfSize("ShiftRightArithmetic");
                break;
        }
        vector.Mask(e.Width);
        if (e.Width == 1)
            vector.ToMask();
    }

    private void Slice(Slice e)
    {
        PushNumber(e.Operand);
        vector.ShiftRight(e.Low);
        if (e.Low + e.Width < e.Operand.Width || e.Width == 1)
            vector.Mask(e.Width);
        if (e.Width == 1)
            vector.ToMask();
    }

    private void Concat(Concat e)
    {
        var low = e.Width;
        for (var i = 0; i < e.Parts.Count; i++)
        {
            low -= e.Parts[i].Width;
            PushNumber(e.Parts[i]);
            vector.ShiftLeft(low);
            if (i > 0)
                vector.CallOperator("op_BitwiseOr");
        }
    }

    private void ToTop(Expression e)
    {
        PushNumber(e);
        vector.ShiftLeft(plan.Container - e.Width);
    }
}
