using System.Runtime.CompilerServices;
using Vta.Compiler.Diagnostics;
using Vta.Compiler.LoopIr;
using Vta.Compiler.TensorExpressions;
using Vta.Isa;

namespace Vta.Compiler.Schedules;

/// <summary>
/// How one tensor is computed: the order and form of its loops, where in the program, in which memory, by which hardware. The methods
/// are those of TVM; each says what it did wrong at the line that called it.
/// </summary>
public sealed class Stage
{
    private readonly List<IterVar> leaves;
    private readonly List<AxisRelation> relations = [];
    private readonly Dictionary<IterVar, (PragmaKind Kind, SourceLine Where)> pragmas = [];
    private readonly Dictionary<IterVar, SourceLine> threads = [];

    internal Stage(Schedule schedule, SymbolicTensor tensor)
        : this(schedule, tensor, tensor.Operation)
    {
    }

    /// <summary>A stage that computes a tensor in another way than it was declared with.</summary>
    internal Stage(Schedule schedule, SymbolicTensor tensor, ComputeOperation? operation)
    {
        Schedule = schedule;
        Tensor = tensor;
        Body = operation?.Body;
        Axis = operation?.Axis ?? [];
        ReduceAxis = operation?.ReduceAxis ?? [];
        leaves = [.. Axis, .. ReduceAxis];
    }

    /// <summary>The tensor that is computed.</summary>
    public SymbolicTensor Tensor { get; }

    /// <summary>Its axes.</summary>
    public IReadOnlyList<IterVar> Axis { get; }

    /// <summary>The axes that its body reduces.</summary>
    public IReadOnlyList<IterVar> ReduceAxis { get; }

    /// <summary>The loops as they are by now, outermost first.</summary>
    public IReadOnlyList<IterVar> LeafAxis => leaves;

    /// <summary>Where its values are kept.</summary>
    public MemoryScope Scope { get; private set; } = MemoryScope.Global;

    internal Schedule Schedule { get; }

    /// <summary>Whether it is wanted as a whole, in DRAM.</summary>
    internal bool IsOutput => Schedule.Outputs.Contains(Tensor);

    /// <summary>What it computes, with caches in place of tensors; null for inputs.</summary>
    internal Expr? Body { get; set; }

    internal AttachPoint? Attach { get; private set; }

    internal bool IsInlined { get; private set; }

    internal TensorizePoint? Tensorized { get; private set; }

    internal IReadOnlyList<AxisRelation> Relations => relations;

    internal IReadOnlyDictionary<IterVar, (PragmaKind Kind, SourceLine Where)> Pragmas => pragmas;

    internal IReadOnlyDictionary<IterVar, SourceLine> Threads => threads;

    /// <summary>Tensors that it reads.</summary>
    internal IEnumerable<SymbolicTensor> Inputs => Body is null ? [] : Body.All().OfType<TensorRead>().Select(read => (SymbolicTensor)read.Tensor).Distinct();

    /// <summary>Cuts a loop in two: over blocks, and within a block. Blocks are of length <paramref name="factor"/>, or <paramref name="nparts"/> of them.</summary>
    /// <returns>The outer and the inner loop.</returns>
    public (IterVar Outer, IterVar Inner) Split(
        IterVar parent, int? factor = null, int? nparts = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var where = new SourceLine(file, line);
        RequireLeaf("Split", parent, where);
        RequireUnmarked("Split", parent, where);
        if (factor is null == nparts is null)
            throw Error(where, $"Split of {parent.Name} needs either factor or nparts");
        if ((factor ?? nparts) < 1)
            throw Error(where, $"Split of {parent.Name} by {factor ?? nparts}; it has to be at least 1");
        var (outerExtent, innerExtent) = (0, 0);
        if (parent.Extent > 0)
        {
            innerExtent = factor ?? (parent.Extent + nparts!.Value - 1) / nparts.Value;
            outerExtent = (parent.Extent + innerExtent - 1) / innerExtent;
        }
        var outer = new IterVar($"{parent.Name}.outer", parent.Kind, outerExtent);
        var inner = new IterVar($"{parent.Name}.inner", parent.Kind, innerExtent);
        relations.Add(new SplitRelation(parent, outer, inner, factor, nparts, where));
        var index = leaves.IndexOf(parent);
        leaves.RemoveAt(index);
        leaves.InsertRange(index, [outer, inner]);
        return (outer, inner);
    }

    /// <summary>Makes one loop of two, of which the second is directly inside the first.</summary>
    public IterVar Fuse(IterVar outer, IterVar inner, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var where = new SourceLine(file, line);
        foreach (var axis in (IterVar[])[outer, inner])
        {
            RequireLeaf("Fuse", axis, where);
            RequireUnmarked("Fuse", axis, where);
        }
        if (outer.Kind != inner.Kind)
            throw Error(where, $"Fuse of {outer.Name} and {inner.Name}: one is reduced and the other is not");
        var index = leaves.IndexOf(outer);
        if (leaves.IndexOf(inner) != index + 1)
            throw Error(where, $"Fuse needs {inner.Name} directly inside {outer.Name}; the loops of {Tensor.Name} are {LeafNames}: Reorder them first");
        var fused = new IterVar($"{outer.Name}.{inner.Name}.fused", outer.Kind, outer.Extent * inner.Extent);
        relations.Add(new FuseRelation(outer, inner, fused, where));
        leaves[index] = fused;
        leaves.RemoveAt(index + 1);
        return fused;
    }

    /// <summary>Puts loops into an order. They share the places that they had; others stay where they are.</summary>
    public void Reorder(IReadOnlyList<IterVar> order, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var where = new SourceLine(file, line);
        foreach (var axis in order)
            RequireLeaf("Reorder", axis, where);
        if (order.Distinct().Count() != order.Count)
            throw Error(where, $"Reorder names {order.GroupBy(axis => axis).First(group => group.Count() > 1).Key.Name} twice");
        var places = order.Select(axis => leaves.IndexOf(axis)).Order().ToList();
        for (var index = 0; index < order.Count; index++)
            leaves[places[index]] = order[index];
    }

    /// <summary>Cuts two loops into blocks, with the loops over blocks outside.</summary>
    /// <returns>The loops in their order.</returns>
    public (IterVar XOuter, IterVar YOuter, IterVar XInner, IterVar YInner) Tile(
        IterVar x, IterVar y, int xFactor, int yFactor, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var (xOuter, xInner) = Split(x, xFactor, null, file, line);
        var (yOuter, yInner) = Split(y, yFactor, null, file, line);
        Reorder([xOuter, yOuter, xInner, yInner], file, line);
        return (xOuter, yOuter, xInner, yInner);
    }

    /// <summary>Computes this tensor inside a loop of another: each time as much as is needed there.</summary>
    public void ComputeAt(Stage parent, IterVar scope, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var where = new SourceLine(file, line);
        RequireComputed("ComputeAt", where);
        if (IsOutput && Schedule.Outputs.Count > 1)
            throw Error(where, $"ComputeAt of {Tensor.Name}: it is an output, which is computed as a whole");
        var place = new AttachPoint(parent, scope, where);
        RequirePlace(place);
        Attach = place;
        IsInlined = false;
    }

    /// <summary>Computes this tensor before all that needs it, which is how schedules begin.</summary>
    public void ComputeRoot()
    {
        Attach = null;
        IsInlined = false;
    }

    /// <summary>Puts what this tensor computes into what reads it.</summary>
    public void ComputeInline([CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var where = new SourceLine(file, line);
        RequireComputed("ComputeInline", where);
        if (Body is ReduceExpr)
            throw Error(where, $"{Tensor.Name} is a reduction, which cannot be inlined; use ComputeAt");
        if (IsOutput)
            throw Error(where, $"{Tensor.Name} is what the schedule computes, so there is nothing to inline it into");
        IsInlined = true;
    }

    /// <summary>Chooses the memory that this tensor is kept in, such as <c>env.InpScope</c>.</summary>
    public void SetScope(MemoryScope scope, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        if (scope.IsOnChip && (IsOutput || Body is null))
            throw Error(new SourceLine(file, line), $"{Tensor.Name} is {(Body is null ? "an input" : "an output")}, which is in DRAM; "
                + $"{(Body is null ? "CacheRead" : "CacheWrite")} makes a copy of it that can be in {scope}");
        Scope = scope;
    }

    /// <summary>Gives the iterations of a loop to threads: with <c>Te.ThreadAxis("cthread")</c>, virtual ones that hide latency.</summary>
    public void Bind(IterVar axis, IterVar thread, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var where = new SourceLine(file, line);
        RequireLeaf("Bind", axis, where);
        if (thread.Kind != IterKind.Thread)
            throw Error(where, $"{thread.Name} is not a thread axis; make one with Te.ThreadAxis(\"cthread\")");
        if (axis.Kind == IterKind.Reduce)
            throw Error(where, $"{axis.Name} is a reduce axis of {Tensor.Name}; threads would add to the same values. Bind a data axis");
        threads[axis] = where;
    }

    /// <summary>Asks for a loop, with all that is inside of it, to become DMA instructions or ALU kernels.</summary>
    public void Pragma(IterVar axis, PragmaIntrinsic intrinsic, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var where = new SourceLine(file, line);
        RequireComputed("Pragma", where);
        RequireLeaf("Pragma", axis, where);
        if (pragmas.Count > 0 && !pragmas.ContainsKey(axis))
            throw Error(where, $"Pragma of {axis.Name}: {Tensor.Name} has one at another loop since {pragmas.Values.First().Where}; a stage is the work of one unit");
        pragmas[axis] = (intrinsic.Kind, where);
    }

    /// <summary>Lets an intrinsic do the work of a loop and all that is inside of it.</summary>
    public void Tensorize(IterVar axis, TensorIntrinsic intrinsic, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var where = new SourceLine(file, line);
        RequireComputed("Tensorize", where);
        RequireLeaf("Tensorize", axis, where);
        Tensorized = new TensorizePoint(axis, intrinsic, where);
    }

    internal string LeafNames => string.Join(", ", leaves.Select(leaf => leaf.Name));

    internal bool IsTouched => relations.Count > 0 || Attach is not null || pragmas.Count > 0 || threads.Count > 0 || Tensorized is not null;

    internal VtaInputException Error(SourceLine where, string message) => new(message, where.ToString());

    /// <summary>Tries another split in place of one.</summary>
    internal void Replace(SplitRelation split, SplitRelation other) => relations[relations.FindIndex(relation => ReferenceEquals(relation, split))] = other;

    /// <exception cref="VtaInputException">This tensor cannot be computed there, or no longer.</exception>
    internal void RequirePlace(AttachPoint place)
    {
        var places = Schedule.LegalPlaces(this);
        if (!places.Any(legal => legal.Stage == place.Stage && legal.Axis == place.Axis))
            throw Error(place.Where, $"{Tensor.Name} cannot be computed at {place.Axis.Name} of {place.Stage.Tensor.Name}: "
                + $"{Schedule.WhyIllegal(this, place.Stage, place.Axis)}; legal places are {Schedule.Describe(places)}");
    }

    private void RequireComputed(string method, SourceLine where)
    {
        if (Body is null)
            throw Error(where, $"{method} of {Tensor.Name}: it is an input, which is not computed");
    }

    private void RequireLeaf(string method, IterVar axis, SourceLine where)
    {
        if (leaves.Contains(axis))
            return;
        var made = relations.OfType<SplitRelation>().FirstOrDefault(split => split.Parent == axis);
        var fused = relations.OfType<FuseRelation>().FirstOrDefault(fuse => fuse.Outer == axis || fuse.Inner == axis);
        var reason = made is not null ? $"it was split into {made.Outer.Name} and {made.Inner.Name} at {made.Where}"
            : fused is not null ? $"it was fused into {fused.Fused.Name} at {fused.Where}"
            : $"it belongs to {Schedule.OwnerOf(axis)?.Tensor.Name ?? "no stage of this schedule"}";
        throw Error(where, $"{method}: {axis.Name} is not a loop of {Tensor.Name}: {reason}. Its loops are {LeafNames}");
    }

    private void RequireUnmarked(string method, IterVar axis, SourceLine where)
    {
        if (Schedule.Stages.FirstOrDefault(stage => stage.Attach?.Axis == axis) is { } attached)
            throw Error(where, $"{method} of {axis.Name}: {attached.Tensor.Name} is computed at it since {attached.Attach!.Where}; {method} before that");
        if (threads.TryGetValue(axis, out var bound))
            throw Error(where, $"{method} of {axis.Name}: it is bound to threads since {bound}; {method} before that");
        if (pragmas.TryGetValue(axis, out var pragma))
            throw Error(where, $"{method} of {axis.Name}: it has a pragma since {pragma.Where}; {method} before that");
        if (Tensorized?.Axis == axis)
            throw Error(where, $"{method} of {axis.Name}: it is tensorized since {Tensorized.Where}; {method} before that");
    }
}
