using Vta.Hdl.Diagnostics;
using Vta.Hdl.Simulation;
using Vta.Hdl.Verilog;
using Vta.TestSupport;
using static Vta.Hdl.Hw;

namespace Vta.Hdl.Tests.Library;

public sealed class BlackBoxTests
{
    [Fact]
    public void The_Verilog_has_an_instance_and_no_module()
    {
        var file = VerilogEmitter.Emit(new Wrapper(hasModel: true).Elaborate()).Should().ContainSingle().Subject;

        System.Text.RegularExpressions.Regex.Replace(file.Text, @" +//.*", "").Should().Contain("""
              MULT #(.WIDTH(8), .MODE("FAST"), .SIGNED(1'b0)) mult (
                .CLK (clock),
                .RST (reset),
                .A   (x),
                .B   (8'd3),
                .P   (y)
              );
            """);
    }

    [ToolTheory("verilator")]
    [InlineData(true)]
    [InlineData(false)]
    public void Verilator_takes_it_with_the_module_from_elsewhere(bool hasModel)
    {
        using var folder = new EmittedFolder(new Wrapper(hasModel).Elaborate());
        var other = Path.Combine(Path.GetDirectoryName(folder.Files.First())!, "MULT.v");
        File.WriteAllText(other, """
            module MULT #(parameter WIDTH = 1, parameter MODE = "", parameter SIGNED = 1'b1) (
              input wire CLK, input wire RST, input wire [WIDTH-1:0] A, input wire [WIDTH-1:0] B, output reg [2*WIDTH-1:0] P);
              always @(posedge CLK) P <= RST || SIGNED || MODE == "" ? 0 : A * B;
            endmodule
            """);

        ExternalTool.Run("verilator", ["--lint-only", .. folder.Files]).Should().Be((0, ""));
    }

    [Fact]
    public void The_model_stands_in_for_it_in_simulation()
    {
        var module = new Wrapper(hasModel: true);
        using var sim = new Simulator(module.Elaborate());
        sim.Poke(module.X, 7);
        sim.Step();
        sim.Peek(module.Y).Should().Be(21);
    }

    [Fact]
    public void Without_a_model_it_is_emitted_but_not_simulated()
    {
        var design = new Wrapper(hasModel: false).Elaborate();
        VerilogEmitter.Emit(design)[0].Text.Should().Contain("MULT #(");

        var act = () => new Simulator(design);

        var problem = act.Should().Throw<HdlException>().Which.Diagnostics.Should().ContainSingle().Subject;
        problem.Rule.Should().Be(Rule.NoModel);
        problem.Location.ToString().Should().MatchRegex(@"BlackBoxTests\.cs:\d+$");
    }

    private sealed class Multiplier(int width, bool hasModel) : BlackBox("MULT")
    {
        public readonly UInt A = In(UInt(width));
        public readonly UInt B = In(UInt(width));
        public readonly UInt P = Out(UInt(2 * width));

        protected override IReadOnlyList<(string Name, object Value)> Parameters => [("WIDTH", width), ("MODE", "FAST"), ("SIGNED", false)];

        protected override string ClockPin => "CLK";

        protected override string ResetPin => "RST";

        protected override Action? Model => hasModel ? () => P.Set(RegNext(A * B)) : null;

        protected override string PinName(string port) => port.ToUpperInvariant();
    }

    private sealed class Wrapper(bool hasModel) : Module
    {
        public readonly UInt X = In(UInt(8));
        public readonly UInt Y = Out(UInt(16));

        protected override void Build()
        {
            var mult = Instance(new Multiplier(8, hasModel));
            mult.A.Set(X);
            mult.B.Set(3);
            Y.Set(mult.P);
        }
    }
}
