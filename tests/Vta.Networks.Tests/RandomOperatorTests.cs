using System.Runtime.InteropServices;
using Vta.Networks.Graph;
using Vta.Networks.Host;
using Vta.Networks.Tests.Tflite;
using Vta.Networks.Tflite;

namespace Vta.Networks.Tests;

/// <summary>Random models of one operator, imported and run, against definitions.</summary>
public sealed class RandomOperatorTests
{
    /// <summary>How many are tried.</summary>
    private static int Count => int.TryParse(Environment.GetEnvironmentVariable("VTA_RANDOM_OPERATORS"), out var count) ? count : 480;

    [Fact]
    public void The_executor_gives_what_definitions_give()
    {
        var checkedKinds = new HashSet<string>();
        for (var seed = 0; seed < Count; seed++)
        {
            var (model, inputs) = RandomTfliteOperator.Create(seed);
            var network = TfliteReader.Read(model, $"seed {seed}");
            var node = network.Nodes.Single();
            var expected = new PlainReference(Remembered(network, inputs)).Run(node);
            if (expected is null)
                continue;

            var actual = HostExecutor.Run(network, inputs).Single();

            MemoryMarshal.Cast<byte, sbyte>(actual).ToArray().Select(value => (int)value).Should().Equal(expected, $"of seed {seed}, {node.Operator}");
            checkedKinds.Add(node.Operator);
        }
        checkedKinds.Should().BeEquivalentTo(
            "Conv2D", "TransposeConv", "FullyConnected", "AveragePool", "MaxPool", "Add", "Sub", "Mul", "Clamp", "Requantize", "Pad", "Reshape");
    }

    private static Func<Tensor, int[]> Remembered(Network network, byte[][] inputs)
    {
        var known = network.Inputs.Zip(inputs).ToDictionary(pair => pair.First, pair => Integers(pair.First, pair.Second));
        foreach (var constant in network.Constants)
            known.Add(constant, [.. constant.Integers().Select(value => (int)value)]);
        return tensor => known[tensor];
    }

    private static int[] Integers(Tensor tensor, byte[] bytes) => [.. (tensor with { Constant = bytes }).Integers().Select(value => (int)value)];
}
