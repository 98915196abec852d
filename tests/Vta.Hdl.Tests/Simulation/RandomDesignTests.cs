namespace Vta.Hdl.Tests.Simulation;

public sealed class RandomDesignTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 60)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Compiled_and_reference_agree_in_every_cycle(int seed) => SimulatorComparison.FirstDifference(seed).Should().BeNull();
}
