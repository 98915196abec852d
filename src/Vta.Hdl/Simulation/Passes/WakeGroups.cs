namespace Vta.Hdl.Simulation.Passes;

/// <summary>
/// Divides the changes of a module into groups that the same things wake: a group sleeps while none of them moves. Registers that take over one
/// another's value belong together, as what wakes the first wakes the others a little later. What is too small to be worth a look whether it has
/// anything to do stays together.
/// </summary>
internal sealed class WakeGroups
{
    /// <summary>Estimated instructions of a change besides those that compute the values.</summary>
    private const int CostOfChange = 3;

    /// <summary>A smaller group is not worth a flag of its own.</summary>
    private const int SmallestGroup = 16;

    private readonly Dictionary<SimulationTask, int> _numbers = [];
    private readonly Dictionary<SimulationTask, SimulationTask> _firstOf = [];

    public WakeGroups(IReadOnlyCollection<SimulationTask> changes)
    {
        FollowChains(changes);
        var number = 1;
        foreach (var kind in changes.GroupBy(c => c.Guards is not null))
        {
            var groups = new Dictionary<HashSet<object>, List<SimulationTask>>(HashSet<object>.CreateSetComparer());
            foreach (var chain in kind.GroupBy(FirstOf))
            {
                var sources = SourcesOf(chain.ToHashSet());
                if (!groups.TryGetValue(sources, out var group))
                    groups[sources] = group = [];
                group.AddRange(chain);
            }
            var rest = number++;
            foreach (var group in groups.Values)
            {
                var own = group.Sum(t => t.Cost + CostOfChange) < SmallestGroup ? rest : number++;
                foreach (var task in group)
                    _numbers[task] = own;
            }
        }
    }

    /// <summary>The number of the group of a change.</summary>
    public int Of(SimulationTask change) => _numbers[change];

    private static HashSet<object> SourcesOf(HashSet<SimulationTask> chain)
    {
        var sources = new HashSet<object>(ReferenceEqualityComparer.Instance);
        foreach (var task in chain)
        {
            sources.UnionWith(task.Guards is null ? task.Reads : task.GuardReads);
            sources.UnionWith(task.Guards is null ? task.Needs : task.GuardNeeds);
        }
        sources.ExceptWith(chain.Select(t => t.Changes!));
        return sources;
    }

    /// <summary>
    /// A register without a guard that reads but one other goes to that one. Not behind a wide one: that is taken to change whenever it is
    /// computed, and would wake its own group for ever.
    /// </summary>
    private void FollowChains(IReadOnlyCollection<SimulationTask> changes)
    {
        var writers = changes.OfType<RegisterTask>().Where(t => t.Guards is null && t.Register.Width <= 64).ToDictionary(t => (object)t.Register);
        foreach (var task in writers.Values)
        {
            if (task.Reads.Count == 1 && task.Needs.Count == 0 && writers.TryGetValue(task.Reads.Single(), out var source) && FirstOf(source) != task)
                _firstOf[task] = source;
        }
    }

    private SimulationTask FirstOf(SimulationTask task) => _firstOf.TryGetValue(task, out var source) ? FirstOf(source) : task;
}
