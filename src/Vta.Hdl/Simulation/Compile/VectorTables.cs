namespace Vta.Hdl.Simulation.Compile;

/// <summary>Tables that take sixteen lanes of any width out of a row of bits, and put them in.</summary>
internal static class VectorTables
{
    private const int Lanes = 16;

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

    /// <summary>For <see cref="Kernels.VectorKernels.Pack"/>.</summary>
    public static byte[] Pack(int width)
    {
        var table = new byte[320];
        for (var lane = 0; lane < Lanes; lane++)
        {
            var shift = lane * width % 8;
            table[4 * lane] = (byte)shift;
            for (var i = 0; i < (shift + width + 7) / 8; i++)
            {
                var at = (lane % 2 * 64) + (lane * width / 8) + i;
                table[64 + at] = (byte)((4 * lane) + i);
                table[192 + at] = 0xff;
            }
        }
        return table;
    }
}
