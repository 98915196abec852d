using System.Numerics;
using Vta.Hdl.Ir;
using Vta.Hdl.Simulation;

namespace Vta.Hdl.Tests.Sweeps;

/// <summary>All that a small module can do: every state that can be reached, with every input.</summary>
internal static class ExhaustiveCheck
{
    /// <summary>
    /// Whether no assertion can break. A run begins with a cycle in reset, before which registers with a reset hold anything, and the others what they start with.
    /// </summary>
    public static bool Holds(Design design)
    {
        using var sim = new Simulator(design);
        var registers = design.Netlist.Registers.ToArray();
        Signal[] inputs = [.. design.Top.Ports.Where(p => p.Kind == SignalKind.Input)];
        var reached = new HashSet<BigInteger>();
        var waiting = new Stack<BigInteger>();
        sim.SetReset(true);
        foreach (var start in Values([.. registers.Where(r => r.ResetValue is not null)]))
        {
            foreach (var input in Values(inputs))
                Reach(Next([.. registers.Where(r => r.ResetValue is null)], 0, start, input));
        }
        sim.SetReset(false);
        while (waiting.TryPop(out var state))
        {
            foreach (var input in Values(inputs))
            {
                try
                {
                    Reach(Next([], 0, Spread(registers, state), input));
                }
                catch (SimulationFailedException)
                {
                    return false;
                }
            }
        }
        return true;

        void Reach(BigInteger state)
        {
            if (reached.Add(state))
                waiting.Push(state);
        }

        BigInteger Next(Signal[] cleared, BigInteger value, params IEnumerable<(Signal Signal, BigInteger Value)>[] settings)
        {
            foreach (var register in cleared)
                sim.Poke(register.Path, value);
            foreach (var (signal, setting) in settings.SelectMany(s => s))
                sim.Poke(signal.Path, setting);
            sim.Step();
            return registers.Aggregate(BigInteger.Zero, (all, r) => (all << r.Width) | sim.Peek(r.Path));
        }
    }

    /// <summary>All values of signals together.</summary>
    private static IEnumerable<(Signal, BigInteger)[]> Values(Signal[] signals) =>
        Enumerable.Range(0, 1 << signals.Sum(s => s.Width)).Select(number => Spread(signals, number));

    private static (Signal, BigInteger)[] Spread(Signal[] signals, BigInteger number)
    {
        var values = new (Signal, BigInteger)[signals.Length];
        for (var i = signals.Length - 1; i >= 0; i--)
        {
            values[i] = (signals[i], number & Bits.Mask(signals[i].Width));
            number >>= signals[i].Width;
        }
        return values;
    }
}
