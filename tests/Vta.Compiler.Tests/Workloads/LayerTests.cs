using Vta.Isa;

namespace Vta.Compiler.Tests;

public class LayerTests
{
    public static TheoryData<string> DenseLayers => [.. Layers.Convolutions.Names.Where(name => Layers.Convolutions.Find(name).Groups == 1)];

    public static TheoryData<string> GroupedLayers => [.. Layers.Convolutions.Names.Where(name => Layers.Convolutions.Find(name).Groups > 1)];

    public static TheoryData<string, int> WorkloadsAndConfigs
    {
        get
        {
            var data = new TheoryData<string, int>();
            foreach (var workload in Compiler.Workloads.All)
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
        statistics.GemmSteps.Should().Be(Layers.Convolutions.Find(layer).MultiplyAdds / 256);
        var beats = (statistics.InpLoadBytes + statistics.WgtLoadBytes + statistics.UopLoadBytes) / VtaConfig.Default.BusBytes;
        beats.Should().BeLessThan(statistics.AccWrites);
    }

    /// <summary>Groups of a block's channels multiply nothing that they need not.</summary>
    [Theory]
    [MemberData(nameof(GroupedLayers))]
    public void FoundScheduleOfGroupsIsRightAndWastesNoSteps(string layer) => Fsim.Verify("conv2d", "auto", VtaConfig.Default, ("layer", layer))
        .GemmSteps.Should().Be(Layers.Convolutions.Find(layer).MultiplyAdds / 256);

    /// <summary>Narrower groups share blocks: a step for each block of channels, pixel and tap.</summary>
    [Theory]
    [InlineData(32, 32, 2)]
    [InlineData(40, 40, 3)]
    [InlineData(64, 16, 4)]
    [InlineData(24, 3, 2)]
    public void NarrowGroupsShareBlocks(int channels, int groups, int blocks) => Fsim.Verify("conv2d", "auto", VtaConfig.Default,
        ("in-channels", $"{channels}"), ("groups", $"{groups}"), ("height", "6")).GemmSteps.Should().Be(blocks * 36 * 9);

    [Theory]
    [InlineData("dcgan.CT1")]
    [InlineData("dcgan.CT2")]
    [InlineData("dcgan.CT3")]
    public void TransposedLayersAreRightAndMultiplyNoZeros(string layer) => Fsim.Verify("conv2d-transpose", "auto", VtaConfig.Default, ("layer", layer))
        .GemmSteps.Should().BeLessThanOrEqualTo(Layers.TransposedConvolutions.Find(layer).MultiplyAdds / 256);

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
