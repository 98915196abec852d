using System.Reflection.Emit;
using System.Runtime.Intrinsics;
using Vta.Hdl.Ir;
using Vta.Hdl.Simulation.Kernels;

namespace Vta.Hdl.Simulation.Compile;

/// <content>Lanes that have a kernel of their own.</content>
internal sealed partial class MethodCompiler
{
    private bool TryMatrix(LaneMap map, WidePlace to)
    {
        if (!_useVectors)
            return false;
        if (MatrixPattern.VectorOfProducts(map, _lanes) is { } vector)
        {
            MatrixProducts(map, vector, to);
            return true;
        }
        if (MatrixPattern.ColumnsOfSums(map) is var columns and > 0)
        {
            MatrixSums(map, columns, to);
            return true;
        }
        return false;
    }

    private void MatrixProducts(LaneMap map, Expression vector, WidePlace to)
    {
        var (x, rows) = (InMemory(vector), Wide(map.Parameters[0].Vector));
        LoadAddress(to);
        LoadAddress(x);
        LoadAddress(rows);
        _il.Emit(OpCodes.Ldc_I4, map.Count);
        _il.Emit(OpCodes.Ldc_I4, map.Parameters[0].Width / 8);
        _il.Emit(OpCodes.Call, Kernel(typeof(MatrixKernels), nameof(MatrixKernels.Products)));
    }

    private void MatrixSums(LaneMap map, int columns, WidePlace to)
    {
        var rows = Wide(map.Parameters[0].Vector);
        var width = map.Body.Width;
        for (var first = 0; first < map.Count; first += MatrixKernels.Step)
        {
            LoadAddress(to.Plus(first * width / 8));
            LoadAddress(rows.Plus(first * columns * 2));
            _il.Emit(OpCodes.Ldc_I4, columns);
            _il.Emit(OpCodes.Call, Kernel(typeof(MatrixKernels), nameof(MatrixKernels.RowSums)));
            if (width == 32)
            {
                _il.Emit(OpCodes.Call, Kernel(typeof(VectorKernels), nameof(VectorKernels.Store)).MakeGenericMethod(typeof(uint)));
                continue;
            }
            Constant(MaskOf(width));
            _il.Emit(OpCodes.Call, Kernel(typeof(VectorKernels), nameof(VectorKernels.Fill)).MakeGenericMethod(typeof(uint)));
            _il.Emit(OpCodes.Call, typeof(Vector512<uint>).GetMethod("op_BitwiseAnd")!);
            StorePacked(width);
        }
    }
}
