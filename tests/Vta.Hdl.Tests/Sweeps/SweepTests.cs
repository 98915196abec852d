using Vta.TestSupport;

namespace Vta.Hdl.Tests.Sweeps;

/// <summary>A few turns of the longer sweeps (docs/hdl/sweeps.md); the simulators and Icarus have tests of their own, and gates take minutes.</summary>
public sealed class SweepTests
{
    public static TheoryData<int> Few => [.. Enumerable.Range(1, 4)];

    [ToolTheory("yosys", "yosys-smtbmc", "z3")]
    [MemberData(nameof(Few))]
    public void The_prover_says_what_all_states_say(int seed) => Sweep.OfProofs(seed).Should().BeNull();

    [Fact]
    public void Assertions_of_both_kinds_are_drawn() =>
        Enumerable.Range(1, 30).Select(seed => ExhaustiveCheck.Holds(new RandomAssertion(seed).Elaborate())).Distinct().Should().HaveCount(2);
}
