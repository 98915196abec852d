using Vta.Isa.Programs;

namespace Vta.Fuzzing.Programs;

/// <summary>Where a random program has what in DRAM. Regions are far enough apart that no stride leaves one for another.</summary>
internal static class RandomMemory
{
    public const uint Uops = 0x0010_0000;
    public const uint UopZone = 0x0001_0000;
    public const uint Data = 0x0020_0000;
    public const int DataBytes = 0x0002_0000;
    public const uint Instructions = 0x0030_0000;
    public const uint Outputs = 0x4000_0000;
    public const uint OutputZone = 0x4000_0000;

    /// <summary>Bytes at the start of an output zone that stores write to most.</summary>
    public const int OutputBytes = 0x0000_4000;

    /// <summary>Random bytes, one half of them small numbers of 32 bits: operands that shifts and comparisons care for.</summary>
    public static MemorySegment DataSegment(Random random)
    {
        var data = new byte[DataBytes];
        random.NextBytes(data);
        for (var at = 0; at < DataBytes; at += 4)
        {
            if ((at >> 8) % 2 == 0)
                BitConverter.TryWriteBytes(data.AsSpan(at), random.Next(-70, 70));
        }
        return new MemorySegment("data", Data, data);
    }
}
