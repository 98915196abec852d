using System.Security.Cryptography;
using Vta.Networks.Host;
using Vta.TestSupport;

namespace Vta.Networks.Tests;

/// <summary>The models of <c>tests/models</c> give the bytes of their reference runtime, after every operator.</summary>
public sealed class GoldenModelTests
{
    public static TheoryData<string> Names => [.. GoldenModel.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_operator_gives_the_reference_s_bytes(string name)
    {
        var model = new GoldenModel(name);
        model.Inputs.Should().HaveCount(7);
        foreach (var input in model.Inputs)
        {
            var made = new List<(int, string)>();

            var outputs = HostExecutor.Run(
                model.Network,
                [model.Input(input)],
                (node, bytes) => made.Add((node.Origin.Index, Convert.ToHexStringLower(SHA256.HashData(bytes)))));

            made.Should().Equal(model.TensorHashes(input), $"of {name} with input {input}");
            outputs.Should().ContainSingle().Which.Should().Equal(model.Output(input));
        }
    }
}
