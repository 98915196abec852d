using Vta.Cli.Workloads;
using Vta.Compiler;
using Vta.Compiler.Workloads;
using Vta.Isa;
using Vta.Isa.Launch;
using Vta.TestSupport;

namespace Vta.Cli.Tests.Workloads;

public class LayerTests
{
    public static TheoryData<string> DenseLayers => [.. Layers.Convolutions.Names.Where(name => Layers.Convolutions.Find(name).Groups == 1)];

    public static TheoryData<string> GroupedLayers => [.. Layers.Convolutions.Names.Where(name => Layers.Convolutions.Find(name).Groups > 1)];

    public static TheoryData<string, int> WorkloadsAndConfigs
    {
        get
        {
            var data = new TheoryData<string, int>();
            foreach (var workload in WorkloadCatalog.All)
            {
                for (var config = 0; config < TestConfigs.All.Count; config++)
                    data.Add(workload.Name, config);
            }
            return data;
        }
    }

    /// <summary>The result is right, and loads hide behind the steps: at a beat a cycle they take less.</summary>
    [Theory]
    [MemberData(nameof(DenseLayers))]
    public void FoundScheduleIsRightAndBoundBySteps(string layer)
    {
        var statistics = Fsim.Verify("conv2d", "auto", VtaConfig.Default, ("layer", layer));
        statistics[Counters.GemmSteps].Should().Be(Layers.Convolutions.Find(layer).MultiplyAdds / 256);
        var beats = (statistics[Counters.InpLoadBytes] + statistics[Counters.WgtLoadBytes] + statistics[Counters.UopLoadBytes]) / VtaConfig.Default.BusBytes;
        beats.Should().BeLessThan(statistics[Counters.AccWrites]);
    }

    /// <summary>Groups of a block's channels multiply nothing that they need not.</summary>
    [Theory]
    [MemberData(nameof(GroupedLayers))]
    public void FoundScheduleOfGroupsIsRightAndWastesNoSteps(string layer) => Fsim.Verify("conv2d", "auto", VtaConfig.Default, ("layer", layer))
        [Counters.GemmSteps].Should().Be(Layers.Convolutions.Find(layer).MultiplyAdds / 256);

    /// <summary>Narrower groups share blocks: a step for each block of channels, pixel and tap.</summary>
    [Theory]
    [InlineData(32, 32, 2)]
    [InlineData(40, 40, 3)]
    [InlineData(64, 16, 4)]
    [InlineData(24, 3, 2)]
    public void NarrowGroupsShareBlocks(int channels, int groups, int blocks) => Fsim.Verify("conv2d", "auto", VtaConfig.Default,
        ("in-channels", $"{channels}"), ("groups", $"{groups}"), ("height", "6"), ("pack", "none"))[Counters.GemmSteps].Should().Be(blocks * 36 * 9);

    [Theory]
    [InlineData("dcgan.CT1")]
    [InlineData("dcgan.CT2")]
    [InlineData("dcgan.CT3")]
    public void TransposedLayersAreRightAndMultiplyNoZeros(string layer) => Fsim.Verify("conv2d-transpose", "auto", VtaConfig.Default, ("layer", layer))
        [Counters.GemmSteps].Should().BeLessThanOrEqualTo(Layers.TransposedConvolutions.Find(layer).MultiplyAdds / 256);

    [Theory]
    [MemberData(nameof(WorkloadsAndConfigs))]
    public void WorkloadsRunOnAnyConfiguration(string workload, int config)
    {
        (string, string)[] options = workload switch
        {
            "conv2d" => [("in-channels", "24"), ("out-channels", "20"), ("height", "9"), ("bias", "true")],
            "conv2d-transpose" => [("in-channels", "24"), ("out-channels", "20"), ("height", "4"), ("bias", "true")],
            "gemm" => [("m", "6"), ("n", "70"), ("k", "50"), ("bias", "true")],
            "dense" => [("in-features", "60"), ("out-features", "100")],
            // Accumulators of 8 bits cannot hold a sum.
            "max-pool2d" or "avg-pool2d" =>
                [("channels", "40"), ("height", "13"), ("width", "9"), ("kernel", TestConfigs.All[config].AccWidth > 8 ? "2" : "1")],
            "vecadd" or "vecmul" or "vecmax" => [("length", "5000")],
            _ => [("k", "96"), ("n", "80")],
        };
        Fsim.Verify(workload, "auto", TestConfigs.All[config], options);
    }

    [Theory]
    [InlineData("oc=32,ic=64,h=7,w=7", "2", "h")]
    [InlineData("oc=32,ic=48,h=3,w=5", "2", "oc")]
    [InlineData("oc=16,ic=16", "1", "oc")]
    public void TilingOfOnesOwn(string tile, string threads, string axis) => Fsim.Verify("conv2d", "auto", VtaConfig.Default,
        ("in-channels", "64"), ("height", "14"), ("tile", tile), ("threads", threads), ("thread-axis", axis));

    [Theory]
    [InlineData("dilation", "3", "pad", "1,0,5,3")]
    [InlineData("pad", "2x5", "residual", "true")]
    [InlineData("shift", "per-channel", "bias", "true")]
    [InlineData("shift", "0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19", "residual", "true")]
    [InlineData("pack", "patches", "stride", "2")]
    [InlineData("pack", "columns", "dilation", "2x1")]
    public void OptionsOfAConvolution(string first, string firstValue, string second, string secondValue) => Fsim.Verify("conv2d", "auto", VtaConfig.Default,
        ("in-channels", "20"), ("height", "11"), (first, firstValue), (second, secondValue));

    /// <summary>A kernel of which not one row fits the weights or inputs, padding beyond the fields of an instruction, rows longer than these.</summary>
    [Theory]
    [InlineData(8, 10, "7", "3", "30", "30", "2")]
    [InlineData(7, 18, "1x9", "0x4", "5", "60", "1")]
    [InlineData(15, 18, "33", "16", "40", "20", "3")]
    [InlineData(15, 18, "1x1025", "0", "1", "1030", "1")]
    [InlineData(15, 18, "3", "1", "4", "70000", "2000")]
    public void LargeKernelsPaddingAndRows(int inp, int wgt, string kernel, string pad, string height, string width, string stride) =>
        Fsim.Verify("conv2d", "auto", VtaConfig.Default.With(("LOG_INP_BUFF_SIZE", inp), ("LOG_WGT_BUFF_SIZE", wgt)),
            ("in-channels", "3"), ("out-channels", "20"), ("height", height), ("width", width), ("kernel", kernel), ("pad", pad), ("stride", stride), ("pack", "none"));

    /// <summary>The kernel is larger than a buffer, the input has few channels.</summary>
    [Fact]
    public void KernelLargerThanTheWeightBuffer() => Fsim.Verify("conv2d", "auto", VtaConfig.Default.With(("LOG_BLOCK", 5), ("LOG_UOP_BUFF_SIZE", 12),
            ("LOG_INP_BUFF_SIZE", 15), ("LOG_WGT_BUFF_SIZE", 15), ("LOG_ACC_BUFF_SIZE", 15)),
        ("in-channels", "3"), ("out-channels", "64"), ("height", "30"), ("kernel", "7"), ("stride", "2"), ("pad", "3"));

    [Theory]
    [InlineData("conv2d", "in-channels")]
    [InlineData("conv2d-transpose", "in-channels")]
    [InlineData("max-pool2d", "channels")]
    public void WithoutExpectedResult(string workload, string channels) => WorkloadCatalog.Find(workload)
        .Compile(VtaConfig.Default, new WorkloadArguments
        {
            HasExpected = false,
            Options = new Dictionary<string, string> { [channels] = "16", ["height"] = "8" },
        })
        .Bundle.Expected.Should().BeEmpty();

    /// <summary>The second thread has two of three rows: there is no output of the third phase.</summary>
    [Fact]
    public void TransposedTilingWithoutOutputsOfAPhase() => Fsim.Verify("conv2d-transpose", "auto", VtaConfig.Default,
        ("in-channels", "30"), ("height", "2"), ("kernel", "4"), ("stride", "3"), ("tile", "h=3"), ("threads", "2"), ("thread-axis", "h"));

    [Fact]
    public void TheSameSeedGivesTheSameBundle()
    {
        var first = Fsim.Compile("dense", "auto", VtaConfig.Default).Bundle;
        var second = Fsim.Compile("dense", "auto", VtaConfig.Default).Bundle;
        first.Memory.Concat(first.Expected).Select(segment => (segment.File, segment.Address, Convert.ToHexString(segment.Data)))
            .Should().Equal(second.Memory.Concat(second.Expected).Select(segment => (segment.File, segment.Address, Convert.ToHexString(segment.Data))));
    }
}
