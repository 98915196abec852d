using Vta.Hdl.Formal;
using Vta.Hdl.Ir;
using Vta.Hdl.Tests.Formal;
using Vta.TestSupport;
using static Vta.Hdl.Hw;

namespace Vta.Hdl.Tests.Clocks;

/// <summary>Proofs of modules whose clocks have their edges at any time.</summary>
public sealed class SeveralClocksProofTests
{
    [ToolTheory("yosys-smtbmc", "z3")]
    [InlineData(ResetKind.Synchronous)]
    [InlineData(ResetKind.AsynchronousLow)]
    public void What_holds_however_the_edges_come_is_proven(ResetKind kind)
    {
        var result = Prover.Prove(new Chase(kind, limit: 2));

        result.Status.Should().Be(ProofStatus.Proven, result.Message);
        result.Covers.Should().ContainSingle().Which.Cycle.Should().BePositive();
    }

    [ToolFact("yosys-smtbmc", "z3")]
    public void What_only_some_orders_of_edges_break_comes_with_the_edges()
    {
        var result = Prover.Prove(new Chase(ResetKind.Asynchronous, limit: 1));

        result.Status.Should().Be(ProofStatus.Failed);
        result.Counterexample!.Cycles[^1].Clocks.Should().NotBeEmpty();
        CompiledTest.Run(result.Counterexample.ToTest("new Vta.Hdl.Tests.Clocks.Chase(Vta.Hdl.Ir.ResetKind.Asynchronous, limit: 1)", "Breaks"), "Breaks");
    }
}

/// <summary>A count of one clock that a register of another follows, and that waits for it.</summary>
public sealed class Chase(ResetKind kind, int limit) : Module
{
    public readonly UInt Ahead = Out(UInt(3));

    protected override ClockDomain DefaultDomain => new("main") { Reset = kind };

    protected override void Build()
    {
        var fast = new ClockDomain("fast") { Edge = ClockEdge.Falling, Reset = kind };
        var leader = Reg(UInt(3));
        UInt follower;
        using (Domain(fast))
        {
            follower = RegAcross(UInt(3), "follower");
            follower.Set(leader);
        }
        var ahead = LetAcross(leader - follower);
        using (When(ahead != 2))
            leader.Set(leader + 1);
        Ahead.Set(ahead);
        Assert(ahead <= limit, "the leader is not too far ahead");
        Cover(ahead == limit, "the leader is as far ahead as it may");
    }
}
