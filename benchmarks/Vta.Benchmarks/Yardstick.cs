using System.Globalization;

namespace Vta.Benchmarks;

/// <summary>How fast this machine is, by a loop that has nothing to do with this project: figures of other machines are scaled by it.</summary>
internal static class Yardstick
{
    private const int Words = 4096;
    private const int Passes = 20_000;
    private const int Rounds = 7;

    /// <summary>Words a second, and what the loop was compiled with.</summary>
    public static (double WordsPerSecond, string Compiler) Measure() => InC() is { } rate ? (rate, "gcc -O2") : (InCSharp(), "C#");

    private static double? InC()
    {
        var folder = Directory.CreateTempSubdirectory("vta-yardstick-").FullName;
        try
        {
            var source = Path.Combine(folder, "yardstick.c");
            using (var text = typeof(Yardstick).Assembly.GetManifestResourceStream("yardstick.c")!)
            using (var file = File.Create(source))
                text.CopyTo(file);
            var program = Path.Combine(folder, "yardstick");
            if (Commands.Run("gcc", "-O2", "-o", program, source) is null) return null;
            return double.Parse(Commands.Run(program)!, CultureInfo.InvariantCulture);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static double InCSharp()
    {
        var words = new ulong[Words];
        for (var i = 0; i < Words; i++) words[i] = unchecked(0x9e3779b97f4a7c15u * (ulong)(i + 1));
        return (double)Words * Passes / Stopwatches.Best(Rounds, () =>
        {
            for (var i = 0; i < Passes; i++) Pass(words);
        });
    }

    private static void Pass(ulong[] words)
    {
        for (var i = 0; i + 3 < words.Length; i += 4)
        {
            var (a, b, c, d) = (words[i], words[i + 1], words[i + 2], words[i + 3]);
            words[i] = (a & b) | (~a & c);
            words[i + 1] = b + d;
            words[i + 2] = unchecked(c + (ulong)((long)(sbyte)a * (sbyte)b));
            words[i + 3] = (d << 13) ^ (d >> 7) ^ a;
        }
    }
}
