using System.Numerics;
using Vta.Hdl.Ir;
using Vta.Hdl.Simulation;

namespace Vta.Hdl.Tests.Simulation;

public sealed class RandomDesignTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 60)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Compiled_and_reference_agree_in_every_cycle(int seed)
    {
        var module = new RandomModule(seed);
        var design = module.Elaborate();
        using var reference = new ReferenceSimulator(design);
        using var usual = new Simulator(design);
        using var other = new Simulator(design, OptionsOf(seed));
        SimulatorBase[] all = [reference, usual, other];
        var random = new Random(seed);
        for (var cycle = 0; cycle < 40; cycle++)
        {
            foreach (var input in module.Inputs.Where(_ => random.Next(cycle % 5 + 1) == 0))
            {
                var value = Number(random, input.Width);
                foreach (var simulator in all)
                    simulator.Poke(input, value);
            }
            foreach (var compiled in new[] { usual, other })
            {
                compiled.Settle();
                foreach (var output in module.Outputs)
                    compiled.Read((Signal)output.Expression).Should().Be(reference.Peek(output), "{0} in cycle {1}", ((Signal)output.Expression).Name, cycle);
            }
            foreach (var simulator in all)
            {
                if (cycle == 20)
                    simulator.Reset();
                else
                    simulator.Step();
            }
            CompareState(design, usual, reference, cycle);
            CompareState(design, other, reference, cycle);
        }
    }

    /// <summary>One of the combinations of optimisations.</summary>
    private static SimulatorOptions OptionsOf(int number) => new()
    {
        ActivityGating = (number & 1) != 0,
        WriteInPlace = (number & 2) != 0,
        VectorLanes = (number & 4) != 0,
        DemandGating = (number & 8) != 0,
        KeepSignals = (number & 16) != 0,
    };

    private static void CompareState(Design design, SimulatorBase compiled, SimulatorBase reference, int cycle)
    {
        foreach (var signal in design.Top.Signals.Where(s => s.Kind is SignalKind.Register or SignalKind.ReadData))
        {
            if (compiled.Read(signal) != reference.Read(signal))
                compiled.Read(signal).Should().Be(reference.Read(signal), "{0} after cycle {1}", signal.Path, cycle);
        }
        foreach (var memory in design.Top.Memories)
        {
            for (var i = 0; i < memory.Depth; i++)
            {
                if (compiled.ReadWord(memory, i) != reference.ReadWord(memory, i))
                    compiled.ReadWord(memory, i).Should().Be(reference.ReadWord(memory, i), "{0}[{1}] after cycle {2}", memory.Name, i, cycle);
            }
        }
    }

    private static BigInteger Number(Random random, int width)
    {
        var bytes = new byte[(width / 8) + 1];
        random.NextBytes(bytes);
        return new BigInteger(bytes, isUnsigned: true) & ((BigInteger.One << width) - 1);
    }
}
