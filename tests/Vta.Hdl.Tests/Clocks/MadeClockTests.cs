using System.Numerics;
using Vta.Hdl.Diagnostics;
using Vta.Hdl.Formal;
using Vta.Hdl.Ir;
using Vta.Hdl.Testbench;
using Vta.Hdl.Tests.Diagnostics;
using Vta.Hdl.Tests.Simulation;
using Vta.Hdl.Tests.Verilog;
using Vta.Hdl.Verilog;
using Vta.TestSupport;
using static Vta.Hdl.Hw;

namespace Vta.Hdl.Tests.Clocks;

/// <summary>Clocks that a design makes itself: dividers, gates, pins of black boxes.</summary>
public sealed class MadeClockTests
{
    public static TheoryData<ResetKind> Kinds => [.. Enum.GetValues<ResetKind>()];

    [Theory]
    [InlineData(ClockEdge.Rising, new[] { 0, 1, 1, 2, 2, 3 })]
    [InlineData(ClockEdge.Falling, new[] { 0, 0, 1, 1, 2, 2 })]
    public void A_divider_has_edges_behind_those_of_its_register(ClockEdge edge, int[] expected) => AllOptions.ForEach(new Divided(edge).Elaborate(), sim =>
    {
        var seen = new List<BigInteger>();
        for (var i = 0; i < expected.Length; i++)
        {
            seen.Add(sim.Peek("slow"));
            sim.Step();
        }
        seen.Should().Equal(expected.Select(n => (BigInteger)n));
        sim.Cycle.Should().Be(expected.Length);
        sim.Invoking(s => s.Step(s.Clock("half"))).Should().Throw<ArgumentException>().WithMessage("the clock 'half' is made by the design*");
    });

    [Fact]
    public void What_a_divided_clock_samples_has_changed_already() => AllOptions.ForEach(new Divided(ClockEdge.Rising).Elaborate(), sim =>
    {
        sim.Step(3);
        sim.Peek("sampled").Should().Be(3, "the third edge of the clock, which made the second of the divider, has counted");
    });

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_gated_clock_stands_still_while_its_gate_is_closed_but_in_reset(ResetKind kind) => AllOptions.ForEach(new Gated(kind).Elaborate(), sim =>
    {
        sim.Reset();
        sim.Step(3);
        sim.Peek("count").Should().Be(7);
        sim.Poke("open", 1);
        sim.Step(2);
        sim.Peek("count").Should().Be(9);
        sim.Poke("open", 0);
        sim.Step(2);
        sim.Peek("count").Should().Be(9);
    });

    [ToolTheory("iverilog", "vvp")]
    [MemberData(nameof(Kinds))]
    public void Icarus_agrees_about_a_gated_clock(ResetKind kind) => Agrees(new Gated(kind));

    [ToolFact("iverilog", "vvp")]
    public void Icarus_agrees_about_a_divider() => Agrees(new Divided(ClockEdge.Rising));

    [Fact]
    public void A_divided_clock_is_a_domain_of_its_own()
    {
        var problem = Fails.With(() => new Divided(ClockEdge.Rising) { Crosses = true }).Should().ContainSingle().Subject;

        problem.Rule.Should().Be(Rule.ClockCrossing);
        problem.Message.Should().Contain("at the clock 'half'").And.Contain("changes at the clock 'main'");
    }

    [Fact]
    public void A_gated_clock_is_a_domain_of_its_own_unless_it_is_declared_synchronous()
    {
        Fails.With(() => new Gated(ResetKind.Synchronous) { Crosses = true }).Should().ContainSingle().Which.Rule.Should().Be(Rule.ClockCrossing);
        Fails.With(() => new Gated(ResetKind.Synchronous) { Crosses = true, IsSynchronous = true }).Should().BeEmpty();
    }

    [Fact]
    public void A_black_box_gives_clocks_that_are_stepped_as_those_of_ports()
    {
        var module = new Multiplied();
        var design = module.Elaborate();
        VerilogEmitter.Emit(design)[^1].Text.Should().Contain("wire fast_clock;").And.Contain(".CLKOUT (fast_clock)").And.NotContain("input  wire       fast_clock");
        AllOptions.ForEach(design, sim =>
        {
            sim.Step(sim.Clock("fast"), 3);
            sim.Peek("count").Should().Be(3);
        });
        using var bench = new Bench(design);
        bench.SetPeriod(bench.Simulator.Clock("fast"), 2500);
        bench.Run(10, bench.Simulator.Clock("fast"));
        bench.Time.Should().Be(25_000);
    }

    [Fact]
    public void A_clock_is_used_where_it_is_made_and_inside()
    {
        var problems = Fails.With(() => new Outside());

        problems.Should().ContainSingle().Which.Message.Should().StartWith("the clock 'half' is used here, but made inside of Maker");
    }

    [Fact]
    public void A_clock_is_made_once() => Fails.With(() => new Twice()).Should().ContainSingle().Which.Message.Should().StartWith("the clock 'half' is made a second time");

    [ToolTheory("yosys-smtbmc", "z3")]
    [InlineData(1, ProofStatus.Proven)]
    [InlineData(0, ProofStatus.Failed)]
    public void A_proof_keeps_to_the_edges_that_the_design_makes(int limit, ProofStatus expected)
    {
        var result = Prover.Prove(new Paced(limit));

        result.Status.Should().Be(expected, result.Message);
    }

    private static void Agrees(Module module)
    {
        using var folder = new TemporaryFolder();
        new Cosimulation(module.Elaborate(), folder.Path, seed: 1).Icarus().Should().Be("end");
    }

    private sealed class Divided(ClockEdge edge) : Module
    {
        public readonly UInt Slow = Out(UInt(4));
        public readonly UInt Sampled = Out(UInt(4));
        public readonly Bool Divider = Out();

        public bool Crosses { get; init; }

        protected override ClockDomain DefaultDomain => new("main") { Reset = ResetKind.None };

        protected override void Build()
        {
            var half = Reg(reset: false);
            half.Set(!half);
            Divider.Set(half);
            var steps = Reg(UInt(4));
            steps.Set(steps + 1);
            using (Domain(ClockFrom(half, "half", edge)))
            {
                Slow.Set(Instance(new Counter()).Count);
                var sampled = Crosses ? Reg(UInt(4), "taken") : RegAcross(UInt(4), "taken");
                sampled.Set(steps);
                Sampled.Set(sampled);
            }
        }
    }

    private sealed class Counter : Module
    {
        public readonly UInt Count = Out(UInt(4));

        protected override void Build()
        {
            var count = Reg(UInt(4));
            count.Set(count + 1);
            Count.Set(count);
        }
    }

    private sealed class Gated(ResetKind kind) : Module
    {
        public readonly Bool Open = In();
        public readonly UInt Count = Out(UInt(4));
        public readonly UInt Steps = Out(UInt(4));

        public bool Crosses { get; init; }

        public bool IsSynchronous { get; init; }

        protected override ClockDomain DefaultDomain => new("main") { Reset = kind };

        protected override void Build()
        {
            var steps = Reg(UInt(4));
            steps.Set(steps + 1);
            Steps.Set(steps);
            using (Domain(Gate(Open, "gated", IsSynchronous)))
            {
                var count = Reg(UInt(4), 7);
                count.Set(Crosses ? count + steps : count + 1);
                Count.Set(count);
            }
        }
    }

    private sealed class Pll() : BlackBox("PLL")
    {
        public ClockDomain Fast { get; } = new("fast") { Reset = ResetKind.None };

        protected override string ClockPin => "CLKIN";

        protected override IReadOnlyList<(string Pin, ClockDomain Clock)> ClockOutputs => [("CLKOUT", Fast)];
    }

    private sealed class Multiplied : Module
    {
        public readonly UInt Count = Out(UInt(4));

        protected override void Build()
        {
            var pll = Instance(new Pll());
            using (Domain(pll.Fast))
                Count.Set(Instance(new Counter()).Count);
        }
    }

    private sealed class Maker : Module
    {
        public readonly Bool Half = Out();

        public ClockDomain? Made { get; private set; }

        protected override void Build()
        {
            var half = Reg(reset: false);
            half.Set(!half);
            Half.Set(half);
            Made = ClockFrom(half, "half");
        }
    }

    private sealed class Outside : Module
    {
        public readonly UInt Count = Out(UInt(4));

        protected override void Build()
        {
            using (Domain(Instance(new Maker()).Made!))
                Count.Set(Instance(new Counter()).Count);
        }
    }

    private sealed class Twice : Module
    {
        public readonly Bool Half = Out();

        protected override void Build() => Half.Set(Instance(new Maker()).Half & Instance(new Maker()).Half);
    }

    /// <summary>Edges of the clock since the last of the divider: one at most.</summary>
    private sealed class Paced(int limit) : Module
    {
        public readonly UInt Since = Out(UInt(4));

        protected override void Build()
        {
            var half = Reg(reset: false);
            half.Set(!half);
            var steps = Reg(UInt(4));
            steps.Set(steps + 1);
            UInt taken;
            using (Domain(ClockFrom(half, "half", reset: ResetKind.Asynchronous)))
            {
                taken = RegAcross(UInt(4), "taken");
                taken.Set(steps);
            }
            var since = LetAcross(steps - taken);
            Since.Set(since);
            Assert(since <= limit, "the divided clock keeps pace");
        }
    }
}
