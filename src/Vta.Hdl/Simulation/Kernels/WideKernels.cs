using System.Numerics;
using System.Runtime.CompilerServices;

namespace Vta.Hdl.Simulation.Kernels;

/// <summary>
/// Operations on values wider than 64 bits, at any address, little-endian. Sources may have anything above their width; results are filled
/// up with zeros to a multiple of 64 bits.
/// </summary>
internal static unsafe class WideKernels
{
    public static void Copy(byte* to, byte* from, int width)
    {
        Unsafe.CopyBlockUnaligned(to, from, (uint)(width / 64 * 8));
        FinishFrom(to, from, width);
    }

    /// <summary>Copies, and says whether that changed anything (1) or not (0).</summary>
    public static ulong Update(byte* to, byte* from, int width)
    {
        if (Equal(to, from, width) != 0)
            return 0;
        Copy(to, from, width);
        return 1;
    }

    // Word by word: where it is inlined with a constant width, .NET 10.0 drops part of a block that Unsafe.InitBlockUnaligned clears.
    public static void Clear(byte* to, int width)
    {
        for (var i = 0; i < Words(width); i++)
            Store(to, i, 0);
    }

    public static void Not(byte* to, byte* from, int width)
    {
        for (var i = 0; i < Words(width); i++)
            Store(to, i, ~Load(from, i));
        Finish(to, width);
    }

    public static void And(byte* to, byte* a, byte* b, int width)
    {
        for (var i = 0; i < Words(width); i++)
            Store(to, i, Load(a, i) & Load(b, i));
        Finish(to, width);
    }

    public static void Or(byte* to, byte* a, byte* b, int width)
    {
        for (var i = 0; i < Words(width); i++)
            Store(to, i, Load(a, i) | Load(b, i));
        Finish(to, width);
    }

    public static void Xor(byte* to, byte* a, byte* b, int width)
    {
        for (var i = 0; i < Words(width); i++)
            Store(to, i, Load(a, i) ^ Load(b, i));
        Finish(to, width);
    }

    public static void Add(byte* to, byte* a, byte* b, int width)
    {
        var carry = 0UL;
        for (var i = 0; i < Words(width); i++)
        {
            var x = Load(a, i);
            var sum = x + Load(b, i);
            var overflow = sum < x ? 1UL : 0UL;
            var total = sum + carry;
            carry = overflow | (total < sum ? 1UL : 0UL);
            Store(to, i, total);
        }
        Finish(to, width);
    }

    public static void Subtract(byte* to, byte* a, byte* b, int width)
    {
        var borrow = 0UL;
        for (var i = 0; i < Words(width); i++)
        {
            var x = Load(a, i);
            var y = Load(b, i);
            var difference = x - y;
            var total = difference - borrow;
            borrow = (x < y ? 1UL : 0UL) | (difference < borrow ? 1UL : 0UL);
            Store(to, i, total);
        }
        Finish(to, width);
    }

    /// <summary>The result must not overlap the operands.</summary>
    public static void Multiply(byte* to, byte* a, byte* b, int width)
    {
        var words = Words(width);
        Clear(to, width);
        for (var i = 0; i < words; i++)
        {
            var x = i == words - 1 ? Load(a, i) & TopMask(width) : Load(a, i);
            var carry = 0UL;
            for (var j = 0; i + j < words; j++)
            {
                var high = Math.BigMul(x, Load(b, j), out var low);
                var sum = low + carry;
                high += sum < low ? 1UL : 0UL;
                var old = Load(to, i + j);
                var total = sum + old;
                high += total < old ? 1UL : 0UL;
                Store(to, i + j, total);
                carry = high;
            }
        }
        Finish(to, width);
    }

    public static ulong Equal(byte* a, byte* b, int width)
    {
        var full = width / 64;
        if (!new ReadOnlySpan<ulong>(a, full).SequenceEqual(new ReadOnlySpan<ulong>(b, full)))
            return 0;
        return width % 64 == 0 || ((Load(a, full) ^ Load(b, full)) & TopMask(width)) == 0 ? 1UL : 0UL;
    }

    public static ulong LessThan(byte* a, byte* b, int width)
    {
        for (var i = Words(width) - 1; i >= 0; i--)
        {
            var (x, y) = (LoadMasked(a, i, width), LoadMasked(b, i, width));
            if (x != y)
                return x < y ? 1UL : 0UL;
        }
        return 0;
    }

    public static ulong LessThanSigned(byte* a, byte* b, int width)
    {
        var (x, y) = (Bit(a, width - 1), Bit(b, width - 1));
        return x != y ? x : LessThan(a, b, width);
    }

    /// <summary>The result must not overlap the operand.</summary>
    public static void ShiftLeft(byte* to, byte* from, ulong amount, int width)
    {
        Clear(to, width);
        if (amount >= (ulong)width)
            return;
        var (words, bits) = ((int)amount / 64, (int)amount % 64);
        for (var i = Words(width) - 1; i >= words; i--)
        {
            var value = Load(from, i - words) << bits;
            if (bits > 0 && i > words)
                value |= Load(from, i - words - 1) >> (64 - bits);
            Store(to, i, value);
        }
        Finish(to, width);
    }

    /// <summary>The result must not overlap the operand.</summary>
    public static void ShiftRight(byte* to, byte* from, ulong amount, int width)
    {
        Clear(to, width);
        if (amount < (ulong)width)
            CopyBits(to, from, (int)amount, width - (int)amount);
    }

    /// <summary>The result must not overlap the operand.</summary>
    public static void ShiftRightArithmetic(byte* to, byte* from, ulong amount, int width)
    {
        var shift = (int)Math.Min(amount, (ulong)width);
        var isNegative = Bit(from, width - 1) != 0;
        ShiftRight(to, from, (ulong)shift, width);
        if (isNegative)
            FillOnes(to, width - shift, width);
    }

    /// <summary>Bits low .. low + width − 1 of a value, to bit 0 of the result, which must not overlap it.</summary>
    public static void CopyBits(byte* to, byte* from, int low, int width)
    {
        from += low / 8;
        var shift = low % 8;
        if (shift == 0)
        {
            Copy(to, from, width);
            return;
        }
        for (var i = 0; i < Words(width); i++)
            Store(to, i, (Load(from, i) >> shift) | ((ulong)from[(8 * i) + 8] << (64 - shift)));
        Finish(to, width);
    }

    /// <summary>Replaces the bits of a value from <paramref name="low"/> on; those beside them stay.</summary>
    public static void InsertBits(byte* to, int low, byte* from, int width)
    {
        for (var done = 0; done < width; done += 64)
        {
            var count = Math.Min(64, width - done);
            Insert(to, low + done, Load(from, done / 64) & Mask(count), count);
        }
    }

    /// <summary>Replaces up to 64 bits of a value; the others stay. <paramref name="value"/> has zeros above its width.</summary>
    public static void Insert(byte* to, int low, ulong value, int width)
    {
        to += low / 8;
        var shift = low % 8;
        var mask = Mask(width);
        if (shift == 0 && width is (8 or 16 or 32 or 64))
        {
            StoreWhole(to, value, width);
            return;
        }
        var bytes = (shift + width + 7) / 8;
        if (bytes <= 8)
        {
            // Byte by byte: what lies behind may belong to another value.
            var placed = value << shift;
            var kept = ~(mask << shift);
            for (var i = 0; i < bytes; i++)
                to[i] = (byte)((to[i] & (byte)(kept >> (8 * i))) | (byte)(placed >> (8 * i)));
            return;
        }
        Insert(to, shift, value & Mask(32), 32);
        Insert(to, shift + 32, value >> 32, width - 32);
    }

    private static void StoreWhole(byte* to, ulong value, int width)
    {
        switch (width)
        {
            case 8:
                *to = (byte)value;
                break;
            case 16:
                Unsafe.WriteUnaligned(to, (ushort)value);
                break;
            case 32:
                Unsafe.WriteUnaligned(to, (uint)value);
                break;
            default:
                Unsafe.WriteUnaligned(to, value);
                break;
        }
    }

    public static ulong Extract(byte* from, int low, int width)
    {
        from += low / 8;
        var shift = low % 8;
        var value = Unsafe.ReadUnaligned<ulong>(from) >> shift;
        if (shift + width > 64)
            value |= (ulong)from[8] << (64 - shift);
        return value & Mask(width);
    }

    /// <summary>Zeros above <paramref name="fromWidth"/> bits.</summary>
    public static void ExtendZero(byte* to, byte* from, int fromWidth, int width)
    {
        Clear(to, width);
        Copy(to, from, fromWidth);
    }

    /// <summary>The sign above <paramref name="fromWidth"/> bits.</summary>
    public static void ExtendSign(byte* to, byte* from, int fromWidth, int width)
    {
        ExtendZero(to, from, fromWidth, width);
        if (Bit(from, fromWidth - 1) != 0)
            FillOnes(to, fromWidth, width);
    }

    public static void Replicate(byte* to, byte* from, int fromWidth, int count)
    {
        if (fromWidth == 1)
        {
            Clear(to, count);
            if ((*from & 1) != 0)
                FillOnes(to, 0, count);
            return;
        }
        if (fromWidth is 8 or 16 or 32 or 64)
        {
            var word = Load(from, 0) & Mask(fromWidth);
            for (var filled = fromWidth; filled < 64; filled *= 2)
                word |= word << filled;
            for (var i = 0; i < Words(fromWidth * count); i++)
                Store(to, i, word);
            Finish(to, fromWidth * count);
            return;
        }
        Clear(to, fromWidth * count);
        for (var i = 0; i < count; i++)
            InsertBits(to, i * fromWidth, from, fromWidth);
    }

    public static ulong AllOnes(byte* a, int width)
    {
        for (var i = 0; i < width / 64; i++)
        {
            if (Load(a, i) != ulong.MaxValue)
                return 0;
        }
        return width % 64 == 0 || LoadMasked(a, width / 64, width) == TopMask(width) ? 1UL : 0UL;
    }

    public static ulong Any(byte* a, int width)
    {
        for (var i = 0; i < Words(width); i++)
        {
            if (LoadMasked(a, i, width) != 0)
                return 1;
        }
        return 0;
    }

    public static ulong Parity(byte* a, int width)
    {
        var all = 0UL;
        for (var i = 0; i < Words(width); i++)
            all ^= LoadMasked(a, i, width);
        return (ulong)BitOperations.PopCount(all) & 1;
    }

    /// <summary>The value, or the largest 64-bit number where it does not fit.</summary>
    public static ulong Saturate(byte* a, int width)
    {
        for (var i = 1; i < Words(width); i++)
        {
            if (LoadMasked(a, i, width) != 0)
                return ulong.MaxValue;
        }
        return Load(a, 0);
    }

    /// <summary>Writes the parts of a word whose mask bit is one.</summary>
    public static void WriteParts(byte* to, byte* from, byte* mask, int parts, int width)
    {
        if (parts <= 64 && (Load(mask, 0) & Mask(parts)) == Mask(parts))
        {
            Copy(to, from, parts * width);
            return;
        }
        for (var first = 0; first < parts; first += 64)
        {
            var bits = Load(mask, first / 64) & Mask(Math.Min(64, parts - first));
            for (; bits != 0; bits &= bits - 1)
            {
                var low = (first + BitOperations.TrailingZeroCount(bits)) * width;
                CopyPart(to, low, from, low, width);
            }
        }
    }

    /// <summary>Writes the same value to the parts of a word whose mask bit is one.</summary>
    public static void WriteSame(byte* to, byte* from, byte* mask, int parts, int width)
    {
        for (var first = 0; first < parts; first += 64)
        {
            var bits = Load(mask, first / 64) & Mask(Math.Min(64, parts - first));
            for (; bits != 0; bits &= bits - 1)
                CopyPart(to, (first + BitOperations.TrailingZeroCount(bits)) * width, from, 0, width);
        }
    }

    private static void CopyPart(byte* to, int toLow, byte* from, int fromLow, int width)
    {
        if (width % 64 == 0 && toLow % 8 == 0 && fromLow % 8 == 0)
        {
            to += toLow / 8;
            from += fromLow / 8;
            for (var i = 0; i < width / 64; i++)
                Store(to, i, Load(from, i));
            return;
        }
        for (var done = 0; done < width; done += 64)
        {
            var count = Math.Min(64, width - done);
            Insert(to, toLow + done, Extract(from, fromLow + done, count), count);
        }
    }

    private static void FillOnes(byte* to, int low, int width)
    {
        for (var at = low; at < width;)
        {
            var count = Math.Min(64 - (at % 64), width - at);
            Insert(to, at, Mask(count), count);
            at += count;
        }
    }

    private static int Words(int width) => (width + 63) / 64;

    private static ulong Mask(int width) => width == 64 ? ulong.MaxValue : (1UL << width) - 1;

    private static ulong TopMask(int width) => width % 64 == 0 ? ulong.MaxValue : (1UL << (width % 64)) - 1;

    private static ulong Load(byte* from, int word) => Unsafe.ReadUnaligned<ulong>(from + (8 * word));

    private static ulong LoadMasked(byte* from, int word, int width) =>
        word == Words(width) - 1 ? Load(from, word) & TopMask(width) : Load(from, word);

    private static void Store(byte* to, int word, ulong value) => Unsafe.WriteUnaligned(to + (8 * word), value);

    private static ulong Bit(byte* from, int bit) => (ulong)(from[bit / 8] >> (bit % 8)) & 1;

    private static void Finish(byte* to, int width)
    {
        if (width % 64 != 0)
            Store(to, width / 64, Load(to, width / 64) & TopMask(width));
    }

    private static void FinishFrom(byte* to, byte* from, int width)
    {
        if (width % 64 != 0)
            Store(to, width / 64, Load(from, width / 64) & TopMask(width));
    }
}
