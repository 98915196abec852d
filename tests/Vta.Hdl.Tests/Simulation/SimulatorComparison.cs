using System.Numerics;
using Vta.Hdl.Ir;
using Vta.Hdl.Simulation;

namespace Vta.Hdl.Tests.Simulation;

/// <summary>Runs a random module in the reference simulator and in compiled ones, in step, and compares outputs, registers and memories in every cycle.</summary>
internal static class SimulatorComparison
{
    private const int Cycles = 40;

    /// <summary>Cycles that run in one call, at the end.</summary>
    private const int Batch = 10;

    /// <summary>Where a compiled simulator first differs from the reference; null where none does. The usual options run, and a set that the seed picks.</summary>
    public static string? FirstDifference(int seed) => FirstDifference(seed, SimulatorOptions.Default, AllOptions.Set(seed));

    /// <summary>The numbers of the option sets (<see cref="AllOptions.Set"/>) with which a design differs.</summary>
    public static IEnumerable<int> DifferingSets(int seed) =>
        Enumerable.Range(0, AllOptions.Count).Where(set => FirstDifference(seed, AllOptions.Set(set), AllOptions.Set(set)) is not null);

    private static string? FirstDifference(int seed, SimulatorOptions first, SimulatorOptions second)
    {
        var module = new RandomModule(seed);
        var design = module.Elaborate();
        using var reference = new ReferenceSimulator(design);
        using var usual = new Simulator(design, first);
        using var other = new Simulator(design, second);
        SimulatorBase[] all = [reference, usual, other];
        var random = new Random(seed);
        for (var cycle = 0; cycle < Cycles; cycle++)
        {
            var clocks = ClockCycle.Draw(random, design);
            foreach (var simulator in all)
                clocks.SetResets(simulator);
            foreach (var input in module.Inputs.Where(_ => random.Next(cycle % 5 + 1) == 0))
            {
                var value = RandomNumber.Below(random, input.Width);
                foreach (var simulator in all)
                    simulator.Poke(input, value);
            }
            foreach (var outside in design.Netlist.Outside.SelectMany(o => o.Signals))
            {
                var value = RandomNumber.Below(random, outside.Width);
                foreach (var simulator in all)
                    simulator.Poke(outside.Path, value);
            }
            foreach (var (pin, mask) in RandomPins.Free(reference))
            {
                foreach (var simulator in all)
                    simulator.Poke(pin.Path, mask);
            }
            foreach (var compiled in new[] { usual, other })
            {
                compiled.Settle();
                if (OfOutputs(module, compiled, reference) is { } output)
                    return $"{output} in cycle {cycle}";
            }
            reference.StepTogether(clocks.Ticks);
            usual.StepTogether(clocks.Ticks);

            // Edge by edge, as with a wave: small designs have another code for many in one go.
            other.Instant(clocks.Ticks.Aggregate(0UL, (set, clock) => set | design.Netlist.Clocks.Only(clock)));
            if ((OfState(design, usual, reference) ?? OfState(design, other, reference)) is { } state)
                return $"{state} after cycle {cycle}";
        }
        foreach (var simulator in all)
        {
            foreach (var outside in design.Netlist.Outside)
                simulator.Poke(outside.Enable.Path, 0);
            simulator.SetReset(false);
            simulator.Step(Batch);
            foreach (var clock in design.Netlist.Clocks.Free)
                simulator.Step(clock, Batch);
        }
        return (OfState(design, usual, reference) ?? OfState(design, other, reference)) is { } late ? $"{late} after {Batch} more cycles in one go" : null;
    }

    private static string? OfOutputs(RandomModule module, SimulatorBase compiled, SimulatorBase reference) => module.Outputs
        .Select(output => Difference(((Signal)output.Expression).Name, compiled.Read((Signal)output.Expression), reference.Peek(output)))
        .FirstOrDefault(difference => difference is not null);

    private static string? OfState(Design design, SimulatorBase compiled, SimulatorBase reference) =>
        design.Top.Signals.Where(s => s.Kind is SignalKind.Register or SignalKind.ReadData)
            .Select(s => Difference(s.Path, compiled.Read(s), reference.Read(s)))
            .Concat(design.Top.Memories.SelectMany(m => Enumerable.Range(0, m.Depth)
                .Select(i => Difference($"{m.Name}[{i}]", compiled.ReadWord(m, i), reference.ReadWord(m, i)))))
            .FirstOrDefault(difference => difference is not null);

    private static string? Difference(string name, BigInteger compiled, BigInteger reference) =>
        compiled == reference ? null : $"{name} is {compiled:x} and not {reference:x}";
}
