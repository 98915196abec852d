using Vta.Isa.Instructions;

namespace Vta.Isa;

/// <summary>
/// The sizes of the four buffers, as the keys have them. They bound each other: an instruction and a micro-op hold indices into several buffers, each
/// as wide as its buffer is deep.
/// </summary>
internal sealed record BufferSizes(BufferSize Uop, BufferSize Inp, BufferSize Wgt, BufferSize Acc)
{
    private const string ElementKeys = "LOG_BATCH, LOG_BLOCK, LOG_INP_WIDTH, LOG_WGT_WIDTH, LOG_ACC_WIDTH";

    /// <summary>What is wrong, with what was found and what is allowed, and the key where it is a single one; null where all is well.</summary>
    public (string? Key, string Message)? Misfit
    {
        get
        {
            if (All.FirstOrDefault(size => !size.IsInRange) is { } outside)
                return (outside.Key, DescribeRange(outside));
            return Layout.Misfit is { } misfit ? (null, $"{misfit}; {DescribeRemedy(misfit)}") : null;
        }
    }

    private IEnumerable<BufferSize> All => [Uop, Inp, Wgt, Acc];

    private InstructionLayout Layout => new(new LogDepths(Uop.LogDepth, Inp.LogDepth, Wgt.LogDepth, Acc.LogDepth));

    private BufferSizes With(BufferSize size) => new(
        Uop.Key == size.Key ? size : Uop,
        Inp.Key == size.Key ? size : Inp,
        Wgt.Key == size.Key ? size : Wgt,
        Acc.Key == size.Key ? size : Acc);

    /// <summary>The largest value of a key with which everything fits while the others stay; null where there is none.</summary>
    private int? Largest(BufferSize size)
    {
        if (All.Any(other => other.Key != size.Key && !other.IsInRange))
            return null;
        for (var value = size.Maximum; value >= size.Minimum; value--)
        {
            if (With(size with { LogSize = value }).Layout.Misfit is null)
                return value;
        }
        return null;
    }

    private string DescribeRange(BufferSize size)
    {
        var largest = Largest(size) ?? size.Maximum;
        var bound = largest == size.Maximum
            ? $"sram_base has {InstructionLayout.SramBaseWidth} bits"
            : "with the other keys as they are, instructions have no room for more";
        return $"{size.Key} is {size.LogSize}; allowed are {size.Minimum} to {largest}, which is 2 to {1 << (largest - size.LogElemBytes)} "
            + $"elements of {1 << size.LogElemBytes} bytes ({bound})";
    }

    /// <summary>The keys that the sum depends on, each with the largest value that mends it alone.</summary>
    private string DescribeRemedy(string misfit)
    {
        var involved = All.Where(size => With(size with { LogSize = size.Minimum }).Layout.Misfit != misfit).ToList();
        var start = involved.Any(size => Largest(size) is not null) ? "make one of these smaller" : "make several of these smaller";
        var keys = involved.Select(size => $"{size.Key} is {size.LogSize} ({(Largest(size) is { } most ? $"at most {most}" : "not enough alone")})");
        return $"{start}: {string.Join(", ", keys)}; or elements larger ({ElementKeys})";
    }
}
