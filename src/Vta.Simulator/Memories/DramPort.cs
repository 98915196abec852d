using Vta.Isa.Memory;

namespace Vta.Simulator.Memories;

/// <summary>Runs of DRAM bytes as the units read and write them: errors give zeros, or leave memory as it was.</summary>
internal sealed class DramPort
{
    /// <summary>The most bytes of one access.</summary>
    internal const int MaxBytes = Dram.PageBytes;

    private readonly byte[] staging = new byte[MaxBytes];

    /// <summary>The memory of the current launch.</summary>
    internal Dram Dram { get; set; } = new();

    /// <summary>Reads bytes; what is returned holds until the next access.</summary>
    /// <param name="address">First byte.</param>
    /// <param name="length">Bytes, at most <see cref="MaxBytes"/>.</param>
    /// <param name="failed">Set where memory answers with an error, else left as it is.</param>
    internal ReadOnlySpan<byte> Read(uint address, int length, ref bool failed)
    {
        var run = Dram.ReadRun(address, length);
        if (run.Length == length && !Dram.HasErrors)
            return run;
        var destination = staging.AsSpan(0, length);
        Dram.Read(address, destination);
        for (var done = 0; Dram.HasErrors && done < length; done += RunLength(address, done, length))
        {
            if (!Dram.Fails(unchecked(address + (uint)done)))
                continue;
            destination.Slice(done, RunLength(address, done, length)).Clear();
            failed = true;
        }
        return destination;
    }

    /// <summary>Writes bytes.</summary>
    /// <param name="address">First byte.</param>
    /// <param name="source">The bytes.</param>
    /// <param name="failed">Set where memory answers with an error, else left as it is.</param>
    internal void Write(uint address, ReadOnlySpan<byte> source, ref bool failed)
    {
        if (!Dram.HasErrors)
        {
            Dram.Write(address, source);
            return;
        }
        for (var done = 0; done < source.Length; done += RunLength(address, done, source.Length))
        {
            var start = unchecked(address + (uint)done);
            if (Dram.Fails(start))
                failed = true;
            else
                Dram.Write(start, source.Slice(done, RunLength(address, done, source.Length)));
        }
    }

    /// <summary>Bytes up to the next border at which errors can begin or end.</summary>
    private static int RunLength(uint address, int done, int length)
    {
        var position = unchecked(address + (uint)done) % Dram.ErrorGranularity;
        return Math.Min(length - done, (int)(Dram.ErrorGranularity - position));
    }
}
