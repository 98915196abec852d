using System.Reflection.Emit;
using Vta.Hdl.Ir;
using Vta.Hdl.Simulation.Layout;
using Vta.Hdl.Simulation.Passes;

namespace Vta.Hdl.Simulation.Compile;

/// <summary>Compiled code on a state block.</summary>
internal unsafe delegate void CompiledMethod(byte* state);

/// <summary>A design as compiled code: any number of simulations can run it, each on a state block of its own.</summary>
internal sealed class CompiledDesign
{
    /// <summary>The JIT optimises methods less, and then not at all, beyond a size: so many estimated instructions go into one.</summary>
    private const int MethodCost = 600;

    private readonly FlatDesign _design;
    private readonly Dictionary<Expression, Slot> _slots = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<SimulationTask, IReadOnlyList<Slot>> _held = [];
    private readonly List<DynamicMethod> _methods = [];

    public CompiledDesign(FlatDesign design)
    {
        _design = design;
        Layout = new(design.Netlist.Design);
        var schedule = Schedule.Of(TaskGraph.From(design));
        var phases = new[] { schedule.Settle, schedule.Check, schedule.Edge }.Select(Divide).ToArray();
        var stored = StoredValues(phases.SelectMany(p => p));
        Settle = Phase(phases[0], stored);
        Check = Phase(phases[1], stored);
        Edge = Phase(phases[2], stored);
    }

    public StateLayout Layout { get; }

    /// <summary>The assertions in the order of their numbers.</summary>
    public IReadOnlyList<Assertion> Assertions => [.. _design.Assertions.Select(a => a.Assertion)];

    /// <summary>Computes the top outputs.</summary>
    public CompiledMethod Settle { get; }

    /// <summary>Looks at the assertions; after <see cref="Settle"/>.</summary>
    public CompiledMethod Check { get; }

    /// <summary>Applies the clock edge; after <see cref="Check"/>.</summary>
    public CompiledMethod Edge { get; }

    private static List<List<Step>> Divide(IReadOnlyList<Step> steps)
    {
        var pieces = new List<List<Step>>();
        var cost = 0;
        foreach (var step in steps)
        {
            if (pieces.Count == 0 || cost + step.Task.Cost > MethodCost)
            {
                pieces.Add([]);
                cost = 0;
            }
            pieces[^1].Add(step);
            cost += step.Task.Cost + 1;
        }
        return pieces;
    }

    /// <summary>Shared values that another method than their own uses.</summary>
    private static HashSet<ComputeTask> StoredValues(IEnumerable<List<Step>> pieces)
    {
        var stored = new HashSet<ComputeTask>();
        foreach (var piece in pieces)
        {
            var own = piece.Select(s => s.Task).ToHashSet();
            stored.UnionWith(own.SelectMany(t => t.Needs).Where(n => !own.Contains(n)));
        }
        return stored;
    }

    private CompiledMethod Phase(List<List<Step>> pieces, HashSet<ComputeTask> stored)
    {
        var phase = NewMethod();
        var il = phase.GetILGenerator();
        foreach (var piece in pieces)
        {
            var method = NewMethod();
            Compile(piece, method, stored);
            _methods.Add(method);
            il.Emit(OpCodes.Ldarg_0);
            il.Emit(OpCodes.Call, method);
        }
        il.Emit(OpCodes.Ret);
        return phase.CreateDelegate<CompiledMethod>();
    }

    private void Compile(List<Step> piece, DynamicMethod method, HashSet<ComputeTask> stored)
    {
        var compiler = new MethodCompiler(method, Layout, _design.LaneVariables);
        Layout.ReleaseScratch();
        var own = piece.Select(s => s.Task).ToHashSet();
        foreach (var needed in piece.Where(s => s.Kind != StepKind.Release).SelectMany(s => s.Task.Needs).Where(n => !own.Contains(n)).Distinct())
            compiler.UseSlot(needed.Value, _slots[needed.Value]);
        foreach (var (task, kind) in piece)
        {
            if (task is ComputeTask compute)
            {
                if (stored.Contains(compute) || compute.Value.Width > 64)
                    _slots[compute.Value] = Layout.Allocate(compute.Value.Width);
                compiler.Compute(compute, _slots.TryGetValue(compute.Value, out var slot) ? slot : null);
            }
            else if (kind == StepKind.Run)
            {
                compiler.Run(task);
            }
            else if (kind == StepKind.Hold)
            {
                _held[task] = compiler.Hold(task);
            }
            else
            {
                compiler.Release(task, _held[task]);
            }
        }
        compiler.Return();
    }

    private static DynamicMethod NewMethod() => new("cycle", typeof(void), [typeof(byte*)], typeof(CompiledDesign).Module, skipVisibility: true);
}
