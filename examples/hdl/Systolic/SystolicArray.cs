using Vta.Hdl;
using static Vta.Hdl.Hw;

namespace HdlTutorial;

/// <summary>
/// A product of two matrices, a cell for each element of the result. In cycle k a column k of the left matrix comes, and row k of the right one, the first of them with
/// <see cref="First"/>; zeros come behind the last. Row i enters i cycles late, column j too, so that what belongs together meets; the last cell has its sum
/// <see cref="Latency"/> cycles after the last row and column came.
/// </summary>
/// <param name="size">Rows and columns.</param>
/// <param name="width">Bits of an element.</param>
/// <param name="sumWidth">Bits of a sum.</param>
public sealed class SystolicArray(int size, int width, int sumWidth) : Module
{
    public readonly Vec<SInt> Column = In(VecOf(size, SInt(width)));
    public readonly Vec<SInt> Row = In(VecOf(size, SInt(width)));
    public readonly Bool First = In();

    /// <summary>Row by row.</summary>
    public readonly Vec<SInt> Product = Out(VecOf(size * size, SInt(sumWidth)));

    /// <summary>Cycles from the last row and column to the product.</summary>
    public int Latency => (2 * size) - 1;

    protected override void Build()
    {
        Require(size >= 2);
        Parameter("size", size);
        var cells = new SystolicCell[size, size];
        for (var i = 0; i < size; i++)
        {
            for (var j = 0; j < size; j++)
            {
                var cell = cells[i, j] = Instance(new SystolicCell(width, sumWidth), $"cell_{i}_{j}");
                cell.Left.Set(j == 0 ? Delayed(Column[i], i) : cells[i, j - 1].Right);
                cell.Top.Set(i == 0 ? Delayed(Row[j], j) : cells[i - 1, j].Bottom);
                cell.First.Set(j == 0 ? DelayedBit(First, i) : cells[i, j - 1].FirstOut);
                Product[(i * size) + j].Set(cell.Sum);
            }
        }

        var corner = cells[size - 1, size - 1];
        Assert(corner.First == DelayedBit(First, 2 * (size - 1)), "a product begins in the last cell when its first elements get there");
        Cover(corner.Sum == 3, "a sum gets there");
    }

    private static SInt Delayed(SInt value, int cycles) => cycles == 0 ? value : Delayed(RegNext(value, "late"), cycles - 1);

    private static Bool DelayedBit(Bool value, int cycles) => cycles == 0 ? value : DelayedBit(RegNextReset(value, "late_first"), cycles - 1);
}
