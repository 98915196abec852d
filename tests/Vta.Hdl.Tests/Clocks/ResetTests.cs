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

/// <summary>Each kind of reset and each edge, in simulators, in Verilog and in proofs.</summary>
public sealed class ResetTests
{
    public static TheoryData<ResetKind> Kinds => [.. Enum.GetValues<ResetKind>()];

    public static TheoryData<ClockEdge, ResetKind> EdgesAndKinds
    {
        get
        {
            var all = new TheoryData<ClockEdge, ResetKind>();
            foreach (var kind in Enum.GetValues<ResetKind>())
            {
                all.Add(ClockEdge.Rising, kind);
                all.Add(ClockEdge.Falling, kind);
            }
            return all;
        }
    }

    [Theory]
    [InlineData(ResetKind.Synchronous)]
    [InlineData(ResetKind.SynchronousLow)]
    public void A_synchronous_reset_acts_at_the_edge(ResetKind kind) => AllOptions.ForEach(new Follower(kind).Elaborate(), sim =>
    {
        sim.Peek("count").Should().Be(0, "nothing has reset it");
        sim.Step(2);
        sim.SetReset(true);
        sim.Peek("count").Should().Be(2);
        sim.Step();
        (sim.Peek("count"), sim.Peek("behind")).Should().Be((5, 2));
        sim.SetReset(false);
        sim.Step();
        (sim.Peek("count"), sim.Peek("behind")).Should().Be((6, 5));
    });

    [Theory]
    [InlineData(ResetKind.Asynchronous)]
    [InlineData(ResetKind.AsynchronousLow)]
    public void An_asynchronous_reset_acts_at_once(ResetKind kind) => AllOptions.ForEach(new Follower(kind).Elaborate(), sim =>
    {
        sim.Step(2);
        sim.SetReset(true);
        (sim.Peek("count"), sim.Peek("behind")).Should().Be((5, 1));
        sim.Step();
        (sim.Peek("count"), sim.Peek("behind")).Should().Be((5, 5));
        sim.SetReset(false);
        sim.Peek("count").Should().Be(5);
        sim.Step();
        sim.Peek("count").Should().Be(6);
    });

    [Fact]
    public void Without_a_reset_registers_start_with_their_reset_values() => AllOptions.ForEach(new Follower(ResetKind.None).Elaborate(), sim =>
    {
        (sim.Peek("count"), sim.Peek("behind")).Should().Be((5, 0));
        sim.Reset();
        (sim.Peek("count"), sim.Peek("behind")).Should().Be((6, 5));
        sim.Invoking(s => s.SetReset(true, s.Design.Top.Domain)).Should().Throw<ArgumentException>().WithMessage("the clock 'main' has no reset*");
    });

    [Theory]
    [MemberData(nameof(Kinds))]
    public void An_instance_that_is_reset_besides_is_so_at_the_edge(ResetKind kind) => AllOptions.ForEach(new Restarted(new("main") { Reset = kind }).Elaborate(), sim =>
    {
        sim.Reset();
        sim.Step(3);
        var before = sim.Peek("count");
        sim.Poke("again", 1);
        sim.Peek("count").Should().Be(before);
        sim.Step();
        sim.Peek("count").Should().Be(5);
    });

    [ToolTheory("iverilog", "vvp")]
    [MemberData(nameof(EdgesAndKinds))]
    public void Icarus_agrees(ClockEdge edge, ResetKind kind)
    {
        using var folder = new TemporaryFolder();
        new Cosimulation(new Restarted(new("main") { Edge = edge, Reset = kind }).Elaborate(), folder.Path, seed: 1).Icarus().Should().Be("end");
    }

    [Fact]
    public void Ports_are_called_as_the_domain_declares_and_by_its_name_otherwise()
    {
        var declared = new ClockDomain("bus") { Edge = ClockEdge.Falling, Reset = ResetKind.AsynchronousLow, ClockPort = "aclk", ResetPort = "aresetn" };
        VerilogEmitter.Emit(new Restarted(declared).Elaborate())[^1].Text.Should().Contain("input  wire       aclk,").And.Contain("input  wire       aresetn,")
            .And.Contain("always @(negedge aclk or negedge aresetn) begin\n    if (!aresetn) begin");

        VerilogEmitter.Emit(new Restarted(new("main") { Reset = ResetKind.SynchronousLow }).Elaborate())[^1].Text.Should().Contain("wire restarted_reset_n = reset_n && !(again);")
            .And.Contain("always @(posedge clock) begin\n    if (!reset_n) begin");
    }

    [Fact]
    public void A_module_that_declares_its_domain_keeps_it_as_an_instance()
    {
        var design = new Around(new Follower(ResetKind.AsynchronousLow, "io")).Elaborate();

        design.Netlist.Domains.Select(d => d.Name).Should().Equal("main", "io");
        VerilogEmitter.Emit(design)[^1].Text.Should().Contain(".reset_n (io_reset_n)");
    }

    [Fact]
    public void A_process_resets_its_clock()
    {
        var module = new Follower(ResetKind.Synchronous);
        using var bench = new Bench(module.Elaborate());
        var seen = new List<int>();
        bench.Process(async clock =>
        {
            for (var i = 0; i < 6; i++)
            {
                await clock.Tick();
                clock.SetReset(i is 1 or 2);
                seen.Add((int)clock.Get(module.Count));
            }
        });
        bench.RunUntilDone();
        seen.Should().Equal(5, 6, 7, 5, 5, 6);
    }

    [ToolTheory("yosys-smtbmc", "z3")]
    [InlineData(ResetKind.Synchronous, ProofStatus.Failed)]
    [InlineData(ResetKind.SynchronousLow, ProofStatus.Failed)]
    [InlineData(ResetKind.Asynchronous, ProofStatus.Proven)]
    [InlineData(ResetKind.AsynchronousLow, ProofStatus.Proven)]
    [InlineData(ResetKind.None, ProofStatus.Proven)]
    public void What_the_first_cycle_hands_on_depends_on_when_reset_acts(ResetKind kind, ProofStatus expected)
    {
        var result = Prover.Prove(new Follower(kind) { Claims = true });

        result.Status.Should().Be(expected, result.Message);
    }

    [Fact]
    public void A_domain_that_is_declared_in_two_ways_is_refused()
    {
        var problem = Fails.With(() => new Around(new Follower(ResetKind.AsynchronousLow))).Should().ContainSingle().Subject;

        problem.Rule.Should().Be(Rule.ClockName);
        problem.Message.Should().StartWith("the clock 'main' is declared in two ways");
    }

    [Fact]
    public void Two_domains_with_one_port_are_refused()
    {
        var problem = Fails.With(() => new Around(new Follower(ResetKind.None, "io", port: "clock"))).Should().ContainSingle().Subject;

        problem.Message.Should().Be("the clocks 'main' and 'io' both have the name or port 'clock': give one of them another");
    }

    /// <summary>A counter that starts at 5, and a register without reset that follows it.</summary>
    private sealed class Follower(ResetKind kind, string name = "main", string? port = null) : Module
    {
        public readonly UInt Count = Out(UInt(4));
        public readonly UInt Behind = Out(UInt(4));

        public bool Claims { get; init; }

        protected override ClockDomain DefaultDomain => new(name) { Reset = kind, ClockPort = port };

        protected override void Build()
        {
            var count = Reg(UInt(4), 5);
            count.Set(count + 1);
            var behind = RegNext(count);
            Count.Set(count);
            Behind.Set(behind);
            if (Claims)
                Assert(count != 5 | behind == 0 | behind == 4 | behind == 5, "the follower has what the counter had, or starts");
        }
    }

    private sealed class Around(Follower inside) : Module
    {
        public readonly UInt Count = Out(UInt(4));

        protected override void Build()
        {
            var count = Reg(UInt(4));
            count.Set(count + 1);
            Count.Set(count + Instance(inside).Count);
        }
    }

    /// <summary>A counter in an instance, which an input resets besides.</summary>
    private sealed class Restarted(ClockDomain domain) : Module
    {
        public readonly Bool Again = In();
        public readonly UInt Count = Out(UInt(4));
        public readonly UInt Steps = Out(UInt(4));

        protected override ClockDomain DefaultDomain => domain;

        protected override void Build()
        {
            var steps = Reg(UInt(4), 3);
            steps.Set(steps + 1);
            Steps.Set(steps);
            var restarted = Instance(new Outer(), resetWhen: Again);
            Count.Set(restarted.Count);
        }

        private sealed class Outer : Module
        {
            public readonly UInt Count = Out(UInt(4));

            protected override void Build() => Count.Set(Instance(new Inner()).Count);
        }

        private sealed class Inner : Module
        {
            public readonly UInt Count = Out(UInt(4));

            protected override void Build()
            {
                var count = Reg(UInt(4), 5);
                count.Set(count + 1);
                Count.Set(count);
                Assert(count <= 15, "counts in four bits");
            }
        }
    }
}
