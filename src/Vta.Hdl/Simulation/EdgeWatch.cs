using System.Numerics;
using Vta.Hdl.Ir;
using Vta.Hdl.Lowering;

namespace Vta.Hdl.Simulation;

/// <summary>What a simulator does at clock edges besides the design: it prints, keeps counts still in reset, and spoils what is read under a write.</summary>
/// <param name="netlist">The design, with its watches.</param>
/// <param name="undefined">Gives what nothing defines.</param>
/// <param name="read">Reads a settled signal.</param>
/// <param name="write">Sets state.</param>
internal sealed class EdgeWatch(Netlist netlist, Random? undefined, Func<Signal, BigInteger> read, Action<Signal, BigInteger> write)
{
    private readonly (ulong Clock, WatchedPrint Watch)[] _prints = [.. netlist.Watches.Prints.Select(p => (netlist.Clocks.Only(p.Print.Domain), p))];
    private readonly (ulong Clock, Signal Count)[] _counts = [.. netlist.Watches.Covers.Select(c => (netlist.Clocks.Only(c.Cover.Domain), c.Count))];
    private readonly (ulong Clocks, Collision Collision)[] _collisions =
        [.. netlist.Watches.Collisions.Select(c => (netlist.Clocks.Only(c.Read.Data.Domain!) | netlist.Clocks.Only(c.Write.Domain), c))];

    private readonly List<(Signal Signal, BigInteger Value)> _later = [];

    /// <summary>There is something to do at edges that are not in reset.</summary>
    public bool IsBusy => _prints.Length + _collisions.Length > 0;

    /// <summary>Looks at what is settled before an edge of clocks.</summary>
    public void Before(ulong edges, ulong inReset, TextWriter output)
    {
        _later.Clear();
        foreach (var (clock, watch) in _prints)
        {
            if ((clock & edges & ~inReset) != 0 && !read(watch.Enable).IsZero)
                output.WriteLine(PrintedLine.Of(watch.Print, watch.Values.Select(read)));
        }
        foreach (var (clock, count) in _counts)
        {
            if ((clock & edges & inReset) != 0)
                _later.Add((count, read(count)));
        }
        foreach (var (clocks, (port, _, meet)) in _collisions)
        {
            if ((clocks & ~edges) == 0 && !read(meet).IsZero)
                _later.Add((port.Data, Undefined.Draw(undefined!, port.Data.Width)));
        }
    }

    /// <summary>Sets what the edge should have left alone, or spoilt.</summary>
    public void After()
    {
        foreach (var (signal, value) in _later)
            write(signal, value);
    }
}
