using System.Numerics;
using Vta.Hdl.Ir;
using Vta.Hdl.Simulation;

namespace Vta.Hdl.Testbench;

/// <summary>What processes have set at an edge, kept until all have seen it.</summary>
internal sealed class PendingWrites(Bench bench)
{
    private readonly Dictionary<Signal, int> _places = [];
    private readonly List<(Signal Signal, BigInteger Value, BenchProcess Process)> _writes = [];
    private readonly List<(ClockDomain Domain, bool IsActive)> _resets = [];

    public void AddReset(ClockDomain domain, bool isActive) => _resets.Add((domain, isActive));

    public void Add(BenchProcess process, Signal signal, BigInteger value)
    {
        if (!_places.TryGetValue(signal, out var place))
        {
            _places[signal] = _writes.Count;
            _writes.Add((signal, value, process));
        }
        else if (_writes[place].Process == process)
        {
            _writes[place] = (signal, value, process);
        }
        else
        {
            throw new BenchFailedException($"'{signal.Path}' is set in cycle {bench.Cycle} by {_writes[place].Process} and by {process}: one process drives a signal");
        }
    }

    public void ApplyTo(SimulatorBase simulator)
    {
        foreach (var (signal, value, _) in _writes)
            simulator.Poke(signal, value);
        foreach (var (domain, isActive) in _resets)
            simulator.SetReset(isActive, domain);
        _resets.Clear();
        _places.Clear();
        _writes.Clear();
    }
}
