using Vta.Hdl.Verilog;
using Vta.TestSupport;
using static Vta.Hdl.Hw;

namespace Vta.Hdl.Tests.Verilog;

/// <summary>Lanes that statements assign: loops of statements where a lane needs no wires of its own.</summary>
public sealed class LaneStatementTests
{
    [Fact]
    public void A_lane_map_in_a_statement_is_a_loop_there()
    {
        var text = VerilogEmitter.Emit(new Choices().Elaborate()).Should().ContainSingle().Subject.Text;

        text.Should().Contain("total[n*9 +: 9] = {{1{a[n*8 + 7]}}, a[n*8 +: 8]} + ", "an operation on lanes stands where it is chosen")
            .And.Contain("products[n*32 + m*16 +: 16] <= $signed(a[m*8 +: 8]) * $signed(b[n*16 + m*8 +: 8]);", "products are as wide as their target")
            .And.Contain("genvar", "the number of a lane is a wire of a generate loop");
    }

    [ToolFact("iverilog", "vvp", "yosys")]
    public void Simulators_and_gates_agree()
    {
        using var folder = new TemporaryFolder();
        var simulation = new Cosimulation(new Choices().Elaborate(), folder.Path, seed: 1);

        simulation.Icarus().Should().Be("end");
        simulation.Netlist().Should().Be("end");
    }

    /// <summary>Maps in conditions and registers, nested, as a sum, of lane numbers, and one that is used twice.</summary>
    internal sealed class Choices : Module
    {
        public readonly Vec<SInt> A = In(VecOf(2, SInt(8)));
        public readonly Vec<Vec<SInt>> B = In(VecOf(2, VecOf(2, SInt(8))));
        public readonly Bool Adds = In();
        public readonly Vec<SInt> Total = Out(VecOf(2, SInt(9)));
        public readonly Vec<SInt> Sums = Out(VecOf(2, SInt(17)));
        public readonly Vec<UInt> Numbers = Out(VecOf(2, UInt(4)));
        public readonly Vec<SInt> Twice = Out(VecOf(2, SInt(8)));

        protected override void Build()
        {
            using (When(Adds))
                Total.Set(Lanes.Map(A, B[0], (x, y) => x.Extend(9) + y.Extend(9)));
            using (Else())
                Total.Set(A.Map(x => x.Extend(9)));

            var products = RegNext(B.Map(row => Lanes.Map(A, row, (x, y) => x * y)));
            var sums = RegNext(products.Map(row => row.Map(product => product.Extend(17)).Sum()));
            Sums.Set(sums);

            var numbers = Reg(VecOf(2, UInt(4)));
            using (When(Adds))
                numbers.Set(Lanes.Generate(2, lane => lane.Resize(4) + A[0].AsUInt()[3, 0]));
            Numbers.Set(numbers);

            var differences = Lanes.Map(A, B[1], (x, y) => x - y);
            var both = Reg(VecOf(2, SInt(8)));
            using (When(Adds))
                both.Set(differences);
            Twice.Set(Lanes.Map(both, differences, (x, y) => x + y));
        }
    }
}
