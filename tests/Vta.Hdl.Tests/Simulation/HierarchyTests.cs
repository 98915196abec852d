using Vta.Hdl.Library;
using Vta.Hdl.Simulation;
using static Vta.Hdl.Hw;

namespace Vta.Hdl.Tests.Simulation;

/// <summary>Signals inside a design, by the module objects and by path.</summary>
public sealed class HierarchyTests
{
    private readonly Outer _outer = new();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Signals_inside_are_read_through_the_module_objects(bool keepSignals)
    {
        using var sim = new Simulator(_outer.Elaborate(), new SimulatorOptions { KeepSignals = keepSignals });
        sim.Poke(_outer.Input.Valid, true);
        sim.Poke(_outer.Input.Payload, 40);
        sim.Step();

        sim.Peek(_outer.First.Deq.Valid).Should().BeTrue();
        sim.Peek(_outer.First.Deq.Payload).Should().Be(40);
        sim.Peek(_outer.First.Deq.Payload + _outer.Input.Payload).Should().Be(80, "an expression across the hierarchy");
    }

    [Theory]
    [InlineData("first.deq")]
    [InlineData("First.Deq")]
    [InlineData("First.Deq.Payload")]
    public void Signals_are_found_by_their_names_in_hardware_and_in_CSharp(string path)
    {
        using var sim = new Simulator(_outer.Elaborate());
        sim.Poke("Input.Valid", 1);
        sim.Poke("Input.Payload", 40);
        sim.Step();

        sim.Peek(path).Should().Be(40);
        sim.PeekMemory("First.Words", 0).Should().Be(40);
    }

    [Fact]
    public void A_path_that_is_not_there_is_answered_with_the_nearest()
    {
        using var sim = new Simulator(_outer.Elaborate());

        sim.Invoking(s => s.Peek("frist.deq_valid")).Should().Throw<ArgumentException>().WithMessage(
            "the design has no signal 'frist.deq_valid'; the nearest are first.deq_valid, second.deq_valid, *");
    }

    [Fact]
    public void A_signal_of_another_design_is_refused()
    {
        var other = new Outer();
        other.Elaborate();
        using var compiled = new Simulator(_outer.Elaborate());
        using var reference = new ReferenceSimulator(compiled.Design);

        foreach (SimulatorBase sim in new SimulatorBase[] { compiled, reference })
        {
            sim.Invoking(s => s.Peek(other.First.Deq.Valid)).Should().Throw<ArgumentException>().WithMessage("* is not a signal of the design that is simulated");
            sim.Invoking(s => s.Poke(other.Input.Valid, true)).Should().Throw<ArgumentException>();
        }
    }

    private sealed class Outer : Module
    {
        public readonly Stream<UInt> Input = Sink(UInt(8));
        public readonly Stream<UInt> Output = Source(UInt(8));

        public Fifo<UInt> First { get; private set; } = null!;

        protected override void Build()
        {
            First = Instance(new Fifo<UInt>(UInt(8), 4), "first");
            var second = Instance(new Fifo<UInt>(UInt(8), 4));
            First.Enq.Connect(Input);
            second.Enq.Connect(First.Deq);
            Output.Connect(second.Deq);
        }
    }
}
