using Vta.Hdl.Ir;

namespace Vta.Hdl.Lowering;

/// <summary>Groups of combinational signals that read each other in a circle (Tarjan's strongly connected components).</summary>
internal sealed class SignalGroups
{
    private readonly IReadOnlyDictionary<Signal, Expression> _drivers;
    private readonly Dictionary<Signal, (int Index, int Low)> _seen = [];
    private readonly HashSet<Signal> _open = [];
    private readonly Stack<Signal> _path = new();
    private readonly List<IReadOnlySet<Signal>> _groups = [];

    private SignalGroups(IReadOnlyDictionary<Signal, Expression> drivers) => _drivers = drivers;

    public static IReadOnlyList<IReadOnlySet<Signal>> ThatReadEachOther(IReadOnlyDictionary<Signal, Expression> drivers)
    {
        var groups = new SignalGroups(drivers);
        foreach (var signal in drivers.Keys)
        {
            if (signal.Kind != SignalKind.Register && !groups._seen.ContainsKey(signal))
                groups.Visit(signal);
        }
        return groups._groups;
    }

    private void Visit(Signal signal)
    {
        var index = _seen.Count;
        var low = index;
        _seen[signal] = (index, low);
        _path.Push(signal);
        _open.Add(signal);
        var readsItself = false;
        foreach (var read in ExpressionGraph.Signals(_drivers[signal]))
        {
            if (read.Kind == SignalKind.Register || !_drivers.ContainsKey(read))
                continue;
            readsItself |= read == signal;
            if (!_seen.ContainsKey(read))
                Visit(read);
            if (_open.Contains(read))
                low = Math.Min(low, _seen[read].Low);
        }
        _seen[signal] = (index, low);
        if (low != index)
            return;
        var group = new HashSet<Signal>();
        Signal member;
        do
        {
            member = _path.Pop();
            _open.Remove(member);
            group.Add(member);
        }
        while (member != signal);
        if (group.Count > 1 || readsItself)
            _groups.Add(group);
    }
}
