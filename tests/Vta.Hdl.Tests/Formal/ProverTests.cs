using Vta.Hdl.Formal;
using Vta.Hdl.Tools;
using Vta.TestSupport;

namespace Vta.Hdl.Tests.Formal;

public sealed class ProverTests
{
    [ToolFact("yosys-smtbmc", "z3")]
    public void What_holds_is_proven_and_covers_tell_when_they_are_reached()
    {
        var result = Prover.Prove(new Wrapping(limit: 5, promised: 5));

        result.Status.Should().Be(ProofStatus.Proven);
        result.Message.Should().StartWith("proven by induction over ");
        result.Covers.Should().ContainSingle().Which.Cycle.Should().Be(6, "the first cycle is that of reset");
    }

    [ToolFact("yosys-smtbmc", "z3")]
    public void What_fails_comes_with_the_place_a_wave_and_a_test_that_fails()
    {
        var result = Prover.Prove(new Wrapping(limit: 5, promised: 4));

        result.Status.Should().Be(ProofStatus.Failed);
        var failure = result.Counterexample!.Failure;
        failure.Cycle.Should().Be(6);
        result.Message.Should().Be($"{failure.Assertion.Location}: assertion failed in cycle 6: stays within its limit");
        result.Counterexample.Wave.Should().Contain("$scope module Wrapping $end").And.Contain(" count_reg [");
        var test = result.Counterexample.ToTest("new Wrapping(limit: 5, promised: 4)", "Breaks");
        test.Should().Contain("sim.Reset();").And.Contain("sim.Step(5);");
        CompiledTest.Run(test, "Breaks");
        var mended = () => CompiledTest.Run(test.Replace("promised: 4", "promised: 5"), "Breaks");
        mended.Should().Throw<Xunit.Sdk.XunitException>("the test is green only while the fault is there");
    }

    [ToolFact("yosys-smtbmc", "z3")]
    public void Registers_hold_anything_before_reset()
    {
        var result = Prover.Prove(new Leaking());

        result.Status.Should().Be(ProofStatus.Failed);
        result.Counterexample!.PowerUp.Should().ContainKey("state");
        CompiledTest.Run(result.Counterexample.ToTest("new Leaking()", "Leaks"), "Leaks");
    }

    [ToolFact("yosys-smtbmc", "z3")]
    public void What_a_module_assumes_its_parent_has_to_keep()
    {
        Prover.Prove(new Part()).Status.Should().Be(ProofStatus.Proven);
        Prover.Prove(new Parent(keepsContract: true)).Status.Should().Be(ProofStatus.Proven);

        Prover.Prove(new Parent(keepsContract: false)).Message.Should().EndWith("assumption broken in cycle 1: the input is small");
    }

    [ToolFact("yosys-smtbmc", "z3")]
    public void A_cover_that_is_not_reached_fails()
    {
        var result = Prover.Prove(new Wrapping(limit: 50, promised: 50));

        result.Status.Should().Be(ProofStatus.Failed);
        result.Message.Should().EndWith("cover not reached in the first 20 cycles: reaches its limit");
        result.Counterexample.Should().BeNull();
    }

    [ToolFact("yosys-smtbmc", "z3")]
    public void Assumptions_that_contradict_each_other_prove_nothing()
    {
        var result = Prover.Prove(new Contradicting());

        result.Status.Should().Be(ProofStatus.Failed);
        result.Message.Should().Be("the assumptions contradict each other: nothing keeps them all");
    }

    [ToolFact("yosys-smtbmc", "z3")]
    public void What_is_neither_proven_nor_broken_is_unknown()
    {
        var result = Prover.Prove(new Slow(), new() { Depth = 2 });

        result.Status.Should().Be(ProofStatus.Unknown);
        result.Message.Should().Be("no assertion breaks in the first 2 cycles, but none of the engines found a proof for all");
    }

    [Fact]
    public void A_missing_tool_is_named_with_the_way_to_get_it()
    {
        var act = () => ToolProcess.Run("no-such-tool", Path.GetTempPath(), TimeSpan.FromSeconds(1));

        act.Should().Throw<ToolMissingException>().WithMessage("no-such-tool is not installed: *apt-get install yosys z3");
    }
}
