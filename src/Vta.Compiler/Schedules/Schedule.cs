using System.Runtime.CompilerServices;
using Vta.Compiler.Diagnostics;
using Vta.Compiler.LoopIr;
using Vta.Compiler.TensorExpressions;
using Vta.Isa;

namespace Vta.Compiler.Schedules;

/// <summary>How tensors and all that they are computed from are computed; made by <c>Te.CreateSchedule</c>.</summary>
public sealed class Schedule
{
    private readonly List<Stage> stages = [];

    internal Schedule(IReadOnlyList<SymbolicTensor> outputs)
    {
        Outputs = [.. outputs];
        if (outputs.Count == 0)
            throw new VtaInputException("a schedule without outputs computes nothing");
        foreach (var output in outputs)
        {
            if (output.Operation is null)
                throw new VtaInputException($"{output.Name} is an input; a schedule computes something");
            if (outputs.Count(other => other == output) > 1)
                throw new VtaInputException($"{output.Name} is listed twice among the outputs");
            AddWithInputs(output);
        }
        if (stages.GroupBy(stage => stage.Tensor.Name).FirstOrDefault(group => group.Count() > 1) is { } namesakes)
            throw new VtaInputException($"{namesakes.Count()} tensors of this schedule are named {namesakes.Key}; give each a name of its own");
    }

    /// <summary>The tensors that are wanted.</summary>
    public IReadOnlyList<SymbolicTensor> Outputs { get; }

    /// <summary>All tensors, each after those that it reads.</summary>
    public IReadOnlyList<Stage> Stages => stages;

    /// <summary>The stage of a tensor.</summary>
    public Stage this[SymbolicTensor tensor, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0] =>
        stages.Find(stage => stage.Tensor == tensor)
        ?? throw new VtaInputException($"{tensor.Name} is not part of this schedule, which has {string.Join(", ", stages.Select(stage => stage.Tensor.Name))}",
            new SourceLine(file, line).ToString());

    /// <summary>Puts a copy of a tensor into another memory, which some of its readers then read.</summary>
    public SymbolicTensor CacheRead(
        SymbolicTensor tensor, MemoryScope scope, IReadOnlyList<SymbolicTensor> readers, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var where = new SourceLine(file, line);
        var source = this[tensor, file, line];
        foreach (var reader in readers)
        {
            if (!this[reader, file, line].Inputs.Contains(tensor))
                throw source.Error(where, $"{reader.Name} does not read {tensor.Name}; {string.Join(", ", Readers(source).Select(stage => stage.Tensor.Name))} does");
        }
        var cache = Te.Compute(tensor.Shape, i => tensor[i], CacheName(tensor, scope));
        foreach (var reader in readers)
            this[reader].Body = Redirect(this[reader].Body!, tensor, cache);
        stages.Insert(stages.IndexOf(source) + 1, new Stage(this, cache));
        this[cache].SetScope(scope, file, line);
        return cache;
    }

    /// <summary>Computes a tensor in another memory, and then copies it.</summary>
    /// <returns>The tensor in that memory, whose loops are those of the computation.</returns>
    public SymbolicTensor CacheWrite(SymbolicTensor tensor, MemoryScope scope, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var where = new SourceLine(file, line);
        var stage = this[tensor, file, line];
        if (stage.Body is null)
            throw stage.Error(where, $"{tensor.Name} is an input, which is not computed; use CacheRead");
        if (stages.Find(other => other.Attach?.Stage == stage) is { } attached)
            throw stage.Error(where, $"{attached.Tensor.Name} is computed at a loop of {tensor.Name} since {attached.Attach!.Where}; CacheWrite before that");
        if (stage.IsTouched)
            throw stage.Error(where, $"{tensor.Name} has a schedule already; CacheWrite before that");
        IterVar[] axis = [.. stage.Axis.Select(old => new IterVar($"{old.Name}.c", IterKind.Data, old.Extent))];
        var moved = stage.Axis.Zip(axis).ToDictionary(pair => (Variable)pair.First, pair => (Expr)pair.Second);
        var cache = new SymbolicTensor(CacheName(tensor, scope), tensor.Shape, tensor.Type,
            new ComputeOperation(axis, stage.ReduceAxis, stage.Body.Substitute(moved)));
        var copy = new ComputeOperation(stage.Axis, [], cache[[.. stage.Axis]]);
        var index = stages.IndexOf(stage);
        stages[index] = new Stage(this, tensor, copy);
        stages.Insert(index, new Stage(this, cache));
        this[cache].SetScope(scope, file, line);
        return cache;
    }

    /// <summary>The stages that read one.</summary>
    internal IEnumerable<Stage> Readers(Stage stage) => stages.Where(reader => reader.Inputs.Contains(stage.Tensor));

    /// <summary>The stage that has an axis, as it is or as it was.</summary>
    internal Stage? OwnerOf(IterVar axis) => stages.Find(stage => stage.Axis.Contains(axis) || stage.ReduceAxis.Contains(axis)
        || stage.Relations.Any(relation => relation switch
        {
            SplitRelation split => split.Outer == axis || split.Inner == axis,
            FuseRelation fuse => fuse.Fused == axis,
            _ => false,
        }));

    /// <summary>The loops that a stage can be computed at: those of stages that need it, directly or through others.</summary>
    internal IReadOnlyList<(Stage Stage, IterVar Axis)> LegalPlaces(Stage stage) =>
        [.. Dependents(stage).Where(dependent => !dependent.IsInlined).SelectMany(dependent => OutsideIntrinsic(dependent).Select(axis => (dependent, axis)))];

    /// <summary>Why a stage cannot be computed at a loop.</summary>
    internal string WhyIllegal(Stage stage, Stage parent, IterVar axis)
    {
        if (!Dependents(stage).Contains(parent))
            return $"{parent.Tensor.Name} does not need {stage.Tensor.Name}";
        if (parent.IsInlined)
            return $"{parent.Tensor.Name} is inlined and has no loops";
        return parent.LeafAxis.Contains(axis) ? "that loop is inside an intrinsic" : $"{axis.Name} is not a loop of {parent.Tensor.Name}";
    }

    internal static string Describe(IReadOnlyList<(Stage Stage, IterVar Axis)> places) => places.Count == 0
        ? "none"
        : string.Join("; ", places.GroupBy(place => place.Stage).Select(group =>
            $"{string.Join(", ", group.Select(place => place.Axis.Name))} of {group.Key.Tensor.Name}"));

    private static IEnumerable<IterVar> OutsideIntrinsic(Stage stage) =>
        stage.Tensorized is { } point ? stage.LeafAxis.TakeWhile(axis => axis != point.Axis) : stage.LeafAxis;

    /// <summary>All stages that need one, nearest first.</summary>
    internal IReadOnlyList<Stage> Dependents(Stage stage)
    {
        var found = new List<Stage>();
        void Visit(Stage current)
        {
            foreach (var reader in Readers(current).Where(reader => !found.Contains(reader)))
            {
                found.Add(reader);
                Visit(reader);
            }
        }
        Visit(stage);
        return found;
    }

    /// <summary>The name of a copy; with a number where readers have copies of their own.</summary>
    private string CacheName(SymbolicTensor tensor, MemoryScope scope)
    {
        var name = $"{tensor.Name}.{scope.Name}";
        var copies = stages.Count(stage => stage.Tensor.Name == name || stage.Tensor.Name.StartsWith($"{name}.", StringComparison.Ordinal));
        return copies == 0 ? name : $"{name}.{copies}";
    }

    private static Expr Redirect(Expr body, SymbolicTensor from, SymbolicTensor to)
    {
        Expr Visit(Expr expression)
        {
            var mapped = expression.MapChildren(Visit);
            return mapped is TensorRead read && read.Tensor == from ? new TensorRead(to, read.Indices) : mapped;
        }
        return Visit(body);
    }

    private void AddWithInputs(SymbolicTensor tensor)
    {
        if (stages.Any(stage => stage.Tensor == tensor))
            return;
        var stage = new Stage(this, tensor);
        foreach (var input in stage.Inputs)
            AddWithInputs(input);
        stages.Add(stage);
    }
}
