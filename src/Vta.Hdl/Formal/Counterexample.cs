using System.Numerics;
using Vta.Hdl.Ir;
using Vta.Hdl.Lowering;
using Vta.Hdl.Simulation;
using Vta.Hdl.Verilog;
using Vta.Hdl.Waves;

namespace Vta.Hdl.Formal;

/// <summary>One cycle of a counterexample.</summary>
/// <param name="IsReset">All resets are active.</param>
/// <param name="Clocks">The clocks that have an edge; empty for all.</param>
/// <param name="Inputs">The values of the inputs of the top module, by their names.</param>
public sealed record CounterexampleCycle(bool IsReset, IReadOnlyList<ClockDomain> Clocks, IReadOnlyDictionary<string, BigInteger> Inputs);

/// <summary>How an assertion is broken: what the inputs do from reset on.</summary>
public sealed class Counterexample
{
    /// <summary>Units of time from cycle to cycle in a wave of yosys-smtbmc; at half of it clocks fall.</summary>
    private const int TimePerCycle = 10;

    internal Counterexample(Design design, VerilogNames names, string smtWave)
    {
        Design = design;
        var trace = new VcdReader(new StringReader(smtWave));
        trace.Advance();
        PowerUp = names.Signals
            .Where(s => s is { Kind: SignalKind.Register, ResetValue: not null })
            .Select(s => (s.Path, Value: trace.Value(names.PathOf(s))))
            .Where(s => !s.Value.IsZero)
            .ToDictionary(s => s.Path, s => s.Value);
        Cycles = CyclesOf(trace, design, names);
        var wave = new StringWriter();
        Failure = Replay(wave) ?? throw new InvalidOperationException(
            $"yosys and the simulator disagree about {design.Top.DefinitionName}: the counterexample breaks nothing in simulation. Please report this.");
        Wave = wave.ToString();
    }

    /// <summary>The design that is proven.</summary>
    public Design Design { get; }

    /// <summary>The wave of all signals, as a VCD file.</summary>
    public string Wave { get; }

    /// <summary>Registers that are not zero when power comes, by their paths: before the first cycle resets them they may hold anything.</summary>
    public IReadOnlyDictionary<string, BigInteger> PowerUp { get; }

    /// <summary>The cycles; the assertion breaks in the last.</summary>
    public IReadOnlyList<CounterexampleCycle> Cycles { get; }

    /// <summary>The broken assertion and its cycle, as the simulator finds them.</summary>
    public SimulationFailedException Failure { get; }

    /// <summary>A test that breaks the assertion, as C# text for xunit.</summary>
    /// <param name="module">The C# expression that makes the module, as in <c>new Counter(4)</c>.</param>
    /// <param name="name">The name of the test.</param>
    public string ToTest(string module, string name) => CounterexampleTest.Write(this, module, name);

    /// <summary>What inputs are in each cycle of a wave of yosys-smtbmc; the last time stamp only closes the cycle before.</summary>
    private static List<CounterexampleCycle> CyclesOf(VcdReader trace, Design design, VerilogNames names)
    {
        var clocks = design.Netlist.Domains.Select(d => ClockPort.Of(d, design.Top) with { NeedsReset = true }).ToArray();
        var resets = clocks.Where(c => c.HasReset && trace.Paths.Contains(c.Reset)).ToArray();
        var inputs = design.Top.Ports.Where(p => p.Kind == SignalKind.Input).ToArray();
        var cycles = new List<CounterexampleCycle>();
        CounterexampleCycle cycle;
        do
        {
            var ticks = clocks.Length == 1
                ? []
                : clocks.Where(c => design.Netlist.Clocks.Free.Contains(c.Domain) && !trace.Value(c.Clock).IsZero).Select(c => c.Domain).ToArray();
            cycle = new(resets.Any(c => trace.Value(c.Reset).IsZero == c.Domain.IsResetLow), ticks, inputs.ToDictionary(i => i.Name, i => trace.Value(names.PathOf(i))));
            if (trace.Time % TimePerCycle == 0)
                cycles.Add(cycle);
        }
        while (trace.Advance());
        if (trace.Time % TimePerCycle == 0)
            cycles.RemoveAt(cycles.Count - 1);
        // In the other steps clocks that the design makes have edges, which come by themselves.
        return [.. cycles.Where(c => clocks.Length <= 1 || c.Clocks.Count > 0)];
    }

    /// <summary>Runs the cycles on the simulator, up to the failure.</summary>
    private SimulationFailedException? Replay(TextWriter wave)
    {
        using var sim = new Simulator(Design);
        foreach (var (path, value) in PowerUp)
            sim.Poke(path, value);
        sim.Record(wave);
        foreach (var cycle in Cycles)
        {
            foreach (var (input, value) in cycle.Inputs)
                sim.Poke(input, value);
            try
            {
                if (cycle.IsReset)
                    sim.Reset();
                else if (cycle.Clocks.Count > 0)
                    sim.StepTogether(cycle.Clocks);
                else
                    sim.Step();
            }
            catch (SimulationFailedException failure)
            {
                return failure;
            }
        }
        return null;
    }
}
