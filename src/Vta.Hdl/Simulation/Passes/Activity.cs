namespace Vta.Hdl.Simulation.Passes;

/// <summary>Which segments have something to do when a value changes. Flags lie in words of 64, one bit for each segment.</summary>
internal sealed class Activity
{
    private readonly Dictionary<object, HashSet<int>> _users = [];

    public Activity(IReadOnlyList<Segment> segments)
    {
        Words = (segments.Count + 63) / 64;
        var holders = new Dictionary<SimulationTask, Segment>();
        foreach (var segment in segments)
        {
            var own = segment.Steps.Select(s => s.Task).ToHashSet();
            foreach (var (task, kind) in segment.Steps)
            {
                if (kind == StepKind.Hold)
                    holders[task] = segment;
                if (kind == StepKind.Release)
                {
                    Add(holders[task], segment);
                    continue;
                }
                foreach (var state in task.Reads)
                    Add(state, segment);
                foreach (var needed in task.Needs.Where(n => !own.Contains(n)))
                    Add(needed, segment);
            }
        }
    }

    /// <summary>Number of words of flags.</summary>
    public int Words { get; }

    /// <summary>The flags of the segments that use a signal, a memory, a shared value or what another segment held.</summary>
    public ulong[] UsersOf(object value)
    {
        var flags = new ulong[Words];
        foreach (var number in _users.GetValueOrDefault(value, []))
            flags[number / 64] |= 1UL << (number % 64);
        return flags;
    }

    public bool IsUsed(object value) => _users.ContainsKey(value);

    private void Add(object value, Segment user)
    {
        if (!_users.TryGetValue(value, out var users))
            _users[value] = users = [];
        users.Add(user.Number);
    }
}
