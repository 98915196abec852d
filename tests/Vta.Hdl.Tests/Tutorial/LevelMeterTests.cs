using HdlTutorial;
using Vta.Hdl.Ir;
using Vta.Hdl.Simulation;

namespace Vta.Hdl.Tests.Tutorial;

public sealed class LevelMeterTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void The_level_is_that_of_the_loudest_sample_whatever_the_clocks_do(int seed)
    {
        var random = new Random(seed);
        var meter = new LevelMeter(16);
        using var simulator = new Simulator(meter.Elaborate());
        simulator.Reset();
        for (var turn = 0; turn < 30; turn++)
        {
            var loudest = 0;
            for (var samples = random.Next(1, 20); samples > 0;)
            {
                var sample = random.Next(1 << 16);
                simulator.Poke(meter.Samples.Payload, sample);
                simulator.Poke(meter.Samples.Valid, true);
                var isTaken = simulator.Peek(meter.Samples.Ready);
                simulator.Step(simulator.Clock("audio"));
                simulator.Poke(meter.Samples.Valid, false);
                if (isTaken)
                    (loudest, samples) = (Math.Max(loudest, sample), samples - 1);
                simulator.Step(ClockDomain.Main, random.Next(3));
            }
            for (var i = 0; i < 8; i++)
                simulator.StepTogether(simulator.Clock("audio"), ClockDomain.Main);
            simulator.Peek(meter.Level).Should().Be(loudest);
            simulator.Poke(meter.Read, true);
            simulator.Step(ClockDomain.Main);
            simulator.Poke(meter.Read, false);
            simulator.Peek(meter.Level).Should().Be(0);
        }
    }
}
