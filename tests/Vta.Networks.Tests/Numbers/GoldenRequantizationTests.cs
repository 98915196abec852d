using System.Text.Json.Nodes;
using Vta.Networks.Graph.Nodes;
using Vta.Networks.Graph.Tensors;
using Vta.Networks.Numbers;
using Vta.TestSupport;

namespace Vta.Networks.Tests.Numbers;

/// <summary>Multipliers, shifts, clamps and biases of the models are those of their reference runtime, to the last bit.</summary>
public sealed class GoldenRequantizationTests
{
    public static TheoryData<string> Names => [.. GoldenModel.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_channel_has_the_reference_s_numbers(string name)
    {
        var model = new GoldenModel(name);
        var nodes = model.Network.Nodes.ToDictionary(node => node.Origin.Index);
        foreach (var expected in model.Requantizations)
        {
            switch (nodes[expected["op"]!.GetValue<int>()])
            {
                case Conv2D node:
                    Check(Requantization.Of(node, RoundingRule.Double), node.Input, node.Weights, node.Bias!, expected);
                    break;
                case FullyConnected node:
                    Check(Requantization.Of(node, RoundingRule.Double), node.Input, node.Weights, node.Bias!, expected);
                    break;
                case Add node:
                    Check(SumNumbers.Of(node, RoundingRule.Double), expected);
                    break;
            }
        }
    }

    private static void Check(Requantization actual, Tensor input, Tensor weights, Tensor bias, JsonObject expected)
    {
        var channels = weights.Shape[0];
        var multipliers = Enumerable.Range(0, channels)
            .Select(channel => actual.Channels[actual.Channels.Length == 1 ? 0 : channel].Fixed)
            .ToList();
        multipliers.Select(each => each.Multiplier).Should().Equal(Numbers(expected["multiplier"]!, channels));
        multipliers.Select(each => each.Shift).Should().Equal(Numbers(expected["shift"]!, channels));
        actual.ZeroPoint.Should().Be(expected["output_zero_point"]!.GetValue<int>());
        actual.Range.Should().Be(new IntegerRange(expected["act_min"]!.GetValue<int>(), expected["act_max"]!.GetValue<int>()));
        var sums = weights.Integers().Chunk(weights.Shape.Elements / channels).Select(each => each.Sum());
        bias.Integers().Zip(sums, (value, sum) => value - input.ZeroPoint * sum).Should().Equal(
            expected["folded_bias"]!.AsArray().Select(value => value!.GetValue<long>()));
    }

    private static void Check(SumNumbers actual, JsonObject expected)
    {
        actual.Left.Should().Be(Multiplier(expected["input1"]!));
        actual.Right.Should().Be(Multiplier(expected["input2"]!));
        actual.Output.Should().Be(Multiplier(expected["output"]!));
        SumNumbers.LeftShift.Should().Be(expected["left_shift"]!.GetValue<int>());
    }

    private static QuantizedMultiplier Multiplier(JsonNode pair) => new(pair[0]!.GetValue<int>(), pair[1]!.GetValue<int>());

    // One for each channel, or one for all.
    private static IEnumerable<int> Numbers(JsonNode node, int count)
    {
        var values = node is JsonArray array ? array.Select(value => value!.GetValue<int>()).ToList() : [node.GetValue<int>()];
        return values.Count == count ? values : Enumerable.Repeat(values.Single(), count);
    }
}
