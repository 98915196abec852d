namespace Vta.Compiler.Tensors;

/// <summary>Integers as they lie in DRAM: two's complement of a width of 2 to 32 bits, the first at the lowest bits, without gaps.</summary>
public static class BitPacking
{
    /// <summary>The bytes of values; bits beyond the width are dropped. The last byte is filled up with zeros.</summary>
    public static byte[] ToBytes(ReadOnlySpan<int> values, int width)
    {
        var bytes = new byte[((long)values.Length * width + 7) / 8];
        for (var index = 0; index < values.Length; index++)
        {
            var bit = (long)index * width;
            for (var done = 0; done < width; done += 8)
            {
                var part = (values[index] >> done) & ((1 << Math.Min(width, 8)) - 1);
                bytes[(bit + done) / 8] |= (byte)(part << (int)(bit % 8));
            }
        }
        return bytes;
    }

    /// <summary>The values of bytes, sign-extended.</summary>
    public static int[] FromBytes(ReadOnlySpan<byte> bytes, int width)
    {
        var values = new int[bytes.Length * 8L / width];
        for (var index = 0; index < values.Length; index++)
        {
            var bit = (long)index * width;
            var value = 0;
            for (var done = 0; done < width; done += 8)
                value |= (bytes[(int)((bit + done) / 8)] >> (int)(bit % 8)) << done;
            values[index] = value << (32 - width) >> (32 - width);
        }
        return values;
    }
}
