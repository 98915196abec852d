using Vta.Hdl.Ir;

namespace Vta.Hdl.Simulation.Passes;

/// <summary>
/// The order of tasks in a cycle. Values come before their users, and state is changed in place, after everything that reads it; where
/// changes read each other in a circle, one is computed early (<see cref="StepKind.Hold"/>) and made at the end.
/// </summary>
internal sealed class Schedule
{
    private readonly Dictionary<object, List<SimulationTask>> _readers = [];
    private readonly Dictionary<SimulationTask, State> _states = [];
    private readonly Dictionary<SimulationTask, int> _ports = [];
    private readonly Dictionary<SimulationTask, SimulationTask> _portBefore = [];
    private readonly List<Step> _edge = [];
    private readonly List<Step> _late = [];

    private enum State
    {
        Waiting,
        InProgress,
        Done,
    }

    /// <summary>What top outputs need, and the outputs.</summary>
    public IReadOnlyList<Step> Settle { get; private set; } = [];

    /// <summary>What assertions need besides, and the assertions.</summary>
    public IReadOnlyList<Step> Check { get; private set; } = [];

    /// <summary>Everything else, and the changes of state.</summary>
    public IReadOnlyList<Step> Edge { get; private set; } = [];

    public static Schedule Of(TaskGraph graph)
    {
        var schedule = new Schedule();
        foreach (var task in graph.Effects.Concat(graph.Computed))
        {
            foreach (var state in task.Reads)
            {
                if (!schedule._readers.TryGetValue(state, out var readers))
                    schedule._readers[state] = readers = [];
                readers.Add(task);
            }
        }
        foreach (var ports in graph.Effects.OfType<WriteTask>().GroupBy(w => w.Port.Memory))
            schedule.AddPorts([.. ports]);
        schedule.Settle = schedule.Phase(graph.Effects.OfType<OutputTask>());
        schedule.Check = schedule.Phase(graph.Effects.OfType<AssertionTask>());
        foreach (var change in graph.Effects.OfType<ReadTask>().Concat(graph.Effects.Where(t => t.Changes is not null)))
            schedule.Visit(change);
        schedule._edge.AddRange(schedule._late.OrderBy(s => schedule._ports.GetValueOrDefault(s.Task)));
        schedule.Edge = schedule._edge;
        return schedule;
    }

    private void AddPorts(WriteTask[] ports)
    {
        for (var i = 0; i < ports.Length; i++)
        {
            _ports[ports[i]] = i;
            if (i > 0)
                _portBefore[ports[i]] = ports[i - 1];
        }
    }

    private List<Step> Phase(IEnumerable<SimulationTask> effects)
    {
        foreach (var effect in effects)
            Visit(effect);
        var steps = _edge.ToList();
        _edge.Clear();
        return steps;
    }

    private void Visit(SimulationTask task)
    {
        if (task is WriteTask)
        {
            // A read is made before the write; of the two, the write is the cheaper to put off: its data lie in a buffer anyway.
            foreach (var read in ReadersOf(task).OfType<ReadTask>())
                Visit(read);
        }
        if (StateOf(task) != State.Waiting)
            return;
        _states[task] = State.InProgress;
        foreach (var needed in task.Needs)
            Visit(needed);
        var isHeld = false;
        var port = _portBefore.GetValueOrDefault(task);
        foreach (var earlier in port is null ? ReadersOf(task) : ReadersOf(task).Append(port))
        {
            Visit(earlier);
            isHeld |= earlier != task && StateOf(earlier) == State.InProgress;
        }
        isHeld |= port is not null && _late.Any(s => s.Task == port);
        _edge.Add(new(task, isHeld ? StepKind.Hold : StepKind.Run));
        if (isHeld)
            _late.Add(new(task, StepKind.Release));
        _states[task] = State.Done;
    }

    private State StateOf(SimulationTask task) => _states.GetValueOrDefault(task);

    private List<SimulationTask> ReadersOf(SimulationTask change) =>
        change.Changes is { } state && _readers.TryGetValue(state, out var readers) ? readers : [];
}

/// <summary>How a task is done at its place in the schedule.</summary>
internal enum StepKind
{
    /// <summary>At once.</summary>
    Run,

    /// <summary>Its values are computed and put aside.</summary>
    Hold,

    /// <summary>The change is made with the values that were put aside.</summary>
    Release,
}

/// <summary>A task at its place in the schedule.</summary>
internal sealed record Step(SimulationTask Task, StepKind Kind);
