namespace Vta.Cli.Tests.Sweeps;

/// <summary>Workloads of all kinds with shapes, strides and pads drawn at random, as a user types them.</summary>
internal static class RandomCommand
{
    /// <summary>A workload and its options. The same seed gives the same command.</summary>
    public static string[] Draw(int seed)
    {
        var random = new Random(seed);
        return random.Next(10) switch
        {
            < 3 => ["conv2d", .. Convolution(random)],
            3 => ["conv2d", .. Depthwise(random)],
            4 => ["conv2d-transpose", .. Window(random, 5), "--out-channels", Text(random.Next(1, 40))],
            5 => [random.Next(2) == 0 ? "max-pool2d" : "avg-pool2d", "--channels", Text(random.Next(1, 50)), .. Window(random, 4).Skip(2)],
            6 => [random.Next(3) switch { 0 => "vecadd", 1 => "vecmul", _ => "vecmax" }, "--length", Text(random.Next(1, 3000))],
            7 => ["dense", "--batch", Text(random.Next(1, 6)), "--in-features", Text(random.Next(1, 200)), "--out-features", Text(random.Next(1, 200)),
                .. Output(random)],
            _ => ["gemm", "--m", Text(random.Next(1, 60)), "--k", Text(random.Next(1, 150)), "--n", Text(random.Next(1, 150)), .. Output(random)],
        };
    }

    private static string[] Convolution(Random random)
    {
        var groups = random.Next(4) == 0 ? random.Next(2, 4) : 1;
        return [.. Window(random, 6, groups), "--groups", Text(groups), "--out-channels", Text(groups * random.Next(1, 48)), .. Output(random)];
    }

    private static string[] Depthwise(Random random)
    {
        var channels = Text(random.Next(1, 50));
        return [.. Window(random, 5).Skip(2), "--in-channels", channels, "--groups", channels, .. Output(random)];
    }

    private static IEnumerable<string> Window(Random random, int largestKernel, int groups = 1)
    {
        var (kernelHeight, kernelWidth) = (random.Next(1, largestKernel), random.Next(1, largestKernel));
        var (padHeight, padWidth) = (random.Next(kernelHeight), random.Next(kernelWidth));

        // At least one window fits.
        var height = Math.Max(1, kernelHeight - 2 * padHeight) + random.Next(14);
        var width = Math.Max(1, kernelWidth - 2 * padWidth) + random.Next(14);
        return ["--in-channels", Text(groups * random.Next(1, 48)), "--height", Text(height), "--width", Text(width),
            "--kernel", $"{kernelHeight}x{kernelWidth}", "--pad", $"{padHeight}x{padWidth}", "--stride", $"{random.Next(1, 4)}x{random.Next(1, 4)}"];
    }

    private static string[] Output(Random random) =>
        ["--bias", random.Next(2) == 0 ? "true" : "false", "--shift", Text(random.Next(12)), .. random.Next(3) == 0 ? (string[])["--clip", "none"] : []];

    private static string Text(int number) => $"{number}";
}
