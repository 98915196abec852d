using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Vta.Hdl.Simulation.Kernels;

/// <summary>
/// 512 bits of lanes at once, each in a container of 16, 32 or 64 bits (8 only without shifts and products) with zeros above its width. Where
/// the processor has no such vectors, .NET makes them of smaller ones. The JIT inlines these into the code that is compiled for a design.
/// </summary>
internal static unsafe class VectorKernels
{
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;

    /// <summary>Whether lanes of any width can be taken out of, and put into, a row of bits.</summary>
    public static bool CanPack => Avx512Vbmi.IsSupported && Avx512F.IsSupported;

    [MethodImpl(Inline)]
    public static Vector512<T> Load<T>(byte* from) => Unsafe.ReadUnaligned<Vector512<T>>(from);

    [MethodImpl(Inline)]
    public static void Store<T>(byte* to, Vector512<T> lanes) => Unsafe.WriteUnaligned(to, lanes);

    [MethodImpl(Inline)]
    public static Vector512<ushort> Load8To16(byte* from) => Vector512.WidenLower(Vector256.Load(from).ToVector512Unsafe());

    [MethodImpl(Inline)]
    public static Vector512<uint> Load8To32(byte* from) =>
        Vector512.WidenLower(Vector512.WidenLower(Vector128.Load(from).ToVector256Unsafe().ToVector512Unsafe()));

    [MethodImpl(Inline)]
    public static Vector512<ulong> Load8To64(byte* from) => Vector512.WidenLower(Vector512.WidenLower(Vector512.WidenLower(
        Vector128.CreateScalarUnsafe(Unsafe.ReadUnaligned<ulong>(from)).AsByte().ToVector256Unsafe().ToVector512Unsafe())));

    [MethodImpl(Inline)]
    public static Vector512<uint> Load16To32(byte* from) => Vector512.WidenLower(Vector256.Load((ushort*)from).ToVector512Unsafe());

    [MethodImpl(Inline)]
    public static Vector512<ulong> Load16To64(byte* from) =>
        Vector512.WidenLower(Vector512.WidenLower(Vector128.Load((ushort*)from).ToVector256Unsafe().ToVector512Unsafe()));

    [MethodImpl(Inline)]
    public static Vector512<ulong> Load32To64(byte* from) => Vector512.WidenLower(Vector256.Load((uint*)from).ToVector512Unsafe());

    [MethodImpl(Inline)]
    public static void Store16To8(byte* to, Vector512<ushort> lanes) => Vector512.Narrow(lanes, lanes).GetLower().Store(to);

    [MethodImpl(Inline)]
    public static void Store32To8(byte* to, Vector512<uint> lanes)
    {
        if (Avx512F.IsSupported)
        {
            Avx512F.ConvertToVector128Byte(lanes).Store(to);
            return;
        }
        var words = Vector512.Narrow(lanes, lanes);
        Vector512.Narrow(words, words).GetLower().GetLower().Store(to);
    }

    [MethodImpl(Inline)]
    public static void Store32To16(byte* to, Vector512<uint> lanes)
    {
        if (Avx512F.IsSupported)
            Avx512F.ConvertToVector256UInt16(lanes).Store((ushort*)to);
        else
            Vector512.Narrow(lanes, lanes).GetLower().Store((ushort*)to);
    }

    [MethodImpl(Inline)]
    public static void Store64To8(byte* to, Vector512<ulong> lanes)
    {
        var halves = Vector512.Narrow(lanes, lanes);
        var words = Vector512.Narrow(halves, halves);
        Unsafe.WriteUnaligned(to, Vector512.Narrow(words, words).AsUInt64().ToScalar());
    }

    [MethodImpl(Inline)]
    public static void Store64To16(byte* to, Vector512<ulong> lanes)
    {
        var halves = Vector512.Narrow(lanes, lanes);
        Vector512.Narrow(halves, halves).GetLower().GetLower().Store((ushort*)to);
    }

    [MethodImpl(Inline)]
    public static void Store64To32(byte* to, Vector512<ulong> lanes) => Vector512.Narrow(lanes, lanes).GetLower().Store((uint*)to);

    /// <summary>
    /// Sixteen lanes of up to 25 bits from a row of bits. The table has, for each byte of the result, the byte of the row that it comes from,
    /// and then the shift of each lane.
    /// </summary>
    [MethodImpl(Inline)]
    public static Vector512<uint> Unpack(byte* from, byte* table, uint mask)
    {
        var bytes = Avx512Vbmi.PermuteVar64x8(Vector512.Load(from), Vector512.Load(table));
        return Avx512F.ShiftRightLogicalVariable(bytes.AsUInt32(), Vector512.Load((uint*)(table + 64))) & Vector512.Create(mask);
    }

    /// <summary>Sixteen lanes, each shifted to its first bit in a byte. The table has the shift of each lane.</summary>
    [MethodImpl(Inline)]
    public static Vector512<byte> ToBytes(Vector512<uint> lanes, byte* table) =>
        Avx512F.ShiftLeftLogicalVariable(lanes, Vector512.Load((uint*)table)).AsByte();

    /// <summary>
    /// The bytes of some of the lanes where they stand in a row of bits. The table has, for each byte of the row, the byte that it comes from, and then
    /// a mask that is zero where it comes from none.
    /// </summary>
    [MethodImpl(Inline)]
    public static Vector512<byte> Place(Vector512<byte> lanes, byte* table) =>
        Avx512Vbmi.PermuteVar64x8(lanes, Vector512.Load(table)) & Vector512.Load(table + 64);

    /// <summary>Writes the first bytes of a row; what lies behind stays.</summary>
    [MethodImpl(Inline)]
    public static void StoreBytes(byte* to, Vector512<byte> row, int bytes) => Unsafe.CopyBlockUnaligned(to, (byte*)&row, (uint)bytes);

    /// <summary>All ones in the lanes whose bit is one; the bits of one vector, from the lowest.</summary>
    [MethodImpl(Inline)]
    public static Vector512<ushort> Spread16(ulong bits)
    {
        var masks = Vector512.Create((uint)bits) & Vector512.Create(1u, 4, 16, 64, 256, 1024, 4096, 16384, 1u << 16, 1u << 18, 1u << 20, 1u << 22, 1u << 24, 1u << 26, 1u << 28, 1u << 30);
        var odd = Vector512.Create((uint)bits) & Vector512.Create(2u, 8, 32, 128, 512, 2048, 8192, 32768, 1u << 17, 1u << 19, 1u << 21, 1u << 23, 1u << 25, 1u << 27, 1u << 29, 1u << 31);
        return ((~Vector512.Equals(masks, Vector512<uint>.Zero) & Vector512.Create(0xffffu))
            | (~Vector512.Equals(odd, Vector512<uint>.Zero) & Vector512.Create(0xffff0000u))).AsUInt16();
    }

    [MethodImpl(Inline)]
    public static Vector512<uint> Spread32(ulong bits)
    {
        var own = Vector512.Create(1u, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048, 4096, 8192, 16384, 32768);
        return Vector512.Equals(Vector512.Create((uint)bits) & own, own);
    }

    [MethodImpl(Inline)]
    public static Vector512<ulong> Spread64(ulong bits)
    {
        var own = Vector512.Create(1ul, 2, 4, 8, 16, 32, 64, 128);
        return Vector512.Equals(Vector512.Create(bits) & own, own);
    }

    /// <summary>One bit for each lane: its highest.</summary>
    [MethodImpl(Inline)]
    public static ulong Gather<T>(Vector512<T> mask) => Vector512.ExtractMostSignificantBits(mask);

    [MethodImpl(Inline)]
    public static Vector512<uint> ShiftLeft32(Vector512<uint> lanes, Vector512<uint> amounts)
    {
        if (Avx512F.IsSupported)
            return Avx512F.ShiftLeftLogicalVariable(lanes, amounts);
        var result = lanes;
        for (var i = 0; i < 16; i++)
            result = result.WithElement(i, amounts[i] < 32 ? lanes[i] << (int)amounts[i] : 0);
        return result;
    }

    [MethodImpl(Inline)]
    public static Vector512<uint> ShiftRight32(Vector512<uint> lanes, Vector512<uint> amounts)
    {
        if (Avx512F.IsSupported)
            return Avx512F.ShiftRightLogicalVariable(lanes, amounts);
        var result = lanes;
        for (var i = 0; i < 16; i++)
            result = result.WithElement(i, amounts[i] < 32 ? lanes[i] >> (int)amounts[i] : 0);
        return result;
    }

    [MethodImpl(Inline)]
    public static Vector512<uint> ShiftRightArithmetic32(Vector512<uint> lanes, Vector512<uint> amounts)
    {
        if (Avx512F.IsSupported)
            return Avx512F.ShiftRightArithmeticVariable(lanes.AsInt32(), amounts).AsUInt32();
        var result = lanes;
        for (var i = 0; i < 16; i++)
            result = result.WithElement(i, (uint)((int)lanes[i] >> (int)Math.Min(amounts[i], 31)));
        return result;
    }

    [MethodImpl(Inline)]
    public static Vector512<ulong> ShiftLeft64(Vector512<ulong> lanes, Vector512<ulong> amounts)
    {
        if (Avx512F.IsSupported)
            return Avx512F.ShiftLeftLogicalVariable(lanes, amounts);
        var result = lanes;
        for (var i = 0; i < 8; i++)
            result = result.WithElement(i, amounts[i] < 64 ? lanes[i] << (int)amounts[i] : 0);
        return result;
    }

    [MethodImpl(Inline)]
    public static Vector512<ulong> ShiftRight64(Vector512<ulong> lanes, Vector512<ulong> amounts)
    {
        if (Avx512F.IsSupported)
            return Avx512F.ShiftRightLogicalVariable(lanes, amounts);
        var result = lanes;
        for (var i = 0; i < 8; i++)
            result = result.WithElement(i, amounts[i] < 64 ? lanes[i] >> (int)amounts[i] : 0);
        return result;
    }

    [MethodImpl(Inline)]
    public static Vector512<ulong> ShiftRightArithmetic64(Vector512<ulong> lanes, Vector512<ulong> amounts)
    {
        if (Avx512F.IsSupported)
            return Avx512F.ShiftRightArithmeticVariable(lanes.AsInt64(), amounts).AsUInt64();
        var result = lanes;
        for (var i = 0; i < 8; i++)
            result = result.WithElement(i, (ulong)((long)lanes[i] >> (int)Math.Min(amounts[i], 63)));
        return result;
    }

    [MethodImpl(Inline)]
    public static Vector512<T> LessThanSigned<T>(Vector512<T> a, Vector512<T> b)
        where T : unmanaged
    {
        if (sizeof(T) == 1)
            return Vector512.LessThan(a.AsSByte(), b.AsSByte()).As<sbyte, T>();
        if (sizeof(T) == 2)
            return Vector512.LessThan(a.AsInt16(), b.AsInt16()).As<short, T>();
        return sizeof(T) == 4 ? Vector512.LessThan(a.AsInt32(), b.AsInt32()).As<int, T>() : Vector512.LessThan(a.AsInt64(), b.AsInt64()).As<long, T>();
    }

    /// <summary>The sign, in the highest bit, moved down with copies of it.</summary>
    [MethodImpl(Inline)]
    public static Vector512<T> SignDown<T>(Vector512<T> lanes, int amount)
        where T : unmanaged
    {
        if (sizeof(T) == 1)
            return Vector512.ShiftRightArithmetic(lanes.AsSByte(), amount).As<sbyte, T>();
        if (sizeof(T) == 2)
            return Vector512.ShiftRightArithmetic(lanes.AsInt16(), amount).As<short, T>();
        return sizeof(T) == 4
            ? Vector512.ShiftRightArithmetic(lanes.AsInt32(), amount).As<int, T>()
            : Vector512.ShiftRightArithmetic(lanes.AsInt64(), amount).As<long, T>();
    }

    [MethodImpl(Inline)]
    public static Vector512<T> Fill<T>(ulong value)
        where T : unmanaged
    {
        if (sizeof(T) == 1)
            return Vector512.Create((byte)value).As<byte, T>();
        if (sizeof(T) == 2)
            return Vector512.Create((ushort)value).As<ushort, T>();
        return sizeof(T) == 4 ? Vector512.Create((uint)value).As<uint, T>() : Vector512.Create(value).As<ulong, T>();
    }

    /// <summary>The numbers of the lanes, from <paramref name="first"/> on.</summary>
    [MethodImpl(Inline)]
    public static Vector512<T> Numbers<T>(ulong first)
        where T : unmanaged => Vector512<T>.Indices + Fill<T>(first);

    /// <summary>The sum of all lanes, which wraps at the size of a lane.</summary>
    [MethodImpl(Inline)]
    public static ulong Sum<T>(Vector512<T> lanes)
        where T : unmanaged
    {
        if (sizeof(T) == 1)
            return Vector512.Sum(lanes.AsByte());
        if (sizeof(T) == 2)
            return Vector512.Sum(lanes.AsUInt16());
        return sizeof(T) == 4 ? Vector512.Sum(lanes.AsUInt32()) : Vector512.Sum(lanes.AsUInt64());
    }
}
