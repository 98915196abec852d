using CsCheck;
using Vta.Isa;
using Vta.Networks.Graph;
using Vta.Networks.Host;

namespace Vta.Networks.Tests;

/// <summary>Damages files at random: each has to be read, or refused as bad input. Nothing else is thrown, and none takes much memory.</summary>
internal static class Damage
{
    private const int MaxAllocatedBytes = 32 << 20;
    private const int MaxLineLength = 700;
    private const int MaxRun = 1 << 16;

    private static readonly byte[][] Words =
        [.. new[] { 0, 1, -1, 0x7fffffff, unchecked((int)0x80000000), 1_000_000_000, 0x10000, 255, 8 }.Select(BitConverter.GetBytes)];

    /// <summary>How many are tried.</summary>
    private static long Count => long.TryParse(Environment.GetEnvironmentVariable("VTA_DAMAGED_MODELS"), out var count) ? count : 2500;

    /// <summary>Damages some files again and again.</summary>
    /// <param name="sources">The files.</param>
    /// <param name="read">Reads one.</param>
    internal static void Check(byte[][] sources, Func<byte[], Network> read)
    {
        var refused = 0;
        var damages = Gen.Select(Gen.Int[0, sources.Length - 1], Gen.Int[0, 5], Gen.Double[0, 1], Gen.Int[0, Words.Length - 1], Gen.Byte);
        damages.Sample(
            (source, kind, place, word, value) =>
            {
                if (IsRefused(Apply((byte[])sources[source].Clone(), kind, place, Words[word], value), read))
                    Interlocked.Increment(ref refused);
            },
            iter: Count);
        refused.Should().BeGreaterThan((int)Count / 4, "much of what is damaged cannot be read");
    }

    private static bool IsRefused(byte[] content, Func<byte[], Network> read)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        try
        {
            Run(read(content));
            return false;
        }
        catch (VtaInputException fault)
        {
            fault.Line.Should().NotContain("\n").And.Match(line => ((string)line).Length <= MaxLineLength);
            return true;
        }
        finally
        {
            (GC.GetAllocatedBytesForCurrentThread() - before).Should().BeLessThan(MaxAllocatedBytes);
        }
    }

    // What is accepted runs, if it is small.
    private static void Run(Network network)
    {
        var bytes = network.Nodes.Sum(node => node.Output.Bytes + node.Inputs.Sum(input => input.Bytes));
        if (bytes + NetworkTotals.Of(network).MultiplyAdds < MaxRun)
            HostExecutor.Run(network, [.. network.Inputs.Select(input => new byte[input.Bytes])]);
    }

    // Cut; a bit or a byte changed; a word overwritten, anywhere or near either end, where the structure of most files lies.
    private static byte[] Apply(byte[] content, int kind, double place, byte[] word, byte value)
    {
        var (last, near) = (content.Length - 4, (int)(place * Math.Min(2000, content.Length - 4)));
        var at = (int)(place * last);
        switch (kind)
        {
            case 0: return content[..at];
            case 1: content[at] ^= (byte)(1 << (value & 7)); break;
            case 2: content[at] = value; break;
            case 3: word.CopyTo(content, at & ~3); break;
            case 4: word.CopyTo(content, (last - near) & ~3); break;
            default: word.CopyTo(content, near & ~3); break;
        }
        return content;
    }
}
