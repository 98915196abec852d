using System.Numerics;
using Vta.Compiler.Tensors;

namespace Vta.Compiler.Operators.Convolution;

/// <summary>The product of two matrices on the processor, in vectors along the columns of the second one.</summary>
internal static class VectorProduct
{
    // Rows, and vectors of columns, that are summed up at a time, in registers.
    private const int RowStep = 4;
    private const int Vectors = 2;

    private static int ColumnStep => Vectors * Vector<int>.Count;

    /// <summary>Rows that the product has room for, where some are needed.</summary>
    internal static int Rows(int needed) => BlockedLayout.Blocks(needed, RowStep) * RowStep;

    /// <summary>Columns that the product has room for, where some are needed.</summary>
    internal static int Columns(int needed) => BlockedLayout.Blocks(needed, ColumnStep) * ColumnStep;

    /// <summary>sums[row, column] = Σ left[product, row] · right[product, column], with as many rows and columns as there is room for.</summary>
    internal static void Multiply(int[] left, int rows, int[] right, int columns, int[] sums)
    {
        for (var column = 0; column < columns; column += ColumnStep)
        {
            for (var row = 0; row < rows; row += RowStep)
            {
                Vector<int> a0 = default, a1 = default, b0 = default, b1 = default, c0 = default, c1 = default, d0 = default, d1 = default;
                for (int first = row, second = column; first < left.Length; first += rows, second += columns)
                {
                    var (w0, w1) = (new Vector<int>(right, second), new Vector<int>(right, second + Vector<int>.Count));
                    var (a, b, c, d) = (left[first], left[first + 1], left[first + 2], left[first + 3]);
                    (a0, a1) = (a0 + w0 * a, a1 + w1 * a);
                    (b0, b1) = (b0 + w0 * b, b1 + w1 * b);
                    (c0, c1) = (c0 + w0 * c, c1 + w1 * c);
                    (d0, d1) = (d0 + w0 * d, d1 + w1 * d);
                }
                Store(a0, a1, row);
                Store(b0, b1, row + 1);
                Store(c0, c1, row + 2);
                Store(d0, d1, row + 3);

                void Store(Vector<int> first, Vector<int> second, int target)
                {
                    first.CopyTo(sums, target * columns + column);
                    second.CopyTo(sums, target * columns + column + Vector<int>.Count);
                }
            }
        }
    }
}
