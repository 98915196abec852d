using System.Reflection.Emit;
using Vta.Hdl.Ir;
using Vta.Hdl.Simulation.Kernels;
using Vta.Hdl.Simulation.Layout;
using Vta.Hdl.Simulation.Passes;

namespace Vta.Hdl.Simulation.Compile;

/// <summary>
/// Lanes, one after the other in a loop: for any width and any body. What vectors and matrices can do is left to them, where there are
/// such.
/// </summary>
internal sealed class LaneCompiler(
    Emitter il, StateLayout layout, LaneVariables lanes, ValueCompiler values, VectorCompiler? vectors, MatrixCompiler? matrices)
{
    private readonly LaneLoops _loops = new(il, layout, lanes, values);

    public void Push(LaneMap map)
    {
        var all = il.DeclareLocal(typeof(ulong));
        il.Constant(0);
        il.Emit(OpCodes.Stloc, all);
        if (vectors?.TryStore(map, default, (first, _) =>
        {
            il.Emit(OpCodes.Ldc_I4, first);
            il.Emit(OpCodes.Shl);
            il.Emit(OpCodes.Ldloc, all);
            il.Emit(OpCodes.Or);
            il.Emit(OpCodes.Stloc, all);
        }) == true)
        {
            il.Emit(OpCodes.Ldloc, all);
            return;
        }
        _loops.Each(map, lane =>
        {
            values.Narrow.Push(map.Body);
            if (map.Count > 1)
            {
                il.Emit(OpCodes.Ldloc, lane);
                il.Emit(OpCodes.Ldc_I4, map.Body.Width);
                il.Emit(OpCodes.Mul);
                il.Emit(OpCodes.Shl);
            }
            il.Emit(OpCodes.Ldloc, all);
            il.Emit(OpCodes.Or);
            il.Emit(OpCodes.Stloc, all);
        });
        il.Emit(OpCodes.Ldloc, all);
    }

    public void Into(LaneMap map, WidePlace to)
    {
        var width = map.Body.Width;
        if (map.Width % 64 != 0 || width is not (8 or 16 or 32 or 64 or > 64))
            il.Clear(to, map.Width);
        if (matrices?.TryInto(map, to) == true)
            return;
        if (vectors?.TryStore(map, to, (first, lanes) =>
        {
            var bits = il.DeclareLocal(typeof(ulong));
            il.Emit(OpCodes.Stloc, bits);
            il.LoadAddress(to.Plus(first / 8));
            il.Emit(OpCodes.Ldloc, bits);
            il.StoreElement(lanes);
        }) == true)
        {
            return;
        }
        _loops.Each(map, lane =>
        {
            if (width > 64)
            {
                Insert(map, lane, to);
                return;
            }
            var value = values.LocalOf(map.Body);
            if (width is 8 or 16 or 32 or 64)
            {
                il.LoadAddress(to);
                il.Emit(OpCodes.Ldloc, lane);
                il.Emit(OpCodes.Ldc_I4, width / 8);
                il.Emit(OpCodes.Mul);
                il.Emit(OpCodes.Add);
                il.Emit(OpCodes.Ldloc, value);
                il.StoreElement(width);
                return;
            }
            il.LoadAddress(to);
            il.Emit(OpCodes.Ldloc, lane);
            il.Emit(OpCodes.Ldc_I4, width);
            il.Emit(OpCodes.Mul);
            il.Emit(OpCodes.Ldloc, value);
            il.Emit(OpCodes.Ldc_I4, width);
            il.CallWide(nameof(WideKernels.Insert));
        });
    }

    public void PushReduced(LaneReduce e)
    {
        var source = e.Vector is LaneMap lanes && lanes.Body.Width == e.Width && !values.Known.Knows(lanes) ? lanes : null;
        if (source is not null && e.Operator == BinaryOperator.Add && vectors?.TrySum(source) == true)
        {
            il.Mask(e.Width);
            return;
        }
        var result = il.DeclareLocal(typeof(ulong));
        il.Constant(e.Operator == BinaryOperator.And ? BitMasks.Of(e.Width) : 0);
        il.Emit(OpCodes.Stloc, result);
        if (source is not null)
        {
            _loops.Each(source, _ => Accumulate(() => values.Narrow.Push(source.Body)));
        }
        else
        {
            var vector = values.VectorOf(e.Vector, e.Width);
            il.Loop(e.Count, lane => Accumulate(() => _loops.Load(vector, lane)));
        }
        il.Emit(OpCodes.Ldloc, result);
        il.Mask(e.Width);

        void Accumulate(Action element)
        {
            element();
            il.Emit(OpCodes.Ldloc, result);
            il.Emit(e.Operator switch
            {
                BinaryOperator.Add => OpCodes.Add,
                BinaryOperator.And => OpCodes.And,
                BinaryOperator.Or => OpCodes.Or,
                BinaryOperator.Xor => OpCodes.Xor,
                _ => throw new InvalidOperationException($"{e.Operator} does not join lanes"),
            });
            il.Emit(OpCodes.Stloc, result);
        }
    }

    public void ReduceInto(LaneReduce e, WidePlace to)
    {
        var vector = values.VectorOf(e.Vector, e.Width);
        il.Clear(to, e.Width);
        if (e.Operator == BinaryOperator.And)
            il.Kernel2(nameof(WideKernels.Not), to, to, e.Width);
        il.Loop(e.Count, lane => il.Kernel3(WideCompiler.KernelOf(e.Operator), to, to, _loops.Place(vector, lane), e.Width));
    }

    private void Insert(LaneMap map, LocalBuilder lane, WidePlace to)
    {
        var width = map.Body.Width;
        if (width % 64 == 0)
        {
            var target = il.DeclareLocal(typeof(byte*));
            il.LoadAddress(to);
            il.Emit(OpCodes.Ldloc, lane);
            il.Emit(OpCodes.Ldc_I4, width / 8);
            il.Emit(OpCodes.Mul);
            il.Emit(OpCodes.Add);
            il.Emit(OpCodes.Stloc, target);
            values.Wide.Into(map.Body, new(target, 0));
            return;
        }
        var value = values.Wide.Place(map.Body);
        il.LoadAddress(to);
        il.Emit(OpCodes.Ldloc, lane);
        il.Emit(OpCodes.Ldc_I4, width);
        il.Emit(OpCodes.Mul);
        il.LoadAddress(value);
        il.Emit(OpCodes.Ldc_I4, width);
        il.CallWide(nameof(WideKernels.InsertBits));
    }
}
