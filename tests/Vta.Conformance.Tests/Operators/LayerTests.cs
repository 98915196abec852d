using FluentAssertions;
using Vta.Compiler;
using Vta.Isa;
using Vta.Runtime;
using Vta.Runtime.Bundles;
using Vta.TestSupport;

namespace Vta.Conformance.Tests.Operators;

/// <summary>Layers of networks with a tiling that is found, on every backend.</summary>
public sealed class LayerTests
{
    public static TheoryData<string> Layers =>
    [
        "conv2d layer=mobilenet.D9",
        "conv2d in-channels=40 groups=40 height=9 stride=2 bias=true",
    ];

    [Theory]
    [MemberData(nameof(Layers))]
    public void On_fsim(string layer) => Verify(Devices.Fsim, layer);

    [Theory]
    [MemberData(nameof(Layers))]
    public void On_rtl(string layer) => Verify(Devices.Rtl, layer);

    [ToolTheory("verilator")]
    [MemberData(nameof(Layers))]
    public void On_tsim(string layer) => Verify(Devices.Tsim, layer);

    private static void Verify(string target, string layer)
    {
        var words = layer.Split(' ');
        var arguments = new WorkloadArguments { Options = words.Skip(1).Select(word => word.Split('=')).ToDictionary(pair => pair[0], pair => pair[1]) };
        var workload = Compiler.Workloads.Find(words[0]).Compile(VtaConfig.Default, arguments);
        using var device = Devices.Create(target, VtaConfig.Default);
        BundleRunner.Run(workload.Bundle, device).Mismatches.Should().BeEmpty($"{workload.Title} ({workload.Schedule}) on {target}");
    }
}
