namespace Vta.Hdl.Simulation.Compile;

/// <summary>Tables that take sixteen lanes of any width out of a row of bits, and put them in.</summary>
internal static class VectorTables
{
    /// <summary>Lanes in a vector: a container of 32 bits each.</summary>
    public const int Lanes = 16;

    /// <summary>For <see cref="Kernels.VectorKernels.Unpack"/>.</summary>
    public static byte[] Unpack(int width)
    {
        var table = new byte[128];
        for (var lane = 0; lane < Lanes; lane++)
        {
            for (var i = 0; i < 4; i++)
                table[(4 * lane) + i] = (byte)Math.Min((lane * width / 8) + i, 63);
            table[64 + (4 * lane)] = (byte)(lane * width % 8);
        }
        return table;
    }

    /// <summary>For <see cref="Kernels.VectorKernels.ToBytes"/>.</summary>
    public static byte[] Shifts(int width)
    {
        var table = new byte[64];
        for (var lane = 0; lane < Lanes; lane++)
            table[4 * lane] = (byte)(lane * width % 8);
        return table;
    }

    /// <summary>
    /// For <see cref="Kernels.VectorKernels.Place"/>: a table for each set of lanes that share no byte. Lanes side by side meet in a byte, so a set
    /// takes every second lane, every third where three meet, and so on.
    /// </summary>
    public static byte[][] Places(int width)
    {
        var sets = MostInAByte(width);
        var tables = Enumerable.Range(0, sets).Select(_ => new byte[128]).ToArray();
        for (var lane = 0; lane < Lanes; lane++)
        {
            var first = FirstByte(lane, width);
            for (var at = first; at <= LastByte(lane, width); at++)
            {
                tables[lane % sets][at] = (byte)((4 * lane) + at - first);
                tables[lane % sets][64 + at] = 0xff;
            }
        }
        return tables;
    }

    private static int MostInAByte(int width) =>
        Enumerable.Range(0, LastByte(Lanes - 1, width) + 1).Max(at => Enumerable.Range(0, Lanes).Count(lane => FirstByte(lane, width) <= at && at <= LastByte(lane, width)));

    private static int FirstByte(int lane, int width) => lane * width / 8;

    private static int LastByte(int lane, int width) => (((lane + 1) * width) - 1) / 8;
}
