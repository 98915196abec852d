using Vta.Isa.Launch;

namespace Vta.Simulator.Tests;

public sealed class BundleTests
{
    public static TheoryData<string> Programs => [.. RepositoryPrograms.Names];

    [Theory]
    [MemberData(nameof(Programs))]
    public void Bundles_of_other_toolchains_give_what_they_expect(string name)
    {
        var bundle = RepositoryPrograms.Load(name);
        var dram = bundle.CreateDram();
        var simulator = new BehaviouralSimulator(bundle.Config);
        foreach (var launch in bundle.Launches)
            simulator.Launch(dram, launch).ThrowOnFault(bundle.Config, dram, launch);
        bundle.Compare(dram).Should().BeEmpty();
    }

    [Fact]
    public void The_statistics_are_those_of_the_program()
    {
        var bundle = RepositoryPrograms.Load("tvm-tutorial-convolution-opt");
        var result = new BehaviouralSimulator(bundle.Config).Launch(bundle.CreateDram(), bundle.Launches[0]);
        result.Statistics.Should().Be(new LaunchStatistics
        {
            [Counters.InpLoadBytes] = 114688,
            [Counters.WgtLoadBytes] = 1179648,
            [Counters.AccLoadBytes] = 0,
            [Counters.UopLoadBytes] = 1144,
            [Counters.OutStoreBytes] = 50176,
            [Counters.GemmSteps] = 451584,
            [Counters.AluSteps] = 9408,
            [Counters.AccWrites] = 451584 + 9408 + 3136,
        });
    }
}
