using System.Reflection.Emit;
using Vta.Hdl.Ir;
using Vta.Hdl.Simulation.Kernels;

namespace Vta.Hdl.Simulation.Compile;

/// <content>Lanes, one after the other in a loop: for any width and any body.</content>
internal sealed partial class MethodCompiler
{
    private void NarrowLanes(LaneMap map)
    {
        var all = _il.DeclareLocal(typeof(ulong));
        Constant(0);
        _il.Emit(OpCodes.Stloc, all);
        if (TryVectorLanes(map, default, (first, _) =>
        {
            _il.Emit(OpCodes.Ldc_I4, first);
            _il.Emit(OpCodes.Shl);
            _il.Emit(OpCodes.Ldloc, all);
            _il.Emit(OpCodes.Or);
            _il.Emit(OpCodes.Stloc, all);
        }))
        {
            _il.Emit(OpCodes.Ldloc, all);
            return;
        }
        LaneLoop(map, lane =>
        {
            Narrow(map.Body);
            if (map.Count > 1)
            {
                _il.Emit(OpCodes.Ldloc, lane);
                _il.Emit(OpCodes.Ldc_I4, map.Body.Width);
                _il.Emit(OpCodes.Mul);
                _il.Emit(OpCodes.Shl);
            }
            _il.Emit(OpCodes.Ldloc, all);
            _il.Emit(OpCodes.Or);
            _il.Emit(OpCodes.Stloc, all);
        });
        _il.Emit(OpCodes.Ldloc, all);
    }

    private void WideLanes(LaneMap map, WidePlace to)
    {
        var width = map.Body.Width;
        if (map.Width % 64 != 0 || width is not (8 or 16 or 32 or 64 or > 64))
            Clear(to, map.Width);
        if (TryMatrix(map, to))
            return;
        if (TryVectorLanes(map, to, (first, lanes) =>
        {
            var bits = _il.DeclareLocal(typeof(ulong));
            _il.Emit(OpCodes.Stloc, bits);
            LoadAddress(to.Plus(first / 8));
            _il.Emit(OpCodes.Ldloc, bits);
            StoreElement(lanes);
        }))
        {
            return;
        }
        LaneLoop(map, lane =>
        {
            if (width > 64)
            {
                WideLane(map, lane, to);
                return;
            }
            var value = LocalOf(map.Body);
            if (width is 8 or 16 or 32 or 64)
            {
                LoadAddress(to);
                _il.Emit(OpCodes.Ldloc, lane);
                _il.Emit(OpCodes.Ldc_I4, width / 8);
                _il.Emit(OpCodes.Mul);
                _il.Emit(OpCodes.Add);
                _il.Emit(OpCodes.Ldloc, value);
                StoreElement(width);
                return;
            }
            LoadAddress(to);
            _il.Emit(OpCodes.Ldloc, lane);
            _il.Emit(OpCodes.Ldc_I4, width);
            _il.Emit(OpCodes.Mul);
            _il.Emit(OpCodes.Ldloc, value);
            _il.Emit(OpCodes.Ldc_I4, width);
            CallWide(nameof(WideKernels.Insert));
        });
    }

    private void WideLane(LaneMap map, LocalBuilder lane, WidePlace to)
    {
        var width = map.Body.Width;
        if (width % 64 == 0)
        {
            var target = _il.DeclareLocal(typeof(byte*));
            LoadAddress(to);
            _il.Emit(OpCodes.Ldloc, lane);
            _il.Emit(OpCodes.Ldc_I4, width / 8);
            _il.Emit(OpCodes.Mul);
            _il.Emit(OpCodes.Add);
            _il.Emit(OpCodes.Stloc, target);
            WideInto(map.Body, new(target, 0));
            return;
        }
        var value = Wide(map.Body);
        LoadAddress(to);
        _il.Emit(OpCodes.Ldloc, lane);
        _il.Emit(OpCodes.Ldc_I4, width);
        _il.Emit(OpCodes.Mul);
        LoadAddress(value);
        _il.Emit(OpCodes.Ldc_I4, width);
        CallWide(nameof(WideKernels.InsertBits));
    }

    private void NarrowReduce(LaneReduce e)
    {
        var source = e.Vector is LaneMap lanes && lanes.Body.Width == e.Width && !_scope.Knows(lanes) ? lanes : null;
        if (source is not null && e.Operator == BinaryOperator.Add && TryVectorSum(source))
        {
            Mask(e.Width);
            return;
        }
        var result = _il.DeclareLocal(typeof(ulong));
        Constant(e.Operator == BinaryOperator.And ? MaskOf(e.Width) : 0);
        _il.Emit(OpCodes.Stloc, result);
        if (source is not null)
        {
            LaneLoop(source, _ => Accumulate(() => Narrow(source.Body)));
        }
        else
        {
            var vector = VectorOf(e.Vector, e.Width);
            Loop(e.Count, lane => Accumulate(() => LoadLane(vector, lane)));
        }
        _il.Emit(OpCodes.Ldloc, result);
        Mask(e.Width);

        void Accumulate(Action element)
        {
            element();
            _il.Emit(OpCodes.Ldloc, result);
            _il.Emit(e.Operator switch
            {
                BinaryOperator.Add => OpCodes.Add,
                BinaryOperator.And => OpCodes.And,
                BinaryOperator.Or => OpCodes.Or,
                BinaryOperator.Xor => OpCodes.Xor,
                _ => throw new InvalidOperationException($"{e.Operator} does not join lanes"),
            });
            _il.Emit(OpCodes.Stloc, result);
        }
    }

    private void WideReduce(LaneReduce e, WidePlace to)
    {
        var vector = VectorOf(e.Vector, e.Width);
        Clear(to, e.Width);
        if (e.Operator == BinaryOperator.And)
            Kernel2(nameof(WideKernels.Not), to, to, e.Width);
        Loop(e.Count, lane => Kernel3(KernelOf(e.Operator), to, to, LanePlace(vector, lane), e.Width));
    }

    /// <summary>Runs the body once for each lane, with the lane's parameters known.</summary>
    private void LaneLoop(LaneMap map, Action<LocalBuilder> body)
    {
        var vectors = map.Parameters.Select(p => (Parameter: p, Vector: VectorOf(p.Vector, p.Width))).ToArray();
        foreach (var invariant in _lanes.OperandsOf(map).Skip(map.Parameters.Count).Where(e => e is not Literal))
            Let(invariant);
        Loop(map.Count, lane =>
        {
            _scope.Open();
            foreach (var (parameter, vector) in vectors)
            {
                if (parameter.Width > 64)
                {
                    _scope.Add(parameter, LanePlace(vector, lane));
                    continue;
                }
                var local = _il.DeclareLocal(typeof(ulong));
                LoadLane(vector, lane);
                _il.Emit(OpCodes.Stloc, local);
                _scope.Add(parameter, local);
            }
            var index = _il.DeclareLocal(typeof(ulong));
            _il.Emit(OpCodes.Ldloc, lane);
            _il.Emit(OpCodes.Conv_U8);
            _il.Emit(OpCodes.Stloc, index);
            _scope.Add(map.Index, index);
            LetShared([map.Body], map);
            body(lane);
            _scope.Close();
        });
    }

    private void Loop(int count, Action<LocalBuilder> body)
    {
        var lane = _il.DeclareLocal(typeof(int));
        var top = _il.DefineLabel();
        _il.Emit(OpCodes.Ldc_I4_0);
        _il.Emit(OpCodes.Stloc, lane);
        _il.MarkLabel(top);
        body(lane);
        _il.Emit(OpCodes.Ldloc, lane);
        _il.Emit(OpCodes.Ldc_I4_1);
        _il.Emit(OpCodes.Add);
        _il.Emit(OpCodes.Stloc, lane);
        _il.Emit(OpCodes.Ldloc, lane);
        _il.Emit(OpCodes.Ldc_I4, count);
        _il.Emit(OpCodes.Blt, top);
    }

    private LaneVector VectorOf(Expression vector, int elementWidth) => vector.Width > 64
        ? new(Wide(vector), null, elementWidth)
        : new(default, LocalOf(vector), elementWidth);

    /// <summary>Puts this lane's element on the stack.</summary>
    private void LoadLane(LaneVector vector, LocalBuilder lane)
    {
        var width = vector.ElementWidth;
        if (vector.Narrow is { } bits)
        {
            _il.Emit(OpCodes.Ldloc, bits);
            _il.Emit(OpCodes.Ldloc, lane);
            _il.Emit(OpCodes.Ldc_I4, width);
            _il.Emit(OpCodes.Mul);
            _il.Emit(OpCodes.Shr_Un);
            Mask(width);
            return;
        }
        LoadAddress(vector.Place);
        _il.Emit(OpCodes.Ldloc, lane);
        if (width is 8 or 16 or 32 or 64)
        {
            _il.Emit(OpCodes.Ldc_I4, width / 8);
            _il.Emit(OpCodes.Mul);
            _il.Emit(OpCodes.Add);
            LoadElement(width);
            return;
        }
        _il.Emit(OpCodes.Ldc_I4, width);
        _il.Emit(OpCodes.Mul);
        _il.Emit(OpCodes.Ldc_I4, width);
        CallWide(nameof(WideKernels.Extract));
    }

    private WidePlace LanePlace(LaneVector vector, LocalBuilder lane)
    {
        var width = vector.ElementWidth;
        if (width % 8 != 0)
        {
            var scratch = new WidePlace(null, _layout.Scratch(width).Offset);
            LoadAddress(scratch);
            LoadAddress(vector.Place);
            _il.Emit(OpCodes.Ldloc, lane);
            _il.Emit(OpCodes.Ldc_I4, width);
            _il.Emit(OpCodes.Mul);
            _il.Emit(OpCodes.Ldc_I4, width);
            CallWide(nameof(WideKernels.CopyBits));
            return scratch;
        }
        var element = _il.DeclareLocal(typeof(byte*));
        LoadAddress(vector.Place);
        _il.Emit(OpCodes.Ldloc, lane);
        _il.Emit(OpCodes.Ldc_I4, width / 8);
        _il.Emit(OpCodes.Mul);
        _il.Emit(OpCodes.Add);
        _il.Emit(OpCodes.Stloc, element);
        return new(element, 0);
    }

    /// <summary>A vector whose elements a loop reads: wide, or in a local.</summary>
    private readonly record struct LaneVector(WidePlace Place, LocalBuilder? Narrow, int ElementWidth);
}
