using Vta.Isa;

namespace Vta.Compiler;

/// <summary>TVM's tutorial "Get started": the sum of two vectors.</summary>
internal sealed class VectorAddWorkload : Workload
{
    private const string Length = "length";
    private const int DefaultLength = 1024;

    public override string Name => "vecadd";

    public override string Summary => "sum of two vectors";

    public override IReadOnlyList<WorkloadOption> Options { get; } = [new(Length, "N", $"numbers in a vector (default {DefaultLength})")];

    // The tutorial's one tile is what is best for its length.
    public override IReadOnlyList<string> Schedules { get; } = [AutoSchedule, SeedSchedule];

    private protected override CompiledWorkload CompileChecked(VtaConfig config, WorkloadArguments arguments)
    {
        var length = arguments.Number(Length, DefaultLength);
        var elements = BlockedLayout.Blocks(length, config.Acc.ElemValues);
        var sum = new ElementwiseOperator(config, elements, 2, values => values[0] + values[1]);
        var random = new Random(arguments.Seed);
        return TensorTask.Compile(sum.Lower($"{Name} {length}"), $"tiles of {sum.Block} elements, {sum.Threads} thread{(sum.Threads > 1 ? "s" : "")}",
            sum.Inputs.ToDictionary(input => input, _ => Values()), sum.Result);

        // As in the tutorial the numbers are as wide as outputs; what fills up the last element is zero.
        int[] Values()
        {
            var values = new int[elements * config.Acc.ElemValues];
            Tensor.Random(random, config.OutWidth, length).Data.CopyTo(values, 0);
            return values;
        }
    }
}
