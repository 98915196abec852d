using Vta.Hdl.Ir;

namespace Vta.Hdl.Simulation.Passes;

/// <summary>
/// Which part of the design each task belongs to, as far as activity goes: the module whose state it changes or serves, or a module around it where
/// that is small.
/// </summary>
internal sealed class Labels
{
    /// <summary>A part this small is not worth a test whether it has something to do.</summary>
    private const int SmallestPart = 60;

    private readonly Dictionary<SimulationTask, ModuleInstance> _homes = [];
    private readonly Dictionary<ModuleInstance, ModuleInstance> _parts = [];

    public Labels(TaskGraph graph, ModuleInstance top)
    {
        foreach (var effect in graph.Effects)
            _homes[effect] = HomeOf(effect, top);
        FindHomes(graph, top);
        var costs = _homes.GroupBy(h => h.Value).ToDictionary(g => g.Key, g => g.Sum(h => h.Key.Cost));
        Merge(top, costs);
    }

    public ModuleInstance Of(SimulationTask task) => _parts[_homes[task]];

    private static ModuleInstance HomeOf(SimulationTask effect, ModuleInstance top) => effect.Changes switch
    {
        Signal s => s.Owner ?? top,
        Memory m => m.Owner ?? top,
        _ => top,
    };

    /// <summary>A shared value belongs to its users where they agree, else to what it is made from.</summary>
    private void FindHomes(TaskGraph graph, ModuleInstance top)
    {
        var usersFirst = graph.Computed.ToArray();
        var natural = new Dictionary<SimulationTask, ModuleInstance>();
        foreach (var task in usersFirst.Reverse())
        {
            natural[task] = task.Reads.Select(r => r is Signal s ? s.Owner ?? top : ((Memory)r).Owner ?? top)
                .Concat(task.Needs.Select(n => natural[n]))
                .GroupBy(m => m).OrderByDescending(g => g.Count()).Select(g => g.Key).FirstOrDefault(top);
        }
        var users = new Dictionary<SimulationTask, HashSet<ModuleInstance>>();
        foreach (var effect in graph.Effects)
            AddUser(effect);
        foreach (var task in usersFirst)
        {
            _homes[task] = users[task].Count == 1 ? users[task].Single() : natural[task];
            AddUser(task);
        }

        void AddUser(SimulationTask user)
        {
            foreach (var needed in user.Needs)
            {
                if (!users.TryGetValue(needed, out var homes))
                    users[needed] = homes = [];
                homes.Add(_homes[user]);
            }
        }
    }

    /// <summary>Joins small modules to their parents; gives the cost of what stays with this one.</summary>
    private int Merge(ModuleInstance module, Dictionary<ModuleInstance, int> costs)
    {
        var cost = costs.GetValueOrDefault(module);
        foreach (var instance in module.Instances)
            cost += Merge(instance, costs);
        if (cost >= SmallestPart || module.Parent is null)
        {
            Assign(module, module);
            return 0;
        }
        return cost;
    }

    private void Assign(ModuleInstance module, ModuleInstance part)
    {
        _parts[module] = part;
        foreach (var instance in module.Instances.Where(i => !_parts.ContainsKey(i)))
            Assign(instance, part);
    }
}
