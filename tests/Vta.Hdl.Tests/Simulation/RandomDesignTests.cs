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
        using var compiled = new Simulator(design);
        using var reference = new ReferenceSimulator(design);
        var random = new Random(seed);
        for (var cycle = 0; cycle < 40; cycle++)
        {
            foreach (var input in module.Inputs.Where(_ => random.Next(3) > 0))
            {
                var value = Number(random, input.Width);
                compiled.Poke(input, value);
                reference.Poke(input, value);
            }
            compiled.Settle();
            foreach (var output in module.Outputs)
                compiled.Read((Signal)output.Expression).Should().Be(reference.Peek(output), "{0} in cycle {1}", ((Signal)output.Expression).Name, cycle);
            if (cycle == 20)
            {
                compiled.Reset();
                reference.Reset();
            }
            else
            {
                compiled.Step();
                reference.Step();
            }
            CompareState(design, compiled, reference, cycle);
        }
    }

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
