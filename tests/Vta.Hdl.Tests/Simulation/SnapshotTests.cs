using System.Numerics;
using Vta.Hdl.Library;
using Vta.Hdl.Simulation;
using static Vta.Hdl.Hw;

namespace Vta.Hdl.Tests.Simulation;

public sealed class SnapshotTests
{
    [Theory]
    [InlineData(7)]
    [InlineData(8)]
    public void A_simulation_goes_on_exactly_from_a_snapshot_in_any_simulator(int seed)
    {
        var module = new RandomModule(seed);
        var design = module.Elaborate();
        using var sim = new Simulator(design);
        Run(sim, 0, 30);
        var snapshot = Transported(sim.Save());
        var expected = Run(sim, 30, 60);

        using var fresh = new Simulator(design, new SimulatorOptions { ActivityGating = false });
        using var reference = new ReferenceSimulator(design);
        foreach (SimulatorBase other in new SimulatorBase[] { sim, fresh, reference })
        {
            other.Restore(snapshot);
            other.Cycle.Should().Be(30);
            Run(other, 30, 60).Should().Equal(expected);
        }

        List<BigInteger> Run(SimulatorBase simulator, int from, int to)
        {
            var seen = new List<BigInteger>();
            for (var cycle = from; cycle < to; cycle++)
            {
                var random = new Random((seed * 1000) + cycle);
                foreach (var input in module.Inputs.Where(i => i.Width <= 64 && random.Next(3) == 0))
                    simulator.Poke(input, RandomNumber.Below(random, Math.Min(input.Width, 63)));
                seen.AddRange(module.Outputs.Select(simulator.Peek));
                simulator.Step();
            }
            return seen;
        }
    }

    [Fact]
    public void A_snapshot_of_another_design_is_refused()
    {
        using var four = new Simulator(new Fifo<UInt>(UInt(8), 4).Elaborate());
        using var eight = new Simulator(new Fifo<UInt>(UInt(8), 8).Elaborate());
        using var buffer = new Simulator(new SkidBuffer<UInt>(UInt(8)).Elaborate());

        eight.Invoking(s => s.Restore(four.Save())).Should().Throw<ArgumentException>().WithMessage("the snapshot is of Fifo_8x4, not of Fifo_8x8");
        eight.Invoking(s => s.Restore(buffer.Save())).Should().Throw<ArgumentException>().WithMessage("the snapshot is of SkidBuffer_8, not of Fifo_8x8");
    }

    [Fact]
    public void What_is_no_snapshot_is_refused()
    {
        using var sim = new Simulator(new Fifo<UInt>(UInt(8), 4).Elaborate());
        var file = new MemoryStream();
        sim.Save().WriteTo(file);
        var cut = new MemoryStream(file.ToArray()[..^1]);

        FluentActions.Invoking(() => Snapshot.ReadFrom(cut)).Should().Throw<InvalidDataException>().WithMessage("this is no snapshot of a simulation, or not a whole one");
        FluentActions.Invoking(() => Snapshot.ReadFrom(new MemoryStream("\u0005hello"u8.ToArray()))).Should().Throw<InvalidDataException>()
            .WithMessage("this is no snapshot of a simulation");
    }

    private static Snapshot Transported(Snapshot snapshot)
    {
        var file = new MemoryStream();
        snapshot.WriteTo(file);
        file.Position = 0;
        return Snapshot.ReadFrom(file);
    }
}
