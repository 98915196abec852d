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
        var left = DramBuffer.OfElements("left", elements, config.Acc);
        var right = DramBuffer.OfElements("right", elements, config.Acc);
        var sum = DramBuffer.OfElements("sum", elements, config.Out);
        var block = VectorAddGenerator.Block(config, elements);
        var title = $"{Name} {length}";
        var program = LoopIrRecorder.Record(config, title, VectorAddGenerator.Generate(config, elements, left, right, sum, block));

        var random = new Random(arguments.Seed);
        var leftValues = Values(random);
        var rightValues = Values(random);
        int[] sums = [.. leftValues.Zip(rightValues, (a, b) => a + b)];
        return new CompiledWorkload
        {
            Title = title,
            Schedule = $"tiles of {block} elements",
            Program = program,
            Bundle = WorkloadData.Bundle(program,
                [(left, BitPacking.ToBytes(leftValues, config.AccWidth)), (right, BitPacking.ToBytes(rightValues, config.AccWidth))],
                sum, BitPacking.ToBytes(sums, config.OutWidth)),
        };

        // As in the tutorial the numbers are as wide as outputs; what fills up the last element is zero.
        int[] Values(Random source)
        {
            var values = new int[elements * config.Acc.ElemValues];
            Tensor.Random(source, config.OutWidth, length).Data.CopyTo(values, 0);
            return values;
        }
    }
}
