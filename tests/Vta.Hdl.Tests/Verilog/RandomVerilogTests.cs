using System.Numerics;
using System.Text;
using Vta.Hdl.Ir;
using Vta.Hdl.Simulation;
using Vta.Hdl.Tests.Simulation;
using Vta.Hdl.Verilog;
using Vta.TestSupport;

namespace Vta.Hdl.Tests.Verilog;

/// <summary>The Verilog of random modules, run by Icarus and by Verilator: outputs and registers as in the reference simulator, in every cycle.</summary>
public sealed class RandomVerilogTests : IDisposable
{
    private const int Cycles = 30;
    private const int ResetCycle = 15;

    // A module takes about ten seconds to build.
    private static readonly int s_verilatorModules = int.TryParse(Environment.GetEnvironmentVariable("VTA_VERILATOR_MODULES"), out var count) ? count : 2;

    private static readonly int[] s_seeds = [.. Enumerable.Range(1, 15)];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("vta-hdl-");

    public static TheoryData<int> Seeds => [.. s_seeds];

    public void Dispose() => _folder.Delete(recursive: true);

    [ToolTheory("iverilog", "vvp")]
    [MemberData(nameof(Seeds))]
    public void Icarus_agrees_with_the_reference_simulator(int seed)
    {
        File.WriteAllText(PathOf("sim.v"), WithTestbench(seed));

        ExternalTool.Run("iverilog", "-g2005-sv", "-o", PathOf("sim"), PathOf("sim.v")).Should().Be((0, ""));
        ExternalTool.Run("vvp", "-n", PathOf("sim")).Output.Trim().Should().Be("end");
    }

    /// <summary>A few modules in one program, since building takes long: without expansion of wide values it is five times shorter.</summary>
    [ToolFact("verilator")]
    public void Verilator_agrees_with_the_reference_simulator()
    {
        var seeds = s_seeds.Take(s_verilatorModules);
        var top = $"module top;\n{string.Concat(seeds.Select(seed => $"  tb_{seed} tb_{seed} ();\n"))}endmodule\n";
        File.WriteAllText(PathOf("sim.v"), string.Concat(seeds.Select(WithTestbench)) + top);

        string[] flags = ["--binary", "-fno-expand", "-Wno-fatal", "-Wno-lint", "-Wno-style", "-CFLAGS", "-O0", "--top", "top", "--Mdir", PathOf("build"), "-o", "sim"];
        ExternalTool.Run("verilator", [.. flags, PathOf("sim.v")]).ExitCode.Should().Be(0);
        ExternalTool.Run(PathOf(Path.Combine("build", "sim"))).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Should().Equal(seeds.Select(_ => "end"));
    }

    /// <summary>A random module and its testbench, both named after the seed.</summary>
    private string WithTestbench(int seed)
    {
        var module = new RandomModule(seed);
        var design = module.Elaborate();
        var file = VerilogEmitter.Emit(design).Should().ContainSingle().Subject;
        return file.Text.Replace("module RandomModule ", $"module RandomModule_{seed} ", StringComparison.Ordinal) + Testbench(module, design, file.Text, seed);
    }

    /// <summary>A testbench that pokes and compares what two files say, a line for each cycle: as code it would take minutes to compile.</summary>
    private string Testbench(RandomModule module, Design design, string verilog, int seed)
    {
        var inputs = module.Inputs.Select(input => (Signal)input.Expression).ToArray();
        var registers = design.Top.Signals
            .Where(s => s.Kind is SignalKind.Register or SignalKind.ReadData && verilog.Contains($" {s.Name};", StringComparison.Ordinal))
            .ToArray();
        var outputs = module.Outputs.Select(output => (Signal)output.Expression).ToArray();
        Signal[] watched = [.. outputs, .. registers];
        var (pokes, expected) = (PathOf($"pokes_{seed}.hex"), PathOf($"expected_{seed}.hex"));
        Record(design, inputs, watched, seed, pokes, expected);

        var text = new StringBuilder($"""
            module tb_{seed};
              reg clock = 0, reset = 0;
              integer cycle;
              reg [{Width(inputs) - 1}:0] pokes [0:{Cycles - 1}];
              reg [{Width(watched) - 1}:0] expected [0:{Cycles - 1}];

            """);
        foreach (var port in design.Top.Ports)
            text.Append($"  {(port.Kind == SignalKind.Input ? "reg" : "wire")} [{port.Width - 1}:0] {port.Name};\n");
        text.Append($"  RandomModule_{seed} dut (.clock(clock), .reset(reset){string.Concat(design.Top.Ports.Select(port => $", .{port.Name}({port.Name})"))});\n");
        text.Append($"  initial begin\n    $readmemh(\"{pokes}\", pokes);\n    $readmemh(\"{expected}\", expected);\n");

        // The reference is two-state, as Verilator is: registers with reset are zero before it, too.
        text.Append("    `ifndef VERILATOR\n");
        foreach (var register in registers.Where(r => r.ResetValue is not null))
            text.Append($"    dut.{register.Name} = 0;\n");
        text.Append("    `endif\n");
        text.Append($"    for (cycle = 0; cycle < {Cycles}; cycle = cycle + 1) begin\n");
        text.Append($"      {{{string.Join(", ", inputs.Select(input => input.Name))}}} = pokes[cycle];\n      #1;\n");
        var high = Width(watched);
        foreach (var signal in watched)
        {
            var (name, range) = (outputs.Contains(signal) ? signal.Name : $"dut.{signal.Name}", $"[{high - 1}:{high - signal.Width}]");
            text.Append($"      if ({name} !== expected[cycle]{range}) $display(\"{name} in cycle %0d is %h\", cycle, {name});\n");
            high -= signal.Width;
        }
        text.Append($"      reset = cycle == {ResetCycle}; #1 clock = 1; #1 clock = 0; reset = 0;\n    end\n");
        return text.Append("    $display(\"end\");\n  end\nendmodule\n").ToString();
    }

    /// <summary>Runs the reference with random inputs; writes those, and the values of signals before each edge.</summary>
    private static void Record(Design design, Signal[] inputs, Signal[] watched, int seed, string pokes, string expected)
    {
        using var reference = new ReferenceSimulator(design);
        var random = new Random(seed);
        var values = inputs.ToDictionary(input => input, _ => BigInteger.Zero);
        var lines = (Pokes: new List<string>(), Expected: new List<string>());
        for (var cycle = 0; cycle < Cycles; cycle++)
        {
            foreach (var input in inputs.Where(_ => random.Next(3) > 0))
                reference.Poke(input, values[input] = Number(random, input.Width));
            lines.Pokes.Add(Joined(inputs.Select(input => (values[input], input.Width))));
            lines.Expected.Add(Joined(watched.Select(signal => (reference.Peek(signal.Path), signal.Width))));
            if (cycle == ResetCycle)
                reference.Reset();
            else
                reference.Step();
        }
        File.WriteAllLines(pokes, lines.Pokes);
        File.WriteAllLines(expected, lines.Expected);
    }

    private static int Width(IEnumerable<Signal> signals) => signals.Sum(signal => signal.Width);

    /// <summary>Values in hexadecimal as one number, the first at the highest bits.</summary>
    private static string Joined(IEnumerable<(BigInteger Value, int Width)> parts) =>
        parts.Aggregate(BigInteger.Zero, (joined, part) => (joined << part.Width) | part.Value).ToString("x").TrimStart('0').PadLeft(1, '0');

    private static BigInteger Number(Random random, int width)
    {
        var bytes = new byte[(width / 8) + 1];
        random.NextBytes(bytes);
        return new BigInteger(bytes, isUnsigned: true) & Bits.Mask(width);
    }

    private string PathOf(string name) => Path.Combine(_folder.FullName, name);
}
