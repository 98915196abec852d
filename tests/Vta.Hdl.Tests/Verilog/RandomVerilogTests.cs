using System.Numerics;
using System.Text;
using Vta.Hdl.Ir;
using Vta.Hdl.Simulation;
using Vta.Hdl.Tests.Simulation;
using Vta.Hdl.Verilog;
using Vta.TestSupport;

namespace Vta.Hdl.Tests.Verilog;

/// <summary>The Verilog of random modules, run by Icarus: outputs and registers as in the reference simulator, in every cycle.</summary>
public sealed class RandomVerilogTests : IDisposable
{
    private const int Cycles = 30;
    private const int ResetCycle = 15;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("vta-hdl-");

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 15)];

    public void Dispose() => _folder.Delete(recursive: true);

    [ToolTheory("iverilog", "vvp")]
    [MemberData(nameof(Seeds))]
    public void Icarus_agrees_with_the_reference_simulator(int seed)
    {
        var module = new RandomModule(seed);
        var design = module.Elaborate();
        var file = VerilogEmitter.Emit(design).Should().ContainSingle().Subject;
        File.WriteAllText(PathOf("dut.v"), file.Text);
        File.WriteAllText(PathOf("tb.v"), Testbench(module, design, file.Text, seed));

        ExternalTool.Run("iverilog", "-g2005-sv", "-o", PathOf("sim"), PathOf("dut.v"), PathOf("tb.v")).Should().Be((0, ""));
        ExternalTool.Run("vvp", "-n", PathOf("sim")).Output.Trim().Should().Be("end");
    }

    private static string Testbench(RandomModule module, Design design, string verilog, int seed)
    {
        using var reference = new ReferenceSimulator(design);
        var random = new Random(seed);
        var registers = design.Top.Signals
            .Where(s => s.Kind is SignalKind.Register or SignalKind.ReadData && verilog.Contains($" {s.Name};", StringComparison.Ordinal))
            .ToArray();
        var text = new StringBuilder("module tb;\n  reg clock = 0, reset = 0;\n");
        foreach (var port in design.Top.Ports)
            text.Append($"  {(port.Kind == SignalKind.Input ? "reg" : "wire")} [{port.Width - 1}:0] {port.Name}{(port.Kind == SignalKind.Input ? " = 0" : "")};\n");
        text.Append("  RandomModule dut (.clock(clock), .reset(reset)");
        foreach (var port in design.Top.Ports)
            text.Append($", .{port.Name}({port.Name})");
        text.Append(");\n  initial begin\n");

        // The reference is two-state: registers with reset are zero before it, too.
        foreach (var register in registers.Where(r => r.ResetValue is not null))
            text.Append($"    dut.{register.Name} = 0;\n");
        for (var cycle = 0; cycle < Cycles; cycle++)
        {
            foreach (var input in module.Inputs.Where(_ => random.Next(3) > 0))
            {
                var value = Number(random, input.Width);
                reference.Poke(input, value);
                text.Append($"    {((Signal)input.Expression).Name} = {Hex(value, input.Width)};\n");
            }
            text.Append("    #1;\n");
            foreach (var output in module.Outputs)
                Expect(((Signal)output.Expression).Name, reference.Peek(output), output.Width, cycle);
            foreach (var register in registers)
                Expect($"dut.{register.Name}", reference.Read(register), register.Width, cycle);
            text.Append($"    reset = {(cycle == ResetCycle ? 1 : 0)}; #1 clock = 1; #1 clock = 0; reset = 0;\n");
            if (cycle == ResetCycle)
                reference.Reset();
            else
                reference.Step();
        }
        return text.Append("    $display(\"end\");\n    $finish(0);\n  end\nendmodule\n").ToString();

        void Expect(string name, BigInteger value, int width, int cycle) =>
            text.Append($"    if ({name} !== {Hex(value, width)}) $display(\"{name} in cycle {cycle} is %h\", {name});\n");
    }

    private static string Hex(BigInteger value, int width) => value.IsZero ? $"{width}'h0" : $"{width}'h{value.ToString("x").TrimStart('0')}";

    private static BigInteger Number(Random random, int width)
    {
        var bytes = new byte[(width / 8) + 1];
        random.NextBytes(bytes);
        return new BigInteger(bytes, isUnsigned: true) & Bits.Mask(width);
    }

    private string PathOf(string name) => Path.Combine(_folder.FullName, name);
}
