using Vta.Isa;
using Vta.Isa.Launch;
using Vta.Isa.Programs;
using Vta.Isa.Programs.Bounds;
using Vta.NetworkCompiler;
using Vta.Networks;
using Vta.Networks.Graph;
using Vta.Networks.Graph.Nodes;
using Vta.Runtime;

namespace Vta.Benchmarks;

/// <summary>The networks of tests/models on the accelerator: times, cycles, and of each layer the bound.</summary>
internal static class NetworkRuns
{
    // The best published of cores with 64 multiply-adds a cycle and a bus of 128 bits, softmax on the host.
    private static readonly Dictionary<string, long> Published = new() { ["ic"] = 275_137, ["vww"] = 224_115, ["kws"] = 99_884, ["ad"] = 28_988, ["sww"] = 9_872 };

    public static void Print(string root)
    {
        var tiny = VtaConfig.Load(Path.Combine(root, "config", "tiny.json"));
        var usual = NetworkConfiguration.WithExtensions(VtaConfig.Default);
        Console.WriteLine("| network | compiled | fsim | rtl | cycles, 1×16×16, bus of 64 bits | cycles, tiny.json | published | bound, tiny.json |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|");
        foreach (var (name, published) in Published)
        {
            var network = ModelFile.Load(Path.Combine(root, "tests", "models", name, "model.tflite"));
            var compile = Stopwatches.Best(3, () => CompiledNetwork.Compile(network, usual));
            var fsim = Measure(network, Devices.Fsim, usual);
            var rtl = Measure(network, Devices.Rtl, usual);
            var core = Measure(network, Devices.Rtl, tiny);
            Console.WriteLine($"| {name} | {compile:0.00} s | {fsim.Seconds * 1e3:0.0} ms | {rtl.Seconds:0.00} s "
                + $"| {rtl.Cycles:N0} | {core.Cycles:N0} | {published:N0} | {CompiledNetwork.Compile(network, tiny).Programs.Sum(program => Roofline.Of(program).Cycles):N0} |");
        }
        foreach (var name in Published.Keys)
        {
            Console.WriteLine();
            Console.WriteLine($"{name}, each layer a program of its own:");
            Console.WriteLine();
            Layers(ModelFile.Load(Path.Combine(root, "tests", "models", name, "model.tflite")), usual, tiny);
        }
    }

    private static (double Seconds, long Cycles) Measure(Network network, string target, VtaConfig config)
    {
        using var device = Devices.Create(target, config);
        using var session = NetworkSession.Create(network, device);
        byte[][] inputs = [.. network.Inputs.Select(input => new byte[input.Bytes])];
        LaunchStatistics? statistics = null;
        var seconds = Stopwatches.Best(3, () => statistics = session.Run(inputs).Statistics);
        return (seconds, statistics?.CycleCount ?? 0);
    }

    private static void Layers(Network network, params IReadOnlyList<VtaConfig> configs)
    {
        var figures = configs.Select(config => Figures(network, config)).ToList();
        Console.WriteLine("| layer | 1×16×16 | bound | tiny.json | bound |");
        Console.WriteLine("|---|---|---|---|---|");
        foreach (var (node, index) in network.Nodes.Select((node, index) => (node, index)).Where(each => figures[0].ContainsKey(each.node)))
            Console.WriteLine($"| {index} {node.Origin.Operator} | {string.Join(" | ", figures.Select(figure => $"{figure[node].Cycles:N0} | {figure[node].Bound:N0}"))} |");
    }

    private static Dictionary<Node, (long Cycles, long Bound)> Figures(Network network, VtaConfig config)
    {
        var compiled = CompiledNetwork.Compile(network, config, separates: true);
        using var device = Devices.Create(Devices.Rtl, config);
        using var session = new NetworkSession(compiled, device);
        var cycles = new List<(Node Node, long Cycles)>();
        session.Run([.. network.Inputs.Select(input => new byte[input.Bytes])], (tensor, _, statistics) =>
        {
            if (statistics?.CycleCount is { } count) cycles.Add((network.Nodes.Single(node => node.Output == tensor), count));
        });
        return cycles.Zip(compiled.Programs).ToDictionary(pair => pair.First.Node, pair => (pair.First.Cycles, Roofline.Of(pair.Second).Cycles));
    }
}
