using Vta.Hdl.Ir;

namespace Vta.Hdl.Simulation.Passes;

/// <summary>
/// Divides a design into tasks: one for each thing that happens in a cycle, and one for each value that more than one of them uses. What
/// only one task uses belongs to it.
/// </summary>
internal sealed class TaskGraph
{
    private readonly FlatDesign _design;
    private readonly Dictionary<Expression, SimulationTask?> _owners = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Expression, ComputeTask> _computed = new(ReferenceEqualityComparer.Instance);

    private TaskGraph(FlatDesign design) => _design = design;

    /// <summary>What a cycle is for: outputs, assertions, and changes of state.</summary>
    public IReadOnlyList<SimulationTask> Effects { get; private set; } = [];

    /// <summary>Shared values, users before operands.</summary>
    public IReadOnlyCollection<ComputeTask> Computed => _computed.Values;

    /// <summary>An estimate of the instructions of a cycle.</summary>
    public int Cost => Effects.Concat(Computed).Sum(t => t.Cost);

    public static TaskGraph From(FlatDesign design)
    {
        var graph = new TaskGraph(design);
        graph.Effects =
        [
            .. design.Outputs.Select(o => new OutputTask(o.Output, o.Value)),
            .. design.Assertions.Select((a, i) => new AssertionTask(i, a.IsBroken, a.Assertion.Domain)),
            .. design.Registers.Select(r => new RegisterTask(r.Register, r.Next)),
            .. design.Reads.Select(p => new ReadTask(p)),
            .. design.Writes.Select(p => new WriteTask(p)),
        ];
        graph.FindOwners();
        foreach (var task in graph.Effects.Concat(graph._computed.Values))
            graph.FindNeeds(task);
        return graph;
    }

    /// <summary>The task that computes a shared value; null where each user computes it.</summary>
    public ComputeTask? TaskOf(Expression value) => _computed.GetValueOrDefault(value);

    /// <summary>True for what costs next to nothing where it is used: state, constants, and parts of them.</summary>
    public static bool IsFree(Expression e) => e switch
    {
        Signal or Literal or LaneParameter or LaneIndex => true,
        Slice s => s.Operand.Width > 64 ? s.Width <= 64 || s.Low % 8 == 0 : IsFree(s.Operand),
        Extend { Signed: false, Width: <= 64 } x => IsFree(x.Operand),
        _ => false,
    };

    private void FindOwners()
    {
        var shared = new HashSet<Expression>(ReferenceEqualityComparer.Instance);
        foreach (var task in Effects)
        {
            foreach (var root in task.Roots)
                Use(root, task);
        }
        foreach (var e in PostOrder(Effects.SelectMany(t => t.Roots)).AsEnumerable().Reverse())
        {
            if (shared.Contains(e) && !IsFree(e))
            {
                var task = new ComputeTask(e);
                _computed[e] = task;
                _owners[e] = task;
            }
            foreach (var operand in _design.LaneVariables.OperandsOf(e))
            {
                if (shared.Contains(e) && IsFree(e))
                    shared.Add(operand);
                else
                    Use(operand, _owners[e]!);
            }
        }

        void Use(Expression e, SimulationTask task)
        {
            if (!_owners.TryAdd(e, task) && _owners[e] != task)
                shared.Add(e);
        }
    }

    private void FindNeeds(SimulationTask task)
    {
        if (task is ReadTask port)
            task.Reads.Add(port.Port.Memory);
        foreach (var e in OwnOf(task.Roots, task, task.Needs))
        {
            task.Cost += NodeCost.Of(e);
            AddReads(e, task.Reads);
        }
        task.Guards = GuardsOf(task);
        foreach (var e in OwnOf(task.Guards ?? [], task, task.GuardNeeds))
            AddReads(e, task.GuardReads);
    }

    private IReadOnlyList<Expression>? GuardsOf(SimulationTask task)
    {
        switch (task)
        {
            case RegisterTask { Register: var register }:
                var choices = Choices.LeadingTo(register, task.Roots[0], _computed.ContainsKey);
                return choices.Count == 0 ? null : [.. choices.Select(c => c.Condition)];
            case ReadTask { Port.Enable: not Literal } or WriteTask { Port.Enable: not Literal }:
                return [task.Roots[0]];
            default:
                return null;
        }
    }

    /// <summary>What is below these roots of a task, down to values of other tasks, which go to <paramref name="needs"/>.</summary>
    private List<Expression> OwnOf(IEnumerable<Expression> roots, SimulationTask task, List<ComputeTask> needs)
    {
        var own = new List<Expression>();
        var seen = new HashSet<Expression>(ReferenceEqualityComparer.Instance);
        foreach (var root in roots)
            Visit(root);
        return own;

        void Visit(Expression e)
        {
            if (!seen.Add(e))
                return;
            if (_computed.TryGetValue(e, out var needed) && needed != task)
            {
                needs.Add(needed);
                return;
            }
            own.Add(e);
            foreach (var operand in _design.LaneVariables.OperandsOf(e))
                Visit(operand);
        }
    }

    private static void AddReads(Expression e, HashSet<object> reads)
    {
        if (e is Signal signal)
            reads.Add(signal);
        else if (e is MemoryRead read)
            reads.Add(read.Memory);
        else if (e is LaneMap map)
            reads.UnionWith(ExpressionGraph.PostOrder([map.Body]).OfType<MemoryRead>().Select(r => r.Memory));
    }

    private List<Expression> PostOrder(IEnumerable<Expression> roots)
    {
        var seen = new HashSet<Expression>(ReferenceEqualityComparer.Instance);
        var order = new List<Expression>();
        foreach (var root in roots)
            Visit(root);
        return order;

        void Visit(Expression e)
        {
            if (!seen.Add(e))
                return;
            foreach (var operand in _design.LaneVariables.OperandsOf(e))
                Visit(operand);
            order.Add(e);
        }
    }
}
