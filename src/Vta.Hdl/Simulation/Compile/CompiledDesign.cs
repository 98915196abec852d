using System.Collections.Concurrent;
using System.Reflection.Emit;
using System.Runtime.CompilerServices;
using Vta.Hdl.Ir;
using Vta.Hdl.Lowering;
using Vta.Hdl.Simulation.Layout;
using Vta.Hdl.Simulation.Passes;

namespace Vta.Hdl.Simulation.Compile;

/// <summary>Compiled code on a state block.</summary>
internal unsafe delegate void CompiledMethod(byte* state);

/// <summary>Compiled cycles, until an assertion is broken. Gives the number of those that are left.</summary>
internal unsafe delegate long CompiledCycles(byte* state, long cycles);

/// <summary>A design as compiled code: any number of simulations can run it, each on a state block of its own.</summary>
internal sealed unsafe class CompiledDesign
{
    private static readonly ConditionalWeakTable<Netlist, ConcurrentDictionary<SimulatorOptions, Lazy<CompiledDesign>>> s_compiled = [];

    private readonly FlatDesign _design;
    private readonly ClockSet _clocks;
    private readonly Dictionary<Expression, Slot> _slots = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<SimulationTask, IReadOnlyList<Slot>> _held = [];
    private readonly List<DynamicMethod> _methods = [];

    private readonly Activity? _activity;
    private readonly SimulatorOptions _options;
    private readonly (ulong Clocks, CompiledMethod Method)[] _check;
    private readonly (ulong Clocks, CompiledMethod Method)[] _edge;
    private readonly Dictionary<ulong, CompiledCycles> _cycles = [];

    private CompiledDesign(FlatDesign design, SimulatorOptions options)
    {
        _design = design;
        _clocks = design.Netlist.Clocks;
        _options = options;
        var top = design.Netlist.Top;
        Layout = new(design.Netlist, design.Outputs.Select(o => o.Output));
        var schedule = Schedule.Of(TaskGraph.From(design), top, options);
        Segment[] all = [.. schedule.Settle, .. schedule.Check.Concat(schedule.Edge).SelectMany(p => p.Segments)];
        var stored = StoredValues(all);
        if (options.ActivityGating && !schedule.IsStraight)
        {
            _activity = new(all, stored);
            Layout.AllocateFlags(_activity.Words);
        }
        Settle = Phase(schedule.Settle, stored, _activity is null ? [] : [.. design.Netlist.Inputs]);
        _check = [.. schedule.Check.Select(OfClock)];
        _edge = [.. schedule.Edge.Select(OfClock)];
        if (schedule.IsStraight)
            AddStraightCycles(schedule);

        (ulong, CompiledMethod) OfClock(ClockPhase phase) => (_clocks.Only(phase.Clock), Phase(phase.Segments, stored, []));
    }

    public StateLayout Layout { get; }

    /// <summary>The assertions in the order of their numbers.</summary>
    public IReadOnlyList<Assertion> Assertions => [.. _design.Assertions.Select(a => a.Assertion)];

    /// <summary>Computes the top outputs.</summary>
    public CompiledMethod Settle { get; }

    /// <summary>Looks at the assertions of these clocks (<see cref="ClockSet"/>); after <see cref="Settle"/>.</summary>
    public void Check(byte* state, ulong clocks) => Run(_check, state, clocks);

    /// <summary>Applies an edge of these clocks; after <see cref="Check"/>.</summary>
    public void Edge(byte* state, ulong clocks) => Run(_edge, state, clocks);

    /// <summary>Whole cycles of these clocks, as many as can be made before an assertion is broken. Outputs are not settled afterwards.</summary>
    /// <returns>The number of cycles.</returns>
    public long Run(byte* state, ulong clocks, long cycles)
    {
        if (_cycles.TryGetValue(clocks, out var straight))
            return cycles - straight(state, cycles);
        var broken = (ulong*)(state + Layout.BrokenAssertion.Offset);
        for (var done = 0L; done < cycles; done++)
        {
            Settle(state);
            Check(state, clocks);
            if (*broken != 0)
                return done;
            Edge(state, clocks);
        }
        return cycles;
    }

    /// <summary>The code of a design: compiled for the first simulation, there for the others as long as the design is.</summary>
    public static CompiledDesign Of(Netlist netlist, SimulatorOptions options) => s_compiled.GetOrCreateValue(netlist)
        .GetOrAdd(options, _ => new Lazy<CompiledDesign>(() => DeepStack.Run(() => new CompiledDesign(FlatDesign.From(netlist, options.KeepSignals), options)))).Value;

    private static void Run((ulong Clocks, CompiledMethod Method)[] phases, byte* state, ulong clocks)
    {
        foreach (var (own, method) in phases)
        {
            if ((own & clocks) != 0)
                method(state);
        }
    }

    /// <summary>Shared values that another segment than their own uses.</summary>
    private static HashSet<ComputeTask> StoredValues(IEnumerable<Segment> segments)
    {
        var stored = new HashSet<ComputeTask>();
        foreach (var segment in segments)
        {
            var own = segment.Steps.Select(s => s.Task).ToHashSet();
            stored.UnionWith(own.SelectMany(t => t.Needs).Where(n => !own.Contains(n)));
        }
        return stored;
    }

    private CompiledMethod Phase(IReadOnlyList<Segment> segments, HashSet<ComputeTask> stored, IReadOnlyList<Signal> inputs)
    {
        var phase = NewMethod("phase", typeof(void));
        var il = phase.GetILGenerator();
        if (inputs.Count > 0)
            Call(il, CompareInputs(inputs));
        var dispatch = _activity is null ? null : new Dispatch(il, Layout.Flags);
        foreach (var segment in segments)
        {
            var method = Compile(segment, stored);
            if (dispatch is not null)
            {
                dispatch.CallIfRaised(segment.Number, () => Call(il, method));
                continue;
            }
            Call(il, method);
            il.Emit(OpCodes.Pop);
        }
        dispatch?.End();
        il.Emit(OpCodes.Ret);
        return phase.CreateDelegate<CompiledMethod>();
    }

    private void Call(ILGenerator il, DynamicMethod method)
    {
        _methods.Add(method);
        il.Emit(OpCodes.Ldarg_0);
        il.Emit(OpCodes.Call, method);
    }

    private DynamicMethod CompareInputs(IReadOnlyList<Signal> inputs)
    {
        var method = NewMethod("inputs", typeof(void));
        var compiler = NewCompiler(method);
        foreach (var input in inputs)
            compiler.Changes.CompareInput(input, Layout.Allocate(input.Width));
        compiler.Changes.Return();
        return method;
    }

    /// <summary>Cycles of each clock alone, and of all together.</summary>
    private void AddStraightCycles(Schedule schedule)
    {
        foreach (var clocks in _clocks.Free.Select(_clocks.Only).Append(_clocks.AllFree).Distinct())
            _cycles.Add(clocks, StraightCycles(schedule, clocks));
    }

    private CompiledCycles StraightCycles(Schedule schedule, ulong clocks)
    {
        var method = NewMethod("cycles", typeof(long), typeof(long));
        var compiler = NewCompiler(method);
        Layout.ReleaseScratch();
        var (before, edge) = schedule.WithoutOutputs(clock => (_clocks.Only(clock) & clocks) != 0);
        compiler.Cycles(() => Run(compiler, before, []), () => Run(compiler, edge, []));
        return method.CreateDelegate<CompiledCycles>();
    }

    private DynamicMethod Compile(Segment segment, HashSet<ComputeTask> stored)
    {
        var method = NewMethod($"segment{segment.Number}", typeof(ulong));
        var compiler = NewCompiler(method, segment);
        Layout.ReleaseScratch();
        var own = segment.Steps.Select(s => s.Task).ToHashSet();
        foreach (var needed in segment.Steps.Where(s => s.Kind != StepKind.Release).SelectMany(s => s.Task.Needs).Where(n => !own.Contains(n)).Distinct())
            compiler.Values.UseSlot(needed.Value, _slots[needed.Value]);
        Run(compiler, segment, stored);
        compiler.Changes.Return();
        return method;
    }

    private void Run(MethodCompiler compiler, Segment segment, HashSet<ComputeTask> stored)
    {
        foreach (var (task, kind) in segment.Steps)
        {
            if (task is ComputeTask compute)
            {
                var isKept = stored.Contains(compute) || compute.Value.Width > 64;
                compiler.Tasks.Compute(compute, isKept ? SlotOf(compute.Value) : null);
            }
            else if (kind == StepKind.Run)
            {
                compiler.Tasks.Run(task);
            }
            else if (kind == StepKind.Hold)
            {
                _held[task] = compiler.Tasks.Hold(task);
            }
            else
            {
                compiler.Tasks.Release(task, _held[task]);
            }
        }
    }

    private Slot SlotOf(Expression value)
    {
        if (!_slots.TryGetValue(value, out var slot))
            _slots[value] = slot = Layout.Allocate(value.Width);
        return slot;
    }

    private MethodCompiler NewCompiler(DynamicMethod method, Segment? segment = null) =>
        new(method, segment, Layout, _design.LaneVariables, _activity, _options);

    private static DynamicMethod NewMethod(string name, Type returned, params IEnumerable<Type> more) =>
        new(name, returned, [typeof(byte*), .. more], typeof(CompiledDesign).Module, skipVisibility: true);
}
