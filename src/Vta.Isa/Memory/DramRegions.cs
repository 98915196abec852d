namespace Vta.Isa.Memory;

/// <summary>Which parts of a memory are taken, so that programs side by side do not meet. Nothing keeps others from writing there.</summary>
public sealed class DramRegions
{
    /// <summary>Regions begin and end at multiples of this.</summary>
    public const int Granularity = 4096;

    /// <summary>Ordered by address.</summary>
    private readonly List<DramRegion> taken = [];

    /// <summary>Whether nothing is taken.</summary>
    public bool IsEmpty => taken.Count == 0;

    /// <summary>Takes the first free part of a size.</summary>
    /// <param name="owner">Who takes it.</param>
    /// <param name="bytes">The least that it has to hold.</param>
    /// <param name="alignment">What its address is a multiple of, beside the granularity; a power of two.</param>
    /// <exception cref="VtaInputException">No free part is as large.</exception>
    public DramRegion Reserve(string owner, long bytes, int alignment = Granularity)
    {
        var size = Align(bytes, Granularity);
        long address = 0;
        var index = 0;
        while (index < taken.Count && taken[index].Address - address < size)
            address = Align(taken[index++].End, Math.Max(alignment, Granularity));
        if (address + size > Dram.AddressLimit)
            throw new VtaInputException($"{owner} needs {bytes} bytes of memory in a row; no free part is as large, beside {string.Join(", ", taken.Select(region => region.Owner))}");
        var region = new DramRegion(owner, (uint)address, size);
        taken.Insert(index, region);
        return region;
    }

    private static long Align(long value, int alignment) => (value + alignment - 1) / alignment * alignment;

    /// <summary>Gives a region back.</summary>
    public void Release(DramRegion region) => taken.Remove(region);

    /// <summary>A region that has a byte of a range; null where none has.</summary>
    /// <param name="start">The first address of the range.</param>
    /// <param name="end">The address after its last byte.</param>
    public DramRegion? Find(long start, long end) => taken.Find(region => region.Address < end && start < region.End);
}
