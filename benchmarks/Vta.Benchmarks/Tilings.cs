using Vta.Compiler;
using Vta.Isa;
using Vta.Runtime;
using Vta.Runtime.Bundles;

namespace Vta.Benchmarks;

/// <summary>The tilings that the compiler finds for the layers of ResNet-18, against all that there are, and in cycles.</summary>
internal static class Tilings
{
    /// <summary>Prints a Markdown table, a row a layer.</summary>
    public static void Print(VtaConfig config)
    {
        Console.WriteLine("| layer | tiling found | roofline | best roofline of all tilings | cycles | to compile |");
        Console.WriteLine("|---|---|---|---|---|---|");
        foreach (var name in Layers.Convolutions.Names.Where(name => name.StartsWith("resnet18", StringComparison.Ordinal)))
        {
            var arguments = new WorkloadArguments { Options = new Dictionary<string, string> { ["layer"] = name } };
            var workload = Workloads.Find("conv2d");
            var compiled = workload.Compile(config, arguments);
            var seconds = Stopwatches.Best(3, () => workload.Compile(config, arguments));
            var (best, count) = BestRoofline(config, Layers.Convolutions.Find(name));
            using var device = Devices.Create(Devices.Rtl, config);
            var result = BundleRunner.Run(compiled.Bundle, device);
            if (!result.Verified) throw new InvalidOperationException($"{name}: {result.Mismatches[0]}");
            Console.WriteLine($"| {name} | {compiled.Schedule} | {Roofline.Of(compiled.Bundle).Cycles:N0} | {best:N0} ({count:N0}) "
                + $"| {result.Statistics.CycleCount:N0} | {seconds:0.00} s |");
        }
    }

    private static (long Best, int Count) BestRoofline(VtaConfig config, ConvolutionShape shape)
    {
        var stage = new OutputStage(HasBias: false, Shift: 8, Clip: (0, 127));
        var layout = new ConvolutionLayout(shape, config);
        var cost = new ConvolutionCost(config, layout, stage);
        var all = new TilingSpace(config, layout, stage).All().ToArray();
        return (all.Min(cost.Roofline), all.Length);
    }
}
