using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Vta.Hdl.Simulation.Kernels;

/// <summary>The two halves of a matrix times a vector of bytes: all products, and the sums of rows of products.</summary>
internal static unsafe class MatrixKernels
{
    /// <summary>Elements that an instruction takes.</summary>
    public const int Step = 16;

    /// <summary>Products of a vector with each row of a matrix of signed bytes; 16 bits each.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Products(byte* to, byte* vector, byte* matrix, int rows, int columns)
    {
        for (var column = 0; column < columns; column += Step)
        {
            var x = Vector256.WidenLower(Vector128.Load((sbyte*)vector + column).ToVector256Unsafe());
            for (var row = 0; row < rows; row++)
            {
                var y = Vector256.WidenLower(Vector128.Load((sbyte*)matrix + (row * columns) + column).ToVector256Unsafe());
                (x * y).Store((short*)to + (row * columns) + column);
            }
        }
    }

    /// <summary>Sums of each row of 16 rows of signed 16-bit numbers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<uint> RowSums(byte* from, int columns)
    {
        var low = EightSums((short*)from, columns);
        var high = EightSums((short*)from + (8 * columns), columns);
        return Vector512.Create(low, high).AsUInt32();
    }

    private static Vector256<int> EightSums(short* from, int columns)
    {
        var ab = Avx2.HorizontalAdd(PartialSums(from, columns), PartialSums(from + columns, columns));
        var cd = Avx2.HorizontalAdd(PartialSums(from + (2 * columns), columns), PartialSums(from + (3 * columns), columns));
        var ef = Avx2.HorizontalAdd(PartialSums(from + (4 * columns), columns), PartialSums(from + (5 * columns), columns));
        var gh = Avx2.HorizontalAdd(PartialSums(from + (6 * columns), columns), PartialSums(from + (7 * columns), columns));
        var abcd = Avx2.HorizontalAdd(ab, cd);
        var efgh = Avx2.HorizontalAdd(ef, gh);
        return Vector256.Create(abcd.GetLower() + abcd.GetUpper(), efgh.GetLower() + efgh.GetUpper());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> PartialSums(short* row, int columns)
    {
        var sums = Avx2.MultiplyAddAdjacent(Vector256.Load(row), Vector256<short>.One);
        for (var column = Step; column < columns; column += Step)
            sums += Avx2.MultiplyAddAdjacent(Vector256.Load(row + column), Vector256<short>.One);
        return sums;
    }
}
