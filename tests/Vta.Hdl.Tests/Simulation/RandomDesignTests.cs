namespace Vta.Hdl.Tests.Simulation;

public sealed class RandomDesignTests
{
    // Of scratch space of 144, 40 bytes were cleared but for the last 8.
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 60), 144];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Compiled_and_reference_agree_in_every_cycle(int seed) => SimulatorComparison.FirstDifference(seed).Should().BeNull();
}
