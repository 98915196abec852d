using System.Runtime.CompilerServices;
using Vta.Compiler.Diagnostics;
using Vta.Compiler.LoopIr;
using Vta.Compiler.Tensors;
using Vta.Isa;
using Vta.Isa.Alu;

namespace Vta.Compiler.TensorExpressions;

/// <summary>Tensor expressions: the names that TVM's <c>te</c> has.</summary>
public static class Te
{
    /// <summary>An input.</summary>
    public static SymbolicTensor Placeholder(
        IReadOnlyList<int> shape, string name, DataType type, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        new SourceLine(file, line).Locate(() => new SymbolicTensor(name, CheckedShape(name, shape), type, null));

    /// <summary>An axis to reduce along, from 0 to below its extent.</summary>
    public static IterVar ReduceAxis(int extent, string name, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        extent > 0
            ? new IterVar(name, IterKind.Reduce, extent)
            : throw new VtaInputException($"reduce axis {name} has an extent of {extent}; it has to be at least 1", new SourceLine(file, line).ToString());

    /// <summary>An axis to bind loops to: <c>cthread</c>, the virtual threads.</summary>
    public static IterVar ThreadAxis(string tag = "cthread", [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        tag == "cthread"
            ? new IterVar(tag, IterKind.Thread, 0)
            : throw new VtaInputException($"there are no threads \"{tag}\"; the accelerator has \"cthread\"", new SourceLine(file, line).ToString());

    /// <summary>A tensor of the values of a lambda, given the indices along all axes.</summary>
    public static SymbolicTensor Compute(
        IReadOnlyList<int> shape, Func<Indices, Expr> value, string name = "compute",
        [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Create(shape, [.. shape.Select((_, axis) => $"i{axis}")], axes => value(new Indices(axes)), name, new SourceLine(file, line));

    /// <summary>A tensor of the values of a lambda, given an index for each axis. The axes are named as its parameters.</summary>
    public static SymbolicTensor Compute(
        IReadOnlyList<int> shape, Func<Expr, Expr, Expr> value, string name = "compute",
        [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Create(shape, Names(value), i => value(i[0], i[1]), name, new SourceLine(file, line));

    /// <inheritdoc cref="Compute(IReadOnlyList{int}, Func{Expr, Expr, Expr}, string, string, int)"/>
    public static SymbolicTensor Compute(
        IReadOnlyList<int> shape, Func<Expr, Expr, Expr, Expr> value, string name = "compute",
        [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Create(shape, Names(value), i => value(i[0], i[1], i[2]), name, new SourceLine(file, line));

    /// <inheritdoc cref="Compute(IReadOnlyList{int}, Func{Expr, Expr, Expr}, string, string, int)"/>
    public static SymbolicTensor Compute(
        IReadOnlyList<int> shape, Func<Expr, Expr, Expr, Expr, Expr> value, string name = "compute",
        [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Create(shape, Names(value), i => value(i[0], i[1], i[2], i[3]), name, new SourceLine(file, line));

    /// <inheritdoc cref="Compute(IReadOnlyList{int}, Func{Expr, Expr, Expr}, string, string, int)"/>
    public static SymbolicTensor Compute(
        IReadOnlyList<int> shape, Func<Expr, Expr, Expr, Expr, Expr, Expr> value, string name = "compute",
        [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Create(shape, Names(value), i => value(i[0], i[1], i[2], i[3], i[4]), name, new SourceLine(file, line));

    /// <inheritdoc cref="Compute(IReadOnlyList{int}, Func{Expr, Expr, Expr}, string, string, int)"/>
    public static SymbolicTensor Compute(
        IReadOnlyList<int> shape, Func<Expr, Expr, Expr, Expr, Expr, Expr, Expr> value, string name = "compute",
        [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Create(shape, Names(value), i => value(i[0], i[1], i[2], i[3], i[4], i[5]), name, new SourceLine(file, line));

    /// <summary>The sum along axes. It has to be all that a lambda computes.</summary>
    public static Expr Sum(Expr value, IReadOnlyList<IterVar> axis) => Reduce(Reducer.Sum, value, axis);

    /// <summary>The least value along axes. It has to be all that a lambda computes.</summary>
    public static Expr Min(Expr value, IReadOnlyList<IterVar> axis) => Reduce(Reducer.Min, value, axis);

    /// <summary>The greatest value along axes. It has to be all that a lambda computes.</summary>
    public static Expr Max(Expr value, IReadOnlyList<IterVar> axis) => Reduce(Reducer.Max, value, axis);

    /// <summary>The lesser of two values.</summary>
    public static Expr Min(Expr left, Expr right) => Expr.Min(left, right);

    /// <summary>The greater of two values.</summary>
    public static Expr Max(Expr left, Expr right) => Expr.Max(left, right);

    /// <summary>One of two values; only the chosen one is read. Conditions compare, as <c>i &lt; 3</c> does, and are joined by <c>&amp;</c>, <c>|</c> and <c>!</c>.</summary>
    public static Expr IfThenElse(Expr condition, Expr whenTrue, Expr otherwise) => Make.Select(condition, whenTrue, otherwise);

    /// <summary>
    /// An operation of the ALU, such as one of your own: lowering needs a configuration that has it, see
    /// <see cref="VtaConfig.WithAluOperation"/>.
    /// </summary>
    public static Expr Alu<TOperation>(Expr left, Expr right)
        where TOperation : struct, IAluOperation => Make.Alu(AluOperation.Of<TOperation>(), left, right);

    private static ReduceExpr Reduce(Reducer reducer, Expr value, IReadOnlyList<IterVar> axes)
    {
        if (axes.Count == 0)
            throw new VtaInputException($"the {reducer} of {value} is along no axis; make one with Te.ReduceAxis");
        if (axes.FirstOrDefault(axis => axis.Kind != IterKind.Reduce) is { } wrong)
            throw new VtaInputException($"{wrong.Name} is not a reduce axis; make one with Te.ReduceAxis");
        if (axes.GroupBy(axis => axis).FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw new VtaInputException($"the {reducer} of {value} names the axis {twice.Key.Name} twice");
        return value.Type == DataType.Bool
            ? throw new VtaInputException($"{value} is a condition, and {reducer} takes integers; Te.IfThenElse makes numbers of it")
            : new ReduceExpr(reducer, value, [.. axes]);
    }

    private static IReadOnlyList<string> Names(Delegate value) => [.. value.Method.GetParameters().Select(parameter => parameter.Name ?? "i")];

    private static IReadOnlyList<int> CheckedShape(string name, IReadOnlyList<int> shape)
    {
        if (shape.Count == 0 || shape.Any(length => length < 1))
            throw new VtaInputException($"{name} has the shape ({string.Join(", ", shape)}); every length has to be at least 1");
        var values = shape.Aggregate((Int128)1, (product, length) => product * length);
        return values <= DramBuffer.MaxValues
            ? [.. shape]
            : throw new VtaInputException($"{name} has the shape ({string.Join(", ", shape)}), which are {values} values; at most {DramBuffer.MaxValues} are possible");
    }

    private static SymbolicTensor Create(
        IReadOnlyList<int> shape, IReadOnlyList<string> names, Func<IReadOnlyList<IterVar>, Expr> value, string name, SourceLine where) => where.Locate(() =>
    {
        CheckedShape(name, shape);
        if (names.Count != shape.Count)
            throw new VtaInputException($"{name} has {shape.Count} axes and its lambda {names.Count} parameters");
        IterVar[] axis = [.. shape.Select((length, index) => new IterVar(names[index], IterKind.Data, length))];
        var body = value(axis);
        if (body.All().Skip(1).OfType<ReduceExpr>().Any())
            throw new VtaInputException($"the reduction has to be all that {name} computes; compute what is done to it in another tensor");
        IterVar[] reduced = body is ReduceExpr reduce ? [.. reduce.Axes.Cast<IterVar>()] : [];
        foreach (var stray in body.All().OfType<IterVar>().Where(used => !axis.Contains(used) && !reduced.Contains(used)))
            throw new VtaInputException($"{name} uses the axis {stray.Name}, which is neither its own nor reduced");
        ReadBounds.Check(name, [.. axis, .. reduced], body);
        return new SymbolicTensor(name, [.. shape], body.Type, new ComputeOperation(axis, reduced, body));
    });
}
