using Vta.Hdl.Diagrams;
using Vta.Hdl.Library;
using Vta.Hdl.Tests.Verilog;
using Vta.TestSupport;
using static Vta.Hdl.Hw;

namespace Vta.Hdl.Tests.Diagrams;

public sealed class BlockDiagramTests
{
    public static TheoryData<string> Designs => [.. SampleDesigns.Names];

    [Fact]
    public void Drawing_is_that_of_the_golden_file() =>
        GoldenFile.Verify("stream_algebra.svg", BlockDiagram.Of(SampleDesigns.Elaborate("stream_algebra").Top));

    [Theory]
    [MemberData(nameof(Designs))]
    public void Boxes_and_lines_keep_clear_of_each_other(string name)
    {
        foreach (var module in SampleDesigns.Elaborate(name).Top.SelfAndDescendants())
            DiagramGeometry.Problems(BlockDiagram.Of(module)).Should().BeEmpty(module.Path);
    }

    [Fact]
    public void Boxes_are_ports_instances_registers_and_memories_and_streams_are_one_line()
    {
        var drawing = BlockDiagram.Of(new Accumulator().Elaborate().Top);

        DiagramGeometry.Titles(drawing).Should().BeEquivalentTo("items", "address", "total", "word", "overflow", "Fifo_8x4", "Limit ×2", "sum", "table");
        DiagramGeometry.Links(drawing).Should().BeEquivalentTo(
            "items → Fifo_8x4.enq",
            "Fifo_8x4 → sum",
            "sum → total",
            "sum → Limit.value",
            "Limit → overflow",
            "address → table",
            "sum → table",
            "table → word");
    }

    private sealed class Limit : Module
    {
        public readonly UInt Value = In(UInt(16));
        public readonly Bool IsOver = Out();

        protected override void Build() => IsOver.Set(Value > 1000);
    }

    private sealed class Accumulator : Module
    {
        public readonly Stream<UInt> Items = Sink(UInt(8));
        public readonly UInt Address = In(UInt(4));
        public readonly UInt Total = Out(UInt(16));
        public readonly UInt Word = Out(UInt(16));
        public readonly Bool Overflow = Out();

        protected override void Build()
        {
            var queue = Instance(new Fifo<UInt>(UInt(8), 4));
            queue.Enq.Connect(Items);
            queue.Deq.Ready.Set(true);
            var sum = Reg(UInt(16));
            using (When(queue.Deq.Valid))
                sum.Set(sum + queue.Deq.Payload.Extend(16));
            Total.Set(sum);
            var table = Mem(UInt(16), 16);
            table.Write(Address, sum);
            Word.Set(table.Read(Address));
            Overflow.Set(AnyOf(((int[])[0, 1]).Select(index =>
            {
                var limit = Instance(new Limit(), $"limit_{index}");
                limit.Value.Set(sum);
                return limit.IsOver;
            })));
        }
    }
}
