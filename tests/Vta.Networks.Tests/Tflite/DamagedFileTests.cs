using CsCheck;
using Vta.Isa;
using Vta.Networks.Tflite;

namespace Vta.Networks.Tests.Tflite;

/// <summary>Files damaged at random: each is read, or refused as bad input. Nothing else is thrown, and none takes much memory.</summary>
public sealed class DamagedFileTests
{
    private const int MaxAllocatedBytes = 32 << 20;
    private const int MaxLineLength = 600;

    private static readonly byte[][] Sources =
    [
        .. GoldenModel.Names.Select(GoldenModel.PathOf).Select(File.ReadAllBytes),
        .. Enumerable.Range(0, RandomTfliteOperator.Kinds).Select(seed => RandomTfliteOperator.Create(seed).Model),
    ];

    private static readonly byte[][] Words =
        [.. new[] { 0, 1, -1, 0x7fffffff, unchecked((int)0x80000000), 1_000_000_000, 0x10000, 255, 8 }.Select(BitConverter.GetBytes)];

    private static readonly Gen<(int Source, int Kind, double Place, int Word, byte Bit)> Damages =
        Gen.Select(Gen.Int[0, Sources.Length - 1], Gen.Int[0, 4], Gen.Double[0, 1], Gen.Int[0, Words.Length - 1], Gen.Byte);

    /// <summary>How many are tried.</summary>
    private static long Count => long.TryParse(Environment.GetEnvironmentVariable("VTA_DAMAGED_MODELS"), out var count) ? count : 4000;

    [Fact]
    public void A_damaged_model_is_read_or_refused()
    {
        var refused = 0;
        Damages.Sample(
            damage =>
            {
                if (IsRefused(Damage(damage.Source, damage.Kind, damage.Place, damage.Word, damage.Bit)))
                    Interlocked.Increment(ref refused);
            },
            iter: Count);
        refused.Should().BeGreaterThan((int)Count / 4, "much of what is damaged cannot be read");
    }

    private static bool IsRefused(byte[] content)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        try
        {
            TfliteReader.Read(content, "damaged");
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

    // Cut; a bit flipped; or a word overwritten, anywhere or in the last part, where the tables of small files lie.
    private static byte[] Damage(int source, int kind, double place, int word, byte bit)
    {
        var content = (byte[])Sources[source].Clone();
        var at = (int)(place * (content.Length - 4));
        switch (kind)
        {
            case 0: return content[..at];
            case 1: content[at] ^= (byte)(1 << (bit & 7)); return content;
            case 2: Words[word].CopyTo(content, at & ~3); return content;
            case 3: Words[word].CopyTo(content, (content.Length - 4 - (int)(place * Math.Min(2000, content.Length - 8))) & ~3); return content;
            default: Words[word].CopyTo(content, (int)(place * Math.Min(2000, content.Length - 8)) & ~3); return content;
        }
    }
}
