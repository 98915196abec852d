using Vta.Hdl.Ir;
using Vta.Hdl.Simulation;

namespace Vta.Hdl.Tests.Simulation;

/// <summary>The clocks of a random module: edges and kinds of reset of all combinations.</summary>
/// <param name="First">That of the module.</param>
/// <param name="Second">Another one; null in every other module.</param>
internal sealed record RandomClocks(ClockDomain First, ClockDomain? Second)
{
    public static RandomClocks Of(int seed)
    {
        var random = new Random(seed);
        var first = Draw("main");
        return new(first, seed % 2 == 0 ? Draw("second") : null);

        ClockDomain Draw(string name) => new(name) { Edge = (ClockEdge)random.Next(2), Reset = (ResetKind)random.Next(5) };
    }
}

/// <summary>What clocks and resets do in a cycle.</summary>
/// <param name="Ticks">The clocks that have an edge.</param>
/// <param name="InReset">The clocks whose reset is active.</param>
internal sealed record ClockCycle(IReadOnlyList<ClockDomain> Ticks, IReadOnlyList<ClockDomain> InReset)
{
    /// <summary>Draws a cycle of a design; one with a single clock gets an edge of it each time.</summary>
    public static ClockCycle Draw(Random random, Design design)
    {
        var clocks = design.Netlist.Clocks.Free;
        return new(
            [.. clocks.Where(_ => clocks.Count == 1 || random.Next(2) == 0)],
            [.. clocks.Where(c => random.Next(8) == 0 && c.Reset != ResetKind.None)]);
    }

    public void SetResets(SimulatorBase simulator)
    {
        foreach (var clock in simulator.Design.Netlist.Clocks.Free.Where(c => c.Reset != ResetKind.None))
            simulator.SetReset(InReset.Contains(clock), clock);
    }
}
