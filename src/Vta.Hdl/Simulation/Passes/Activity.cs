namespace Vta.Hdl.Simulation.Passes;

/// <summary>
/// Which segments have something to do when a value changes. Flags lie in words, one bit for each segment. Segments that are all guarded are
/// woken by their guards only, and once more after each cycle in which they had something to do: as long as all guards stay zero, nothing else
/// that they read matters.
/// </summary>
internal sealed class Activity
{
    /// <summary>Flags in a word. No word has flags of two phases.</summary>
    public const int WordBits = 64;

    private readonly Dictionary<object, HashSet<int>> _users = [];
    private readonly Dictionary<Segment, object> _work = [];

    /// <param name="segments">All segments.</param>
    /// <param name="stored">Shared values that another segment than their own uses.</param>
    public Activity(IReadOnlyList<Segment> segments, HashSet<ComputeTask> stored)
    {
        Words = 1 + (segments.Max(s => s.Number) / WordBits);
        var holders = new Dictionary<SimulationTask, Segment>();
        var rivals = RivalPorts(segments);
        foreach (var segment in segments)
        {
            foreach (var port in segment.Steps.Select(s => s.Task).OfType<WriteTask>().Where(rivals.Contains))
                Add(port.Port.Memory, segment);
            foreach (var (task, _) in segment.Steps.Where(s => s.Kind == StepKind.Hold))
                holders[task] = segment;
            foreach (var (task, _) in segment.Steps.Where(s => s.Kind == StepKind.Release))
                Add(holders[task], segment);
            var steps = segment.Steps.Where(s => s.Kind != StepKind.Release).Select(s => s.Task).ToArray();
            if (IsGuarded(segment, stored))
            {
                Add(_work[segment] = new object(), segment);
                foreach (var task in steps)
                    AddInputs(task.GuardReads, task.GuardNeeds, segment, [.. steps]);
            }
            else
            {
                foreach (var task in steps)
                    AddInputs(task.Reads, task.Needs, segment, []);
            }
        }
    }

    /// <summary>Number of words of flags.</summary>
    public int Words { get; }

    /// <summary>For a guarded segment, what changes in cycles in which it has something to do.</summary>
    public object? WorkOf(Segment segment) => _work.GetValueOrDefault(segment);

    /// <summary>The flags of the segments that use a signal, a memory, a shared value or what another segment held.</summary>
    public ulong[] UsersOf(object value)
    {
        var flags = new ulong[Words];
        foreach (var number in _users.GetValueOrDefault(value, []))
            flags[number / WordBits] |= 1UL << number;
        return flags;
    }

    public bool IsUsed(object value) => _users.ContainsKey(value);

    /// <summary>The ports of memories with several: what one has written another may overwrite, and the first has to write again, though nothing that it reads changes.</summary>
    private static HashSet<WriteTask> RivalPorts(IEnumerable<Segment> segments) => segments.SelectMany(s => s.Steps).Select(s => s.Task).OfType<WriteTask>().Distinct()
        .GroupBy(t => t.Port.Memory).Where(ports => ports.Count() > 1).SelectMany(ports => ports).ToHashSet();

    private static bool IsGuarded(Segment segment, HashSet<ComputeTask> stored) => segment.Steps.All(s => s.Kind != StepKind.Release
        && (s.Task is ComputeTask compute ? !stored.Contains(compute) : s.Task.Guards is not null));

    /// <summary>Adds what a task of a segment uses; values of tasks in <paramref name="inside"/> by what these use.</summary>
    private void AddInputs(IEnumerable<object> reads, IEnumerable<ComputeTask> needs, Segment segment, HashSet<SimulationTask> inside)
    {
        foreach (var state in reads)
            Add(state, segment);
        foreach (var needed in needs)
        {
            if (inside.Contains(needed))
                AddInputs(needed.Reads, needed.Needs, segment, inside);
            else
                Add(needed, segment);
        }
    }

    private void Add(object value, Segment user)
    {
        if (!_users.TryGetValue(value, out var users))
            _users[value] = users = [];
        users.Add(user.Number);
    }
}
