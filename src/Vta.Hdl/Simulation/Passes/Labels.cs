using Vta.Hdl.Ir;

namespace Vta.Hdl.Simulation.Passes;

/// <summary>A part of the design: changes in a module that the same things wake, or values that several parts use.</summary>
/// <param name="Module">The module.</param>
/// <param name="Group">The number of the group in the module (<see cref="WakeGroups"/>), or zero for values.</param>
internal readonly record struct Part(ModuleInstance Module, int Group);

/// <summary>Which part of the design each task belongs to, as far as activity goes; a straight design is one part.</summary>
internal sealed class Labels
{
    private readonly Dictionary<SimulationTask, Part> _parts = [];

    public Labels(TaskGraph graph, ModuleInstance top, bool isStraight)
    {
        if (isStraight)
        {
            foreach (var task in graph.Effects.Concat(graph.Computed))
                _parts[task] = new(top, 0);
            return;
        }
        foreach (var module in graph.Effects.GroupBy(e => HomeOf(e, top)))
        {
            var groups = new WakeGroups([.. module.Where(e => e.Changes is not null)]);
            foreach (var effect in module)
                _parts[effect] = new(module.Key, effect.Changes is null ? 0 : groups.Of(effect));
        }
        FindParts(graph, top);
    }

    public Part Of(SimulationTask task) => _parts[task];

    private static ModuleInstance HomeOf(SimulationTask effect, ModuleInstance top) => effect.Changes switch
    {
        Signal s => s.Owner ?? top,
        Memory m => m.Owner ?? top,
        _ => top,
    };

    /// <summary>A shared value belongs to its users where they agree, else to what it is made from.</summary>
    private void FindParts(TaskGraph graph, ModuleInstance top)
    {
        var usersFirst = graph.Computed.ToArray();
        var natural = new Dictionary<SimulationTask, ModuleInstance>();
        foreach (var task in usersFirst.Reverse())
        {
            natural[task] = task.Reads.Select(r => r is Signal s ? s.Owner ?? top : ((Memory)r).Owner ?? top)
                .Concat(task.Needs.Select(n => natural[n]))
                .GroupBy(m => m).OrderByDescending(g => g.Count()).Select(g => g.Key).FirstOrDefault(top);
        }
        var users = new Dictionary<SimulationTask, HashSet<Part>>();
        foreach (var effect in graph.Effects)
            AddUser(effect);
        foreach (var task in usersFirst)
        {
            _parts[task] = users[task].Count == 1 ? users[task].Single() : new(natural[task], 0);
            AddUser(task);
        }

        void AddUser(SimulationTask user)
        {
            foreach (var needed in user.Needs)
            {
                if (!users.TryGetValue(needed, out var parts))
                    users[needed] = parts = [];
                parts.Add(_parts[user]);
            }
        }
    }
}
