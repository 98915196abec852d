using System.Reflection.Emit;
using System.Runtime.Intrinsics;
using Vta.Hdl.Ir;
using Vta.Hdl.Simulation.Kernels;
using Vta.Hdl.Simulation.Passes;

namespace Vta.Hdl.Simulation.Compile;

/// <summary>Lanes that have a kernel of their own.</summary>
internal sealed class MatrixCompiler(Emitter il, LaneVariables lanes, ValueCompiler values, PackedLanes packed)
{
    public bool TryInto(LaneMap map, WidePlace to)
    {
        if (MatrixPattern.VectorOfProducts(map, lanes) is { } vector)
        {
            Products(map, vector, to);
            return true;
        }
        if (MatrixPattern.ColumnsOfSums(map) is var columns and > 0)
        {
            Sums(map, columns, to);
            return true;
        }
        return false;
    }

    private void Products(LaneMap map, Expression vector, WidePlace to)
    {
        var (x, rows) = (values.InMemory(vector), values.Wide.Place(map.Parameters[0].Vector));
        il.LoadAddress(to);
        il.LoadAddress(x);
        il.LoadAddress(rows);
        il.Emit(OpCodes.Ldc_I4, map.Count);
        il.Emit(OpCodes.Ldc_I4, map.Parameters[0].Width / 8);
        il.Emit(OpCodes.Call, Emitter.Kernel(typeof(MatrixKernels), nameof(MatrixKernels.Products)));
    }

    private void Sums(LaneMap map, int columns, WidePlace to)
    {
        var rows = values.Wide.Place(map.Parameters[0].Vector);
        var width = map.Body.Width;
        for (var first = 0; first < map.Count; first += MatrixKernels.Step)
        {
            il.LoadAddress(to.Plus(first * width / 8));
            il.LoadAddress(rows.Plus(first * columns * 2));
            il.Emit(OpCodes.Ldc_I4, columns);
            il.Emit(OpCodes.Call, Emitter.Kernel(typeof(MatrixKernels), nameof(MatrixKernels.RowSums)));
            if (width == 32)
            {
                il.Emit(OpCodes.Call, Emitter.Kernel(typeof(VectorKernels), nameof(VectorKernels.Store)).MakeGenericMethod(typeof(uint)));
                continue;
            }
            il.Constant(BitMasks.Of(width));
            il.Emit(OpCodes.Call, Emitter.Kernel(typeof(VectorKernels), nameof(VectorKernels.Fill)).MakeGenericMethod(typeof(uint)));
            il.Emit(OpCodes.Call, typeof(Vector512<uint>).GetMethod("op_BitwiseAnd")!);
            packed.Store(width);
        }
    }
}
