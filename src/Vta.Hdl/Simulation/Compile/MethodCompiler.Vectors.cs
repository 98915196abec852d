using System.Numerics;
using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.Intrinsics;
using Vta.Hdl.Ir;
using Vta.Hdl.Simulation.Kernels;

namespace Vta.Hdl.Simulation.Compile;

/// <content>Lanes as vectors: a bit that varies is a mask of all ones or zeros, other values stand in containers with zeros above their width.</content>
internal sealed partial class MethodCompiler
{
    private VectorPlan? _plan;
    private Dictionary<Expression, LocalBuilder> _vectors = new(ReferenceEqualityComparer.Instance);

    private VectorPlan Plan => _plan ?? throw new InvalidOperationException("no vectors here");

    private Type VectorType => typeof(Vector512<>).MakeGenericType(Plan.Element);

    /// <summary>
    /// Stores the lanes of a map; false where it is not for vectors. Where a lane has one bit, those of a vector are left on the stack, and
    /// <paramref name="storeBits"/> is told the first lane and how many there are.
    /// </summary>
    private bool TryVectorLanes(LaneMap map, WidePlace to, Action<int, int> storeBits)
    {
        if (!_useVectors || VectorPlan.For(map, _lanes, storesLanes: true) is not { } plan || (map.Body.Width > 1 && map.Width <= 64))
            return false;
        EachVector(plan, first =>
        {
            if (map.Body.Width == 1)
            {
                Vector(map.Body);
                CallVector(nameof(VectorKernels.Gather));
                storeBits(first, plan.LanesAtOnce);
                return;
            }
            StoreLanes(map.Body, to, first);
        });
        return true;
    }

    /// <summary>Puts the sum of all lanes of a map on the stack; false where it is not for vectors.</summary>
    private bool TryVectorSum(LaneMap map)
    {
        if (!_useVectors || map.Body.Width == 1 || VectorPlan.For(map, _lanes, storesLanes: false) is not { } plan)
            return false;
        LocalBuilder? sum = null;
        EachVector(plan, _ =>
        {
            Vector(map.Body);
            if (sum is null)
            {
                sum = _il.DeclareLocal(VectorType);
            }
            else
            {
                _il.Emit(OpCodes.Ldloc, sum);
                CallOperator("op_Addition");
            }
            _il.Emit(OpCodes.Stloc, sum);
        });
        _plan = plan;
        _il.Emit(OpCodes.Ldloc, sum!);
        CallVector(nameof(VectorKernels.Sum));
        _plan = null;
        return true;
    }

    private void EachVector(VectorPlan plan, Action<int> body)
    {
        var map = plan.Map;
        var sources = map.Parameters.Select(p => (Parameter: p, Vector: p.Width == 1 ? VectorOf(p.Vector, 1) : new LaneVector(InMemory(p.Vector), null, p.Width))).ToArray();
        foreach (var invariant in _lanes.OperandsOf(map).Skip(map.Parameters.Count).Where(e => e is not Literal))
            Let(invariant);
        var (outerPlan, outerVectors) = (_plan, _vectors);
        _plan = plan;
        for (var i = 0; i < plan.Vectors; i++)
        {
            _vectors = new(ReferenceEqualityComparer.Instance);
            var first = i * plan.LanesAtOnce;
            foreach (var (parameter, vector) in sources)
                LetVector(parameter, () => LoadLanes(parameter.Width, vector, first));
            LetVector(map.Index, () =>
            {
                Constant((ulong)first);
                CallVector(nameof(VectorKernels.Numbers));
            });
            foreach (var e in ExpressionGraph.PostOrder([map.Body]).Where(e => _lanes.Varies(e, map) && !_vectors.ContainsKey(e)))
                LetVector(e, () => VectorNode(e));
            body(first);
        }
        (_plan, _vectors) = (outerPlan, outerVectors);
    }

    private void LetVector(Expression e, Action value)
    {
        var local = _il.DeclareLocal(VectorType);
        value();
        _il.Emit(OpCodes.Stloc, local);
        _vectors[e] = local;
    }

    /// <summary>Puts a value of all lanes on the stack.</summary>
    private void Vector(Expression e)
    {
        if (_vectors.TryGetValue(e, out var local))
        {
            _il.Emit(OpCodes.Ldloc, local);
            return;
        }
        Narrow(e);
        if (e.Width == 1)
            _il.Emit(OpCodes.Neg);
        CallVector(nameof(VectorKernels.Fill));
    }

    /// <summary>As <see cref="Vector"/>, but a bit as the number 0 or 1.</summary>
    private void VectorNumber(Expression e)
    {
        Vector(e);
        if (e.Width == 1)
            VectorMask(1);
    }

    private void VectorNode(Expression expression)
    {
        switch (expression)
        {
            case Unary e:
                VectorUnary(e);
                break;
            case Binary e:
                VectorBinary(e);
                break;
            case Mux e:
                Vector(e.Condition);
                Vector(e.WhenTrue);
                Vector(e.WhenFalse);
                CallApi(nameof(Vector512.ConditionalSelect), 3);
                break;
            case Slice e:
                VectorSlice(e);
                break;
            case Concat e:
                VectorConcat(e);
                break;
            case Extend e:
                VectorNumber(e.Operand);
                if (e.Signed)
                    VectorExtendSign(e.Operand.Width, e.Width);
                break;
            default:
                throw new InvalidOperationException($"{expression.GetType().Name} is not for vectors");
        }
    }

    private void VectorUnary(Unary e)
    {
        Vector(e.Operand);
        switch (e.Operator)
        {
            case UnaryOperator.Not:
                CallApi(nameof(Vector512.OnesComplement), 1);
                if (e.Width > 1)
                    VectorMask(e.Width);
                break;
            case UnaryOperator.ReduceAnd:
                VectorConstant(MaskOf(e.Operand.Width));
                CallApi(nameof(Vector512.Equals), 2);
                break;
            default:
                VectorConstant(0);
                CallApi(nameof(Vector512.Equals), 2);
                CallApi(nameof(Vector512.OnesComplement), 1);
                break;
        }
    }

    private void VectorBinary(Binary e)
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
                VectorMask(e.Width);
                break;
            case BinaryOperator.Subtract:
                Operands("op_Subtraction");
                VectorMask(e.Width);
                break;
            case BinaryOperator.Multiply:
                Vector(e.Left);
                Vector(e.Right);
                _il.Emit(OpCodes.Call, VectorType.GetMethod("op_Multiply", [VectorType, VectorType])!);
                VectorMask(e.Width);
                break;
            case BinaryOperator.Equal or BinaryOperator.NotEqual:
                Vector(e.Left);
                Vector(e.Right);
                CallApi(nameof(Vector512.Equals), 2);
                if (e.Operator == BinaryOperator.NotEqual)
                    CallApi(nameof(Vector512.OnesComplement), 1);
                break;
            case BinaryOperator.LessThan:
                Vector(e.Left);
                Vector(e.Right);
                CallApi(nameof(Vector512.LessThan), 2);
                break;
            case BinaryOperator.LessThanSigned:
                VectorToTop(e.Left);
                VectorToTop(e.Right);
                CallVector(nameof(VectorKernels.LessThanSigned));
                break;
            default:
                VectorShift(e);
                break;
        }

        void Operands(string operation)
        {
            Vector(e.Left);
            Vector(e.Right);
            CallOperator(operation);
        }
    }

    private void VectorShift(Binary e)
    {
        switch (e.Operator)
        {
            case BinaryOperator.ShiftLeft:
                VectorNumber(e.Left);
                VectorNumber(e.Right);
                CallVectorOfSize("ShiftLeft");
                break;
            case BinaryOperator.ShiftRight:
                VectorNumber(e.Left);
                VectorNumber(e.Right);
                CallVectorOfSize("ShiftRight");
                break;
            default:
                VectorToTop(e.Left);
                SignDown(Plan.Container - e.Width);
                VectorNumber(e.Right);
                CallVectorOfSize("ShiftRightArithmetic");
                break;
        }
        VectorMask(e.Width);
        if (e.Width == 1)
            VectorBit();
    }

    private void VectorSlice(Slice e)
    {
        VectorNumber(e.Operand);
        ShiftRight(e.Low);
        if (e.Low + e.Width < e.Operand.Width || e.Width == 1)
            VectorMask(e.Width);
        if (e.Width == 1)
            VectorBit();
    }

    private void VectorConcat(Concat e)
    {
        var low = e.Width;
        for (var i = 0; i < e.Parts.Count; i++)
        {
            low -= e.Parts[i].Width;
            VectorNumber(e.Parts[i]);
            ShiftLeft(low);
            if (i > 0)
                CallOperator("op_BitwiseOr");
        }
    }

    /// <summary>The number 0 or 1 on the stack as a mask.</summary>
    private void VectorBit()
    {
        VectorConstant(1);
        CallApi(nameof(Vector512.Equals), 2);
    }

    private void VectorExtendSign(int from, int width)
    {
        ShiftLeft(Plan.Container - from);
        SignDown(Plan.Container - from);
        VectorMask(width);
    }

    private void VectorToTop(Expression e)
    {
        VectorNumber(e);
        ShiftLeft(Plan.Container - e.Width);
    }

    private void SignDown(int amount)
    {
        if (amount == 0)
            return;
        _il.Emit(OpCodes.Ldc_I4, amount);
        CallVector(nameof(VectorKernels.SignDown));
    }

    private void ShiftLeft(int amount)
    {
        if (amount == 0)
            return;
        _il.Emit(OpCodes.Ldc_I4, amount);
        _il.Emit(OpCodes.Call, VectorType.GetMethod("op_LeftShift")!);
    }

    private void ShiftRight(int amount)
    {
        if (amount == 0)
            return;
        _il.Emit(OpCodes.Ldc_I4, amount);
        _il.Emit(OpCodes.Call, VectorType.GetMethod("op_UnsignedRightShift")!);
    }

    private void VectorMask(int width)
    {
        if (width >= Plan.Container)
            return;
        VectorConstant(MaskOf(width));
        CallOperator("op_BitwiseAnd");
    }

    private void VectorConstant(ulong value)
    {
        Constant(value);
        CallVector(nameof(VectorKernels.Fill));
    }

    private void LoadLanes(int width, LaneVector vector, int first)
    {
        if (width == 1)
        {
            if (vector.Narrow is { } bits)
            {
                _il.Emit(OpCodes.Ldloc, bits);
                _il.Emit(OpCodes.Ldc_I4, first);
                _il.Emit(OpCodes.Shr_Un);
            }
            else
            {
                LoadBits(vector.Place, first, Plan.LanesAtOnce);
            }
            _il.Emit(OpCodes.Call, Kernel(typeof(VectorKernels), $"Spread{Plan.Container}"));
            return;
        }
        LoadAddress(vector.Place.Plus(first * width / 8));
        if (VectorPlan.IsPacked(width, Plan.Container))
        {
            LoadAddress(Table(VectorTables.Unpack(width)));
            _il.Emit(OpCodes.Ldc_I4, unchecked((int)(uint)MaskOf(width)));
            CallKernel(nameof(VectorKernels.Unpack));
        }
        else if (width == Plan.Container)
        {
            CallVector(nameof(VectorKernels.Load));
        }
        else
        {
            CallKernel($"Load{width}To{Plan.Container}");
        }
    }

    private void StoreLanes(Expression lanes, WidePlace to, int first)
    {
        var width = lanes.Width;
        LoadAddress(to.Plus(first * width / 8));
        Vector(lanes);
        if (VectorPlan.IsPacked(width, Plan.Container))
        {
            StorePacked(width);
        }
        else if (width == Plan.Container)
        {
            CallVector(nameof(VectorKernels.Store));
        }
        else
        {
            CallKernel($"Store{Plan.Container}To{width}");
        }
    }

    /// <summary>Stores sixteen lanes, on the stack above the address, side by side.</summary>
    private void StorePacked(int width)
    {
        var lanes = _il.DeclareLocal(typeof(Vector512<byte>));
        LoadAddress(Table(VectorTables.Shifts(width)));
        CallKernel(nameof(VectorKernels.ToBytes));
        _il.Emit(OpCodes.Stloc, lanes);
        var tables = VectorTables.Places(width);
        for (var i = 0; i < tables.Length; i++)
        {
            _il.Emit(OpCodes.Ldloc, lanes);
            LoadAddress(Table(tables[i]));
            CallKernel(nameof(VectorKernels.Place));
            if (i > 0)
                _il.Emit(OpCodes.Call, typeof(Vector512<byte>).GetMethod("op_BitwiseOr")!);
        }
        _il.Emit(OpCodes.Ldc_I4, VectorTables.Lanes * width / 8);
        CallKernel(nameof(VectorKernels.StoreBytes));
    }

    private WidePlace Table(byte[] table) => new(null, _layout.Constant(new BigInteger(table, isUnsigned: true), table.Length * 8).Offset);

    private void CallVectorOfSize(string kernel) => CallKernel($"{kernel}{Plan.Container}");

    private void CallVector(string kernel) =>
        _il.Emit(OpCodes.Call, Kernel(typeof(VectorKernels), kernel).MakeGenericMethod(Plan.Element));

    private void CallKernel(string kernel) => _il.Emit(OpCodes.Call, Kernel(typeof(VectorKernels), kernel));

    private void CallOperator(string name) => _il.Emit(OpCodes.Call, VectorType.GetMethod(name, [VectorType, VectorType])!);

    private void CallApi(string name, int operands)
    {
        var method = typeof(Vector512).GetMethods(BindingFlags.Public | BindingFlags.Static)
            .Single(m => m.Name == name && m.IsGenericMethodDefinition && m.GetParameters().Length == operands);
        _il.Emit(OpCodes.Call, method.MakeGenericMethod(Plan.Element));
    }
}
