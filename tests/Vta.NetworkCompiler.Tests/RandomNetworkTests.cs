using Vta.Networks.Graph.Tensors;
using Vta.Networks.Host;
using Vta.Networks.Numbers;
using Vta.Runtime;

namespace Vta.NetworkCompiler.Tests;

/// <summary>Random networks give on the accelerator what plain C# gives.</summary>
public sealed class RandomNetworkTests
{
    /// <summary>How many are tried, for each configuration.</summary>
    private static int Count => int.TryParse(Environment.GetEnvironmentVariable("VTA_RANDOM_NETWORKS"), out var count) ? count : 15;

    public static TheoryData<string> Configurations => [.. NetworkConfigs.Names];

    [Theory]
    [MemberData(nameof(Configurations))]
    public void The_accelerator_gives_what_plain_C_sharp_gives(string configuration)
    {
        var config = NetworkConfigs.Of(configuration);
        for (var seed = 0; seed < Count; seed++)
        {
            var (network, input) = RandomNetwork.Create(seed, (RoundingRule)(seed % 3));
            var expected = new Dictionary<Tensor, byte[]>();
            var outputs = HostExecutor.Run(network, [input], (node, bytes) => expected[node.Output] = bytes.ToArray());
            using var device = Devices.Create(Devices.Fsim, config);

            using (var separate = new NetworkSession(CompiledNetwork.Compile(network, config, separates: true), device))
            {
                separate.Run([input], (tensor, bytes, _) =>
                    bytes.SequenceEqual(expected[tensor]).Should().BeTrue($"seed {seed} has {network.Nodes.Single(node => node.Output == tensor)}"));
            }

            // Twice, since the second run finds what the first left in memory.
            using var session = NetworkSession.Create(network, device);
            session.Run([input]);
            session.Run([input]).Outputs.Should().BeEquivalentTo(outputs, options => options.WithStrictOrdering(), $"of seed {seed}");
        }
    }
}
