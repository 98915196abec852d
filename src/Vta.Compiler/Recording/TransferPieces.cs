using Vta.Compiler.Commands;

namespace Vta.Compiler.Recording;

/// <summary>Cuts transfers that are too large for the fields of one instruction: into fewer rows, single rows, or parts of rows.</summary>
internal static class TransferPieces
{
    /// <summary>The pieces, each with what its first element is away from that of the whole, in DRAM and on chip.</summary>
    /// <param name="rows">The whole; its sizes are not negative.</param>
    internal static IEnumerable<(long Dram, int Sram, Rows2D Rows)> Of(Rows2D rows)
    {
        var rowElements = rows.XPad0 + rows.XSize + rows.XPad1;
        var most = rows.XStride > TransferLimits.MaxSize || rows.XSize > TransferLimits.MaxSize ? 1 : TransferLimits.MaxSize;
        if (rows.IsEmpty || (rows.YSize <= most && rows.XSize <= TransferLimits.MaxSize && rows.XStride <= TransferLimits.MaxSize))
        {
            yield return (0, 0, rows);
            yield break;
        }
        for (var row = 0; row < rows.YSize; row += most)
        {
            var size = Math.Min(most, rows.YSize - row);
            var piece = rows with
            {
                YSize = size,
                XStride = size == 1 ? Math.Min(rows.XSize, TransferLimits.MaxSize) : rows.XStride,
                YPad0 = row == 0 ? rows.YPad0 : 0,
                YPad1 = row + size == rows.YSize ? rows.YPad1 : 0,
            };
            var sram = row == 0 ? 0 : (rows.YPad0 + row) * rowElements;
            foreach (var (column, inRow, part) in PartsOfRow(piece))
                yield return ((long)row * rows.XStride + column, sram + inRow, part);
        }
    }

    /// <summary>The parts of a single row that is longer than the field; rows of zeros above and below are not part of a row, and stay whole.</summary>
    private static IEnumerable<(int Dram, int Sram, Rows2D Rows)> PartsOfRow(Rows2D row)
    {
        if (row.XSize <= TransferLimits.MaxSize || row.YPad0 + row.YPad1 > 0)
        {
            yield return (0, 0, row);
            yield break;
        }
        for (var column = 0; column < row.XSize; column += TransferLimits.MaxSize)
        {
            var size = Math.Min(TransferLimits.MaxSize, row.XSize - column);
            yield return (column, column == 0 ? 0 : row.XPad0 + column, row with
            {
                XSize = size,
                XPad0 = column == 0 ? row.XPad0 : 0,
                XPad1 = column + size == row.XSize ? row.XPad1 : 0,
            });
        }
    }
}
