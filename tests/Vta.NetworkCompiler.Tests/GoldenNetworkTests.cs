using System.Security.Cryptography;
using Vta.Isa;
using Vta.Networks.Graph.Tensors;
using Vta.Runtime;
using Vta.TestSupport;

namespace Vta.NetworkCompiler.Tests;

/// <summary>The models of <c>tests/models</c> give the bytes of their reference runtime on the accelerator.</summary>
public sealed class GoldenNetworkTests
{
    private static readonly string[] SomeInputs = ["00", "05", "08"];

    public static TheoryData<string, string> ModelsAndConfigurations
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var name in GoldenModel.Names)
            {
                foreach (var configuration in NetworkConfigs.Names)
                    data.Add(name, configuration);
            }
            return data;
        }
    }

    public static TheoryData<string> Models => [.. GoldenModel.Names];

    [Theory]
    [MemberData(nameof(ModelsAndConfigurations))]
    public void Every_operator_gives_the_reference_s_bytes(string name, string configuration)
    {
        var model = new GoldenModel(name);
        using var device = Devices.Create(Devices.Fsim, NetworkConfigs.Of(configuration));
        using var session = new NetworkSession(CompiledNetwork.Compile(model.Network, device.Config, separates: true), device);
        foreach (var input in SomeInputs)
        {
            var made = new Dictionary<Tensor, string>();

            session.Run([model.Input(input)], (tensor, bytes, _) => made[tensor] = Convert.ToHexStringLower(SHA256.HashData(bytes)));

            model.Network.Nodes.Select(node => (node.Origin.Index, made[node.Output])).Should().Equal(model.TensorHashes(input), $"of {name} with input {input}");
        }
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void A_network_is_one_program_up_to_what_the_host_does(string name)
    {
        var model = new GoldenModel(name);
        using var device = Devices.Create(Devices.Fsim, NetworkConfigs.Of("1x16x16"));
        var compiled = CompiledNetwork.Compile(model.Network, device.Config);
        using var session = new NetworkSession(compiled, device);

        compiled.Programs.Should().ContainSingle();
        compiled.Layers.Where(layer => !layer.IsOnDevice).Select(layer => layer.Node.Operator).Should().BeSubsetOf(["Reshape", "Softmax"]);
        foreach (var input in model.Inputs)
            session.Run([model.Input(input)]).Outputs.Should().ContainSingle().Which.Should().Equal(model.Output(input), $"of input {input}");
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void The_hardware_gives_the_reference_s_bytes(string name) => Run(name, Devices.Rtl, NetworkConfigs.Of("1x16x16"), "00", "08");

    [ToolTheory("verilator")]
    [MemberData(nameof(Models))]
    public void The_hardware_gives_the_reference_s_bytes_in_Verilator(string name) => Run(name, Devices.Tsim, NetworkConfigs.Small, "01");

    private static void Run(string name, string target, VtaConfig config, params string[] inputs)
    {
        var model = new GoldenModel(name);
        using var device = Devices.Create(target, config);
        using var session = NetworkSession.Create(model.Network, device);
        foreach (var input in inputs)
            session.Run([model.Input(input)]).Outputs.Should().ContainSingle().Which.Should().Equal(model.Output(input), $"of input {input}");
    }
}
