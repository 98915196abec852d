using Vta.Compiler;
using Vta.Compiler.LoopIr;
using Vta.Compiler.Operators.Elementwise;
using Vta.Compiler.TensorExpressions;
using Vta.Compiler.Tensors;
using Vta.Compiler.Workloads;
using Vta.Isa;

namespace Vta.Cli.Workloads;

/// <summary>An operation on the numbers of two vectors, one of each at a time.</summary>
internal sealed class ElementwiseWorkload : Workload
{
    private const string Length = "length";
    private const int DefaultLength = 1024;

    private readonly Func<Expr, Expr, Expr> operation;
    private readonly Func<int, int, int> arithmetic;

    private ElementwiseWorkload(
        string name, string summary, Func<Expr, Expr, Expr> operation, Func<int, int, int> arithmetic, params IReadOnlyList<string> schedules)
    {
        Name = name;
        Summary = summary;
        Schedules = schedules;
        this.operation = operation;
        this.arithmetic = arithmetic;
    }

    public override string Name { get; }

    public override string Summary { get; }

    public override IReadOnlyList<WorkloadOption> Options { get; } = [new(Length, "N", $"numbers in a vector (default {DefaultLength})")];

    public override IReadOnlyList<string> Schedules { get; }

    /// <summary>TVM's tutorial "Get started": its one tile is what is best for its length.</summary>
    internal static ElementwiseWorkload Add { get; } = new(
        "vecadd", "sum of two vectors", (left, right) => left + right, (left, right) => left + right, AutoSchedule, SeedSchedule);

    internal static ElementwiseWorkload Multiply { get; } = new(
        "vecmul", "product of two vectors, number by number", (left, right) => left * right, (left, right) => left * right, AutoSchedule);

    internal static ElementwiseWorkload Maximum { get; } = new(
        "vecmax", "the greater numbers of two vectors", Te.Max, Math.Max, AutoSchedule);

    private protected override CompiledWorkload CompileChecked(VtaConfig config, WorkloadArguments arguments)
    {
        var length = arguments.Number(Length, DefaultLength);
        var elements = BlockedLayout.Blocks(length, config.Acc.ElemValues);
        var scheduled = new ElementwiseOperator(config, elements, 2, values => operation(values[0], values[1]));
        var random = new Random(arguments.Seed);
        int[] left = Values(), right = Values();
        var type = DataType.Int(config.OutWidth);
        return TensorTask.Compile(
            scheduled.Lower($"{Name} {length}"),
            $"tiles of {scheduled.Block} elements, {scheduled.Threads} thread{(scheduled.Threads > 1 ? "s" : "")}",
            new Dictionary<SymbolicTensor, int[]> { [scheduled.Inputs[0]] = left, [scheduled.Inputs[1]] = right },
            scheduled.Result,
            [.. left.Zip(right, (first, second) => type.Wrap(arithmetic(first, second)))],
            arguments.HasExpected);

        // As in the tutorial the numbers are as wide as outputs; what fills up the last element is zero.
        int[] Values()
        {
            var values = new int[elements * config.Acc.ElemValues];
            Tensor.Random(random, config.OutWidth, length).Data.CopyTo(values, 0);
            return values;
        }
    }
}
