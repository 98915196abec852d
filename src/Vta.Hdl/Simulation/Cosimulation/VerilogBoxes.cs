using System.Numerics;
using Vta.Hdl.Ir;
using Vta.Hdl.Lowering;

namespace Vta.Hdl.Simulation.Cosimulation;

/// <summary>The black boxes of a design that run as Verilog, beside the simulation of all else.</summary>
internal sealed class VerilogBoxes : IDisposable
{
    /// <summary>Values that go round through boxes settle after a few turns for each, or never.</summary>
    private const int TurnsPerBox = 64;

    private readonly (ulong Clock, VerilogBox Box)[] _boxes;
    private readonly Dictionary<Signal, BigInteger> _outputs = [];

    /// <param name="netlist">The design.</param>
    /// <param name="read">Reads a settled signal.</param>
    /// <param name="inReset">The clocks whose reset is active.</param>
    public VerilogBoxes(Netlist netlist, Func<Signal, BigInteger> read, Func<ulong> inReset)
    {
        _boxes = [.. netlist.Watches.Boxes.Select(watch =>
        {
            var clock = netlist.Clocks.Has(watch.Box.Domain) ?? 0;
            return (clock, new VerilogBox(watch, read, () => (inReset() & clock) != 0));
        })];
    }

    public bool Any => _boxes.Length > 0;

    /// <summary>Settles boxes and design, until no output of a box changes.</summary>
    /// <param name="settle">Settles the design.</param>
    /// <param name="write">Sets an output of a box.</param>
    /// <exception cref="InvalidOperationException">They never settle.</exception>
    public void Settle(Action settle, Action<Signal, BigInteger> write)
    {
        for (var turn = 0; turn <= TurnsPerBox * _boxes.Length; turn++)
        {
            var changed = _boxes.SelectMany(b => b.Box.Settle()).Where(o => _outputs.GetValueOrDefault(o.Port) != o.Value).ToArray();
            if (changed.Length == 0)
                return;
            foreach (var (port, value) in changed)
                write(port, _outputs[port] = value);
            settle();
        }
        throw new InvalidOperationException("what goes round through black boxes never settles: a combinational loop through Verilog");
    }

    /// <summary>Clocks that are to have an edge go back to the level before it; true where some were not there.</summary>
    public bool Fall(ulong clocks)
    {
        var any = false;
        foreach (var (clock, box) in _boxes)
            any |= (clock & clocks) != 0 && box.Fall();
        return any;
    }

    /// <summary>An edge of clocks.</summary>
    public void Edge(ulong clocks)
    {
        foreach (var (clock, box) in _boxes)
        {
            if ((clock & clocks) != 0)
                box.Edge();
        }
    }

    public void Dispose()
    {
        foreach (var (_, box) in _boxes)
            box.Dispose();
    }
}
