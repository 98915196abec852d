using Vta.Hdl.Ir;

namespace Vta.Hdl.Simulation.Passes;

/// <summary>
/// The order of a cycle: first what top outputs need, then what assertions need, then the clock edge. Values come before their users. Tasks of one
/// part of the design stand together. State is changed in place once everything that reads it is done; otherwise the change is put aside and made
/// at the end (<see cref="StepKind.Hold"/>). Each clock has phases of its own, of which any may be left out: values that several clocks use come
/// with those of outputs, and what another clock may still read is put aside.
/// </summary>
internal sealed class Schedule
{
    /// <summary>The JIT optimises methods less, and then not at all, beyond a size: so many estimated instructions go into one.</summary>
    private const int SegmentCost = 600;

    private readonly TaskGraph _graph;
    private readonly Labels _labels;
    private readonly bool _writeInPlace;
    private readonly Dictionary<object, List<SimulationTask>> _readers = [];
    private readonly Dictionary<SimulationTask, SimulationTask> _portBefore = [];
    private readonly HashSet<SimulationTask> _done = [];
    private readonly HashSet<SimulationTask> _held = [];

    private Schedule(TaskGraph graph, ModuleInstance top, SimulatorOptions options)
    {
        _graph = graph;
        IsStraight = graph.Cost <= options.StraightLineCost;
        _labels = new(graph, top, IsStraight);
        _writeInPlace = options.WriteInPlace;
        foreach (var task in graph.Effects.Concat(graph.Computed))
        {
            foreach (var state in task.Reads)
            {
                if (!_readers.TryGetValue(state, out var readers))
                    _readers[state] = readers = [];
                readers.Add(task);
            }
        }
        foreach (var ports in graph.Effects.OfType<WriteTask>().GroupBy(w => w.Port.Memory))
        {
            foreach (var (before, after) in ports.Zip(ports.Skip(1)))
                _portBefore[after] = before;
        }
        Settle = Phase([.. graph.Effects.OfType<OutputTask>(), .. ValuesOfSeveralClocks()]);
        Check = [.. graph.Effects.OfType<AssertionTask>().GroupBy(a => a.Clock).Select(g => new ClockPhase(g.Key, Phase(g)))];
        Edge = ClockEdges();
        var next = 0;
        foreach (var phase in Check.Concat(Edge).Select(p => p.Segments).Prepend(Settle))
        {
            foreach (var segment in phase)
                segment.Number = next++;
            next = (next + Activity.WordBits - 1) / Activity.WordBits * Activity.WordBits;
        }
    }

    /// <summary>The design is so small that a cycle is one piece of code.</summary>
    public bool IsStraight { get; }

    /// <summary>What top outputs need, and the outputs; what several clocks need.</summary>
    public IReadOnlyList<Segment> Settle { get; }

    /// <summary>What assertions need besides, and the assertions.</summary>
    public IReadOnlyList<ClockPhase> Check { get; }

    /// <summary>Everything else, and the changes of state. Where several clocks have an edge at once, their phases come in this order.</summary>
    public IReadOnlyList<ClockPhase> Edge { get; }

    public static Schedule Of(TaskGraph graph, ModuleInstance top, SimulatorOptions options) => new(graph, top, options);

    /// <summary>What a clock edge needs, from first to last, where nobody looks at outputs: the values and the assertions, and then the changes of state.</summary>
    /// <param name="has">The clocks that have the edge.</param>
    public (Segment Before, Segment Edge) WithoutOutputs(Predicate<ClockDomain> has)
    {
        var needed = NeededBy(_graph.Effects.Where(e => e.Clock is { } clock && has(clock)), isDone: _ => false);
        return (
            new([.. Settle.Concat(Of(Check)).SelectMany(s => s.Steps).Where(s => needed.Contains(s.Task))]),
            new([.. Of(Edge).SelectMany(s => s.Steps)]));

        IEnumerable<Segment> Of(IEnumerable<ClockPhase> phases) => phases.Where(p => has(p.Clock)).SelectMany(p => p.Segments);
    }

    /// <summary>Shared values that are needed at edges of more than one clock.</summary>
    private IEnumerable<ComputeTask> ValuesOfSeveralClocks()
    {
        var clocks = new Dictionary<SimulationTask, HashSet<ClockDomain>>();
        foreach (var task in _graph.Effects.Concat(_graph.Computed))
        {
            foreach (var needed in task.Needs)
            {
                if (!clocks.TryGetValue(needed, out var users))
                    clocks[needed] = users = [];
                if (task.Clock is { } clock)
                    users.Add(clock);
                else if (clocks.TryGetValue(task, out var own))
                    users.UnionWith(own);
            }
        }
        return _graph.Computed.Where(c => clocks[c].Count > 1);
    }

    private List<Segment> Phase(IEnumerable<SimulationTask> effects) =>
        [.. Sweep(NeededBy(effects)).SelectMany(s => Divide(s.Select(t => new Step(t, StepKind.Run))))];

    private List<ClockPhase> ClockEdges()
    {
        var phases = _graph.Effects.Where(t => t.Changes is not null).GroupBy(t => t.Clock!).Select(g => new ClockPhase(g.Key, ClockEdge([.. g]))).ToList();
        foreach (var (clock, segments) in Releases([.. phases.Select(p => p.Clock)]))
        {
            if (phases.Count > 0 && phases[^1].Clock == clock)
                phases[^1] = new(clock, [.. phases[^1].Segments, .. segments]);
            else
                phases.Add(new(clock, segments));
        }
        return phases;
    }

    private List<Segment> ClockEdge(SimulationTask[] changes)
    {
        var needed = NeededBy(changes);
        var values = needed.OfType<ComputeTask>().ToArray();
        var isExported = new HashSet<SimulationTask>();
        foreach (var user in changes.Concat<SimulationTask>(_graph.Computed))
        {
            foreach (var value in user.Needs.Where(n => isExported.Contains(user) || _labels.Of(n) != _labels.Of(user)))
                isExported.Add(value);
        }
        var segments = Sweep([.. values.Where(isExported.Contains)]).SelectMany(s => Divide(s.Select(t => new Step(t, StepKind.Run)))).ToList();
        var parts = changes.GroupBy(_labels.Of).ToDictionary(g => g.Key, g => g.ToArray());
        var changers = changes.ToLookup(c => c.Changes!, _labels.Of);
        var queue = new PartQueue(parts.Keys, part => parts[part].Sum(BitsToHold));
        while (queue.First is { } next)
        {
            var steps = Changes(parts[next], needed);
            segments.AddRange(Divide(steps));
            queue.Remove(next);
            foreach (var part in steps.SelectMany(s => s.Task.Reads).SelectMany(state => changers[state]).ToHashSet())
                queue.Update(part);
        }
        return segments;

        int BitsToHold(SimulationTask change) => ReadersOf(change).Any(r => !_done.Contains(r) && _labels.Of(r) != _labels.Of(change))
            ? change.Changes is Signal s ? s.Width : ((Memory)change.Changes!).Width
            : 0;
    }

    /// <summary>The changes that were put aside, those of one clock together as far as the order of the ports of memories allows.</summary>
    private IEnumerable<ClockPhase> Releases(List<ClockDomain> clocks)
    {
        var held = _graph.Effects.Where(_held.Contains).ToArray();
        var firstPorts = _graph.Effects.OfType<WriteTask>().DistinctBy(w => w.Port.Memory).ToDictionary(w => w.Port.Memory);
        foreach (var part in held.GroupBy(PartOfRelease).OrderBy(part => clocks.IndexOf(part.Key.Clock)))
        {
            foreach (var run in RunsOfOneClock(part))
                yield return new(run[0].Clock!, [.. Divide(run.Select(t => new Step(t, StepKind.Release)))]);
        }

        // Ports of one memory write in their order: all stand in the part of the first.
        (ClockDomain Clock, Part Part) PartOfRelease(SimulationTask change)
        {
            var first = change is WriteTask port ? firstPorts[port.Port.Memory] : change;
            return (first.Clock!, _labels.Of(first));
        }
    }

    private static IEnumerable<List<SimulationTask>> RunsOfOneClock(IEnumerable<SimulationTask> changes)
    {
        var run = new List<SimulationTask>();
        foreach (var change in changes)
        {
            if (run.Count > 0 && run[0].Clock != change.Clock)
            {
                yield return run;
                run = [];
            }
            run.Add(change);
        }
        yield return run;
    }

    /// <summary>The changes of one part, with the values that only it uses.</summary>
    /// <param name="changes">The changes.</param>
    /// <param name="ofClock">
    /// What the edge of their clock needs. A value that only another clock needs is not computed here, though it reads what changes: this edge may be left out.
    /// </param>
    private List<Step> Changes(SimulationTask[] changes, HashSet<SimulationTask> ofClock)
    {
        var steps = new List<Step>();
        var inProgress = new HashSet<SimulationTask>();
        var own = changes.ToHashSet();
        foreach (var change in changes.OfType<ReadTask>().Concat(changes))
            Visit(change);
        return steps;

        void Visit(SimulationTask task)
        {
            if (task is WriteTask)
            {
                // A read is made before the write; of the two, the write is the cheaper to put off: its data lie in a buffer anyway.
                foreach (var read in ReadersOf(task).OfType<ReadTask>().Where(own.Contains))
                    Visit(read);
            }
            if (_done.Contains(task) || !inProgress.Add(task))
                return;
            foreach (var needed in task.Needs)
                Visit(needed);
            var port = _portBefore.GetValueOrDefault(task);
            var isHeld = !_writeInPlace && task.Changes is not null;
            foreach (var earlier in ReadersOf(task).Concat(port is null ? [] : [port]).Where(e => e != task))
            {
                if (own.Contains(earlier) || (earlier is ComputeTask && ofClock.Contains(earlier) && _labels.Of(earlier) == _labels.Of(task)))
                    Visit(earlier);
                isHeld |= !_done.Contains(earlier);
            }
            isHeld |= port is not null && _held.Contains(port);
            if (isHeld)
                _held.Add(task);
            steps.Add(new(task, isHeld ? StepKind.Hold : StepKind.Run));
            _done.Add(task);
        }
    }

    /// <summary>Combinational tasks, part by part, as few times each as their order allows.</summary>
    private List<List<SimulationTask>> Sweep(HashSet<SimulationTask> tasks)
    {
        var sweeps = new List<List<SimulationTask>>();
        var parts = tasks.GroupBy(_labels.Of).ToDictionary(g => g.Key, g => g.ToHashSet());
        var users = tasks.SelectMany(user => user.Needs, (user, needed) => (user, needed)).ToLookup(pair => (SimulationTask)pair.needed, pair => _labels.Of(pair.user));
        var queue = new PartQueue(parts.Keys, part => -(double)ReadyOf(parts[part]).Count / parts[part].Count);
        while (queue.First is { } part)
        {
            var ready = ReadyOf(parts[part]);
            _done.UnionWith(ready);
            parts[part].ExceptWith(ready);
            if (parts[part].Count == 0)
                queue.Remove(part);
            sweeps.Add(ready);
            foreach (var changed in ready.SelectMany(task => users[task]).Append(part).ToHashSet())
                queue.Update(changed);
        }
        return sweeps;
    }

    /// <summary>The tasks that can run when nothing but they do, in order.</summary>
    private List<SimulationTask> ReadyOf(HashSet<SimulationTask> tasks)
    {
        var ready = new List<SimulationTask>();
        var known = new Dictionary<SimulationTask, bool>();
        foreach (var task in tasks)
            IsReady(task);
        return ready;

        bool IsReady(SimulationTask task)
        {
            if (_done.Contains(task))
                return true;
            if (!tasks.Contains(task))
                return false;
            if (known.TryGetValue(task, out var isReady))
                return isReady;
            isReady = true;
            foreach (var needed in task.Needs)
                isReady &= IsReady(needed);
            known[task] = isReady;
            if (isReady)
                ready.Add(task);
            return isReady;
        }
    }

    /// <summary>These tasks and the values that they need, as far as they are not done.</summary>
    private HashSet<SimulationTask> NeededBy(IEnumerable<SimulationTask> tasks) => NeededBy(tasks, _done.Contains);

    private static HashSet<SimulationTask> NeededBy(IEnumerable<SimulationTask> tasks, Predicate<SimulationTask> isDone)
    {
        var all = new HashSet<SimulationTask>();
        var waiting = new Stack<SimulationTask>(tasks);
        while (waiting.TryPop(out var task))
        {
            if (isDone(task) || !all.Add(task))
                continue;
            foreach (var needed in task.Needs)
                waiting.Push(needed);
        }
        return all;
    }

    private static IEnumerable<Segment> Divide(IEnumerable<Step> steps)
    {
        var piece = new List<Step>();
        var cost = 0;
        foreach (var step in steps)
        {
            if (piece.Count > 0 && cost + step.Task.Cost > SegmentCost)
            {
                yield return new(piece);
                (piece, cost) = ([], 0);
            }
            piece.Add(step);
            cost += step.Task.Cost + 1;
        }
        if (piece.Count > 0)
            yield return new(piece);
    }

    private List<SimulationTask> ReadersOf(SimulationTask change) =>
        change.Changes is { } state && _readers.TryGetValue(state, out var readers) ? readers : [];
}
