using Vta.Cli.Workloads;
using Vta.Compiler;
using Vta.Compiler.Workloads;
using Vta.Runtime;
using Vta.Runtime.Bundles;
using Vta.TestSupport;

namespace Vta.Conformance.Tests.Workloads;

/// <summary>Operators with the schedules they find for themselves, on every backend: they leave what plain arithmetic says.</summary>
public sealed class WorkloadTests
{
    // All layers that have a name take a minute and a half on a simulator of cycles.
    private static readonly IEnumerable<string> s_layers = Environment.GetEnvironmentVariable("VTA_LAYERS") == "all"
        ?
        [
            .. Layers.Convolutions.Names.Select(layer => $"conv2d layer={layer}"),
            .. Layers.TransposedConvolutions.Names.Select(layer => $"conv2d-transpose layer={layer}"),
            "max-pool2d", "dense",
        ]
        : ["conv2d layer=resnet18.c7", "conv2d layer=resnet18.c10", "conv2d layer=mobilenet.D8", "conv2d layer=mobilenet.D9", "conv2d-transpose layer=dcgan.CT1"];

    private static readonly string[] s_workloads =
    [
        "conv2d in-channels=40 groups=40 height=9 kernel=3x5 stride=2x1 bias=true",
        "conv2d in-channels=24 out-channels=36 groups=3 height=7 batch=2 clip=none",
        "conv2d-transpose in-channels=20 out-channels=9 height=4 width=5 kernel=3x4 stride=2x3 pad=0x2 bias=true",
        "conv2d-transpose in-channels=20 height=5 kernel=3 stride=3 pad=0 output-padding=2 residual=true",
        "conv2d in-channels=20 out-channels=33 height=11 width=7 kernel=3x2 dilation=2x3 pad=1,4,3,0 stride=2x1 residual=true shift=per-channel bias=true",
        "conv2d in-channels=3 out-channels=20 height=19 kernel=5 stride=2 pack=patches",
        "conv2d in-channels=3 out-channels=20 height=19 kernel=5 stride=2 pack=columns residual=true",
        "conv2d in-channels=5 height=30 width=20 kernel=17x9 pad=16x20 pack=none",
        "conv2d in-channels=20 height=9 kernel=5 tile=ic=16,h=3,kh=1,kw=3",
        "conv2d in-channels=64 groups=64 height=6 tile=g=2,h=3 threads=2 thread-axis=g shift=per-channel",
        "dense in-features=100 out-features=70 bias=true",
        "max-pool2d channels=24 height=30 width=17 kernel=3 stride=2 pad=1",
        "avg-pool2d channels=24",
        "avg-pool2d channels=10 height=40 kernel=3x2 stride=1 pad=1",
        "vecadd length=40000",
        "vecmul length=1000",
        "vecmax length=5000",
    ];

    private static readonly string[] s_configurations =
    [
        "",
        "LOG_BATCH=1 LOG_BLOCK=2 LOG_UOP_BUFF_SIZE=8 LOG_INP_BUFF_SIZE=11 LOG_WGT_BUFF_SIZE=11 LOG_ACC_BUFF_SIZE=13",
    ];

    public static TheoryData<string> Configurations => [.. s_configurations];

    [Theory]
    [MemberData(nameof(Configurations))]
    public void On_fsim(string configuration) => Verify(Devices.Fsim, configuration, s_workloads);

    [Theory]
    [MemberData(nameof(Configurations))]
    public void On_rtl(string configuration) => Verify(Devices.Rtl, configuration, s_workloads);

    [ToolFact("verilator")]
    public void On_tsim() => Verify(Devices.Tsim, "", s_workloads);

    [Fact]
    public void Layers_of_networks_on_rtl() => Verify(Devices.Rtl, "", s_layers);

    [ToolFact("verilator")]
    public void Layers_of_networks_on_tsim() => Verify(Devices.Tsim, "", s_layers);

    /// <summary>Cores of 128 × 128 multiply-adds, which others publish.</summary>
    [Theory]
    [InlineData(Devices.Fsim)]
    [InlineData(Devices.Rtl)]
    public void On_the_largest_blocks(string target) => Verify(target, "LOG_BLOCK=7", ["gemm m=3 k=200 n=150", "conv2d in-channels=100 out-channels=130 height=4 width=3 bias=true"]);

    /// <summary>All workloads, one after the other on one device.</summary>
    private static void Verify(string target, string configuration, IEnumerable<string> workloads)
    {
        var config = Conformance.Tests.Configurations.With(configuration);
        using var device = Devices.Create(target, config);
        foreach (var workload in workloads)
        {
            var words = workload.Split(' ');
            var options = words[1..].Select(word => word.Split('=', 2)).ToDictionary(option => option[0], option => option[1]);
            var bundle = WorkloadCatalog.Find(words[0]).Compile(config, new WorkloadArguments { Options = options }).Bundle;
            BundleRunner.Run(bundle, device).Mismatches.Should().BeEmpty($"{workload} on {target}");
        }
    }
}
