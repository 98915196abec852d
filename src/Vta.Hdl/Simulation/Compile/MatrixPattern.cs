using System.Runtime.Intrinsics.X86;
using Vta.Hdl.Ir;
using Vta.Hdl.Simulation.Kernels;
using Vta.Hdl.Simulation.Passes;

namespace Vta.Hdl.Simulation.Compile;

/// <summary>Lanes in lanes that have a kernel of their own: the two stages of an int8 matrix multiplier.</summary>
internal static class MatrixPattern
{
    /// <summary>Rows · vector: signed bytes times signed bytes, 16 bits a product. Gives the vector, which is the same for all rows.</summary>
    public static Expression? VectorOfProducts(LaneMap rows, LaneVariables lanes)
    {
        if (rows is not { Parameters: [{ } row], Body: LaneMap { Parameters: [{ Width: 8 } x, { Width: 8 } y] } columns }
            || columns.Body is not Binary { Operator: BinaryOperator.Multiply, Width: 16, Left: Extend { Signed: true } a, Right: Extend { Signed: true } b }
            || !((a.Operand == x && b.Operand == y) || (a.Operand == y && b.Operand == x))
            || columns.Count % MatrixKernels.Step != 0)
        {
            return null;
        }
        var vector = x.Vector == row ? y.Vector : x.Vector;
        var isRow = x.Vector == row || y.Vector == row;
        return isRow && !lanes.Varies(vector, rows) ? vector : null;
    }

    /// <summary>Sums of rows of signed 16-bit numbers, sixteen rows at a time. Gives the number of columns, or zero.</summary>
    public static int ColumnsOfSums(LaneMap rows)
    {
        var isSum = Avx2.IsSupported && rows.Count % MatrixKernels.Step == 0
            && (rows.Body.Width == 32 || VectorPlan.IsPacked(rows.Body.Width, 32))
            && rows is { Parameters: [{ } row], Body: LaneReduce { Operator: BinaryOperator.Add, Vector: LaneMap { Parameters: [{ Width: 16 } x] } columns } }
            && x.Vector == row
            && columns.Body is Extend { Signed: true } e && e.Operand == x
            && columns.Count % MatrixKernels.Step == 0;
        return isSum ? rows.Parameters[0].Width / 16 : 0;
    }
}
