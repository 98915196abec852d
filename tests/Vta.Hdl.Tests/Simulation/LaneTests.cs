using System.Numerics;
using Vta.Hdl.Simulation;
using static Vta.Hdl.Hw;

namespace Vta.Hdl.Tests.Simulation;

/// <summary>Lanes of every width, as vectors and one after the other.</summary>
public sealed class LaneTests
{
    public static TheoryData<int> Widths => [.. Enumerable.Range(1, 33)];

    [Theory]
    [MemberData(nameof(Widths))]
    public void Lanes_are_independent_of_each_other(int width)
    {
        foreach (var count in new[] { 16, 64, 80 })
            Increment(width, count);
    }

    private static void Increment(int width, int count)
    {
        var module = new Incremented(width, count);
        var design = module.Elaborate();
        using var vectors = new Simulator(design);
        using var loops = new Simulator(design, new SimulatorOptions { VectorLanes = false });
        foreach (var first in new[] { 0, 1, (1 << Math.Min(width, 30)) - 1 })
        {
            var lanes = Enumerable.Range(0, count).Select(i => (first + (i * 5L)) & ((1L << width) - 1)).ToArray();
            foreach (var simulator in new[] { vectors, loops })
            {
                simulator.Poke(module.A, Joined(lanes, width));
                simulator.Peek(module.Y).Should().Be(Joined(lanes.Select(lane => (lane + 1) & ((1L << width) - 1)), width));
            }
        }
    }

    private static BigInteger Joined(IEnumerable<long> lanes, int width) =>
        lanes.Reverse().Aggregate(BigInteger.Zero, (joined, lane) => (joined << width) | lane);

    private sealed class Incremented(int width, int count) : Module
    {
        public readonly UInt A = In(UInt(width * count), "a");
        public readonly UInt Y = Out(UInt(width * count), "y");

        protected override void Build() => Y.Set(A.AsVec(UInt(width)).Map(a => a + 1).AsUInt());
    }
}
