using System.Security.Cryptography;
using Vta.Networks.Graph;
using Vta.Networks.Graph.Nodes;
using Vta.Networks.Graph.Tensors;
using Vta.Networks.Host;
using Vta.Networks.Numbers;
using Vta.Networks.Tests.Tflite;
using Vta.Networks.Tflite;
using Vta.TestSupport;

namespace Vta.Networks.Tests;

/// <summary>Random models of one operator, imported and run, against definitions.</summary>
public sealed class RandomOperatorTests
{
    /// <summary>How many are tried.</summary>
    private static int Count => int.TryParse(Environment.GetEnvironmentVariable("VTA_RANDOM_OPERATORS"), out var count) ? count : 480;

    [Theory]
    [InlineData(RoundingRule.Double)]
    [InlineData(RoundingRule.Single)]
    public void The_executor_gives_what_definitions_give(RoundingRule rounding)
    {
        var checkedKinds = new HashSet<string>();
        for (var seed = 0; seed < Count; seed++)
        {
            var (model, inputs) = RandomTfliteOperator.Create(seed);
            var network = TfliteReader.Read(model, $"seed {seed}", rounding);
            var node = network.Nodes.Single(each => each.Output == network.Outputs.Single());
            var expected = new PlainReference(Remembered(network, inputs), roundsOnce: rounding == RoundingRule.Single).Run(node);
            if (expected is null)
                continue;

            var actual = HostExecutor.Run(network, inputs).Single();

            Integers(node.Output, actual).Should().Equal(expected, $"of seed {seed}, {node.Operator}");
            checkedKinds.Add(node.Operator);
        }
        checkedKinds.Should().BeEquivalentTo(
            "Conv2D", "TransposeConv", "FullyConnected", "AveragePool", "MaxPool", "Add", "Sub", "Mul", "Clamp", "Requantize", "Pad", "Reshape",
            "MatMul", "Concat", "Transpose", "Slice");
    }

    [Fact]
    public void Functions_and_means_give_the_reference_s_bytes()
    {
        var golden = Path.Combine(GoldenFile.Repository, "tests", "Vta.Networks.Tests", "Golden", "random_operators.tsv");
        foreach (var fields in File.ReadLines(golden).Skip(2).Select(line => line.Split('\t')))
        {
            var (model, inputs) = RandomTfliteOperator.Create(int.Parse(fields[0]));

            var output = HostExecutor.Run(TfliteReader.Read(model, fields[0]), inputs).Single();

            Convert.ToHexStringLower(SHA256.HashData(output)).Should().Be(fields[2], $"of seed {fields[0]}, {fields[1]}");
        }
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
