using System.Runtime.CompilerServices;

namespace Vta.Isa.Memory;

/// <summary>
/// The memory beside a device: 32-bit byte addresses, in pages that exist once written. What was never written reads as zero.
/// Addresses run on modulo 2^32. Ranges of it can be made to answer with an error, as a bus does where nothing is mapped.
/// </summary>
public sealed unsafe class Dram
{
    /// <summary>log2 of <see cref="PageBytes"/>.</summary>
    public const int LogPageBytes = 16;

    /// <summary>Bytes of a page; runs of bytes never cross one.</summary>
    public const int PageBytes = 1 << LogPageBytes;

    /// <summary>Bytes that 32-bit addresses reach.</summary>
    internal const long AddressLimit = 1L << 32;

    /// <summary>Error ranges begin and end at multiples of this: no AXI burst crosses it.</summary>
    public const int ErrorGranularity = 4096;

    private static readonly byte[] ZeroPage = NewPage();

    private readonly byte[]?[] pages = new byte[]?[1 << (32 - LogPageBytes)];
    private readonly List<(uint Address, ulong Length)> errors = [];

    /// <summary>Who has which part of it.</summary>
    public DramRegions Regions { get; } = new();

    /// <summary>Whether any range answers with an error; the quick way past <see cref="Fails"/>.</summary>
    public bool HasErrors => errors.Count > 0;

    /// <summary>Makes a range answer every read and write with an error.</summary>
    /// <param name="address">First byte, a multiple of <see cref="ErrorGranularity"/>.</param>
    /// <param name="length">Bytes, a multiple of <see cref="ErrorGranularity"/>.</param>
    public void AddErrors(uint address, ulong length)
    {
        if (address % ErrorGranularity != 0 || length % ErrorGranularity != 0)
            throw new ArgumentException($"a range with errors begins and ends at multiples of {ErrorGranularity}");
        errors.Add((address, length));
    }

    /// <summary>Lets all of memory answer again.</summary>
    public void ClearErrors() => errors.Clear();

    /// <summary>Whether the byte at an address answers with an error.</summary>
    public bool Fails(uint address)
    {
        foreach (var (start, length) in errors)
        {
            if (unchecked(address - start) < length)
                return true;
        }
        return false;
    }

    /// <summary>Copies bytes out, whatever answers with errors.</summary>
    public void Read(uint address, Span<byte> destination)
    {
        while (destination.Length > 0)
        {
            var run = ReadRun(address, destination.Length);
            run.CopyTo(destination);
            destination = destination[run.Length..];
            address = unchecked(address + (uint)run.Length);
        }
    }

    /// <summary>Copies bytes in, whatever answers with errors.</summary>
    public void Write(uint address, ReadOnlySpan<byte> source)
    {
        while (source.Length > 0)
        {
            var run = WriteRun(address, source.Length);
            source[..run.Length].CopyTo(run);
            source = source[run.Length..];
            address = unchecked(address + (uint)run.Length);
        }
    }

    /// <summary>Makes bytes zero, whatever answers with errors.</summary>
    /// <param name="address">The first.</param>
    /// <param name="length">How many; not beyond the last address.</param>
    public void Clear(uint address, long length)
    {
        for (long next = address, end = address + length; next < end;)
        {
            var run = (int)Math.Min(end - next, PageBytes - next % PageBytes);
            // What was never written is zero.
            pages[next >> LogPageBytes]?.AsSpan((int)(next % PageBytes), run).Clear();
            next += run;
        }
    }

    /// <summary>The first address at which another memory holds something else; null where all is the same.</summary>
    public uint? FirstDifference(Dram other)
    {
        for (var page = 0; page < pages.Length; page++)
        {
            var (left, right) = (pages[page] ?? ZeroPage, other.pages[page] ?? ZeroPage);
            if (left != right && left.AsSpan().CommonPrefixLength(right) is var same && same < PageBytes)
                return ((uint)page << LogPageBytes) + (uint)same;
        }
        return null;
    }

    /// <summary>The bytes from an address on, up to the end of its page, at most <paramref name="length"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ReadOnlySpan<byte> ReadRun(uint address, int length)
    {
        var offset = (int)(address & (PageBytes - 1));
        return (pages[address >> LogPageBytes] ?? ZeroPage).AsSpan(offset, Math.Min(length, PageBytes - offset));
    }

    /// <summary>The bytes from an address on to be written, up to the end of its page, at most <paramref name="length"/>.</summary>
    public Span<byte> WriteRun(uint address, int length)
    {
        var offset = (int)(address & (PageBytes - 1));
        return Page(address).AsSpan(offset, Math.Min(length, PageBytes - offset));
    }

    /// <summary>The page of an address, for native code: it stays where it is for as long as this object lives.</summary>
    public byte* PagePointer(uint address) => (byte*)Unsafe.AsPointer(ref Page(address)[0]);

    private byte[] Page(uint address) => pages[address >> LogPageBytes] ??= NewPage();

    // Pinned, so that native code may hold on to it.
    private static byte[] NewPage() => GC.AllocateArray<byte>(PageBytes, pinned: true);
}
