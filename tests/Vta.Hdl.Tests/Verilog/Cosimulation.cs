using System.Numerics;
using System.Text;
using System.Text.RegularExpressions;
using Vta.Hdl.Ir;
using Vta.Hdl.Lowering;
using Vta.Hdl.Simulation;
using Vta.Hdl.Tests.Simulation;
using Vta.Hdl.Verilog;
using Vta.TestSupport;

namespace Vta.Hdl.Tests.Verilog;

/// <summary>
/// The Verilog of a design in other simulators, with a testbench that pokes and compares what two files say, a line for each cycle: as code it
/// would take minutes to compile. What is right comes from the reference simulator.
/// </summary>
internal sealed class Cosimulation
{
    private const int Cycles = 30;

    private readonly Design _design;
    private readonly string _folder;
    private readonly string _verilog;
    private readonly string _name;
    private readonly Signal[] _inputs;
    private readonly Signal[] _outputs;
    private readonly Signal[] _registers;
    private readonly ClockPort[] _clocks;

    /// <param name="design">The design.</param>
    /// <param name="folder">Where files are written.</param>
    /// <param name="seed">Of the values of inputs; in names, too, so that several can stand in one program.</param>
    /// <param name="withRegisters">Registers are compared besides outputs.</param>
    public Cosimulation(Design design, string folder, int seed, bool withRegisters = true)
    {
        _design = design;
        _folder = folder;
        var files = VerilogEmitter.Emit(design);
        var file = files[^1];
        var module = Path.GetFileNameWithoutExtension(file.Name);
        _name = $"{module}_{seed}";
        var modules = string.Concat(files.SkipLast(1).Where(f => f.IsModule).Select(f => f.Text)) + file.Text.Replace($"module {module} ", $"module {_name} ", StringComparison.Ordinal);
        foreach (var contents in files.Where(f => !f.IsModule))
        {
            var path = PathOf($"{_name}_{contents.Name}");
            File.WriteAllText(path, contents.Text);
            modules = modules.Replace($"\"{contents.Name}\"", $"\"{path}\"", StringComparison.Ordinal);
        }
        _verilog = modules;
        _inputs = [.. design.Netlist.Inputs];
        _outputs = [.. design.Top.Ports.Where(p => p.Kind is SignalKind.Output or SignalKind.Inout)];
        _registers = [.. design.Top.Signals
            .Where(s => withRegisters && s.Kind is SignalKind.Register or SignalKind.ReadData && IsWritten(s))];
        _clocks = [.. design.Netlist.Clocks.Free.Select(d => ClockPort.Of(d, design.Top) with { NeedsReset = true })];
        Record(seed);
    }

    /// <summary>The name of the testbench, a module without ports.</summary>
    public string Testbench => $"tb_{_name}";

    /// <summary>The module and its testbench.</summary>
    public string Text => _verilog + TestbenchText();

    /// <summary>What Icarus prints: <c>end</c>, and each difference before it.</summary>
    public string Icarus() => Icarus(Text, _name);

    /// <summary>As <see cref="Icarus()"/>, of the gates that Yosys makes.</summary>
    public string Netlist()
    {
        File.WriteAllText(PathOf($"{_name}.v"), _verilog);
        var netlist = PathOf($"{_name}_gates.v");
        var (exitCode, output) = ExternalTool.Run(
            "yosys", "-q", "-p", $"read_verilog -sv {PathOf($"{_name}.v")}; synth -flatten -noabc -top {_name}; setundef -zero -init; setundef -zero; write_verilog -noattr {netlist}");
        return exitCode == 0 ? Icarus(File.ReadAllText(netlist) + TestbenchText(), $"{_name}_gates") : output;
    }

    private string Icarus(string text, string name)
    {
        File.WriteAllText(PathOf($"{name}_sim.v"), text);
        var (exitCode, output) = ExternalTool.Run("iverilog", "-g2005-sv", "-o", PathOf($"{name}.vvp"), "-s", Testbench, PathOf($"{name}_sim.v"));
        return exitCode == 0 && output.Length == 0 ? ExternalTool.Run("vvp", "-n", PathOf($"{name}.vvp")).Output.Trim() : output;
    }

    private string TestbenchText()
    {
        Signal[] watched = [.. _outputs, .. _registers];
        var text = new StringBuilder($"""
            module {Testbench};
              integer cycle;
              reg [{Width(_inputs) + Pins.Count - 1}:0] pokes [0:{Cycles - 1}];
              reg [{Width(watched) - 1}:0] expected [0:{Cycles - 1}];

            """);
        foreach (var port in _inputs.Concat(_outputs))
            text.Append($"  {(port.Kind == SignalKind.Input ? "reg" : "wire")} [{port.Width - 1}:0] {port.Name};\n");
        foreach (var pin in _design.Netlist.Outside)
        {
            for (var i = 0; i < pin.Value.Width; i++)
                text.Append($"  assign {pin.Pin.Value.Name}[{i}] = {pin.Enable.Name}[{i}] ? {pin.Value.Name}[{i}] : 1'bz;\n");
        }
        foreach (var (pin, isHigh) in Pins)
            text.Append($"  reg {pin} = {(isHigh ? 0 : 1)};\n");
        var clocks = Pins.Select(p => p.Pin).Where(pin => Regex.IsMatch(_verilog, $@"^\s*input\s+wire\s+{pin}\b", RegexOptions.Multiline)).Select(pin => $".{pin}({pin})");
        text.Append($"  {_name} dut ({string.Join(", ", clocks.Concat(_design.Top.Ports.Select(port => $".{port.Name}({port.Name})")))});\n");
        text.Append($"  initial begin\n    $readmemh(\"{Pokes}\", pokes);\n    $readmemh(\"{Expected}\", expected);\n");

        // The reference is two-state, as Verilator is: registers with reset are zero before it, too.
        text.Append("    `ifndef VERILATOR\n");
        foreach (var register in _design.Netlist.Registers.Where(r => r is { ResetValue: not null, Domain.Reset: not ResetKind.None } && IsWritten(r)))
            text.Append($"    dut.{register.Path} = 0;\n");
        text.Append("    `endif\n");
        var levels = string.Join(", ", Pins.Skip(_clocks.Length).Select(p => p.Pin));
        var all = string.Join(", ", Pins.Select(p => p.Pin));
        var idle = $"{Pins.Count}'b{string.Concat(Pins.Select(p => p.IsHigh ? '0' : '1'))}";
        text.Append($"    for (cycle = 0; cycle < {Cycles}; cycle = cycle + 1) begin\n");
        if (_inputs.Length > 0)
            text.Append($"      {{{string.Join(", ", _inputs.Select(input => input.Name))}}} = pokes[cycle];\n");
        if (levels.Length > 0)
            text.Append($"      {{{levels}}} = {idle} ^ pokes[cycle][{Width(_inputs)} +: {Pins.Count}];\n");
        text.Append("      #1;\n");
        var high = Width(watched);
        foreach (var signal in watched)
        {
            var (name, range) = (_outputs.Contains(signal) ? signal.Name : $"dut.{signal.Name}", $"[{high - 1}:{high - signal.Width}]");
            text.Append($"      if ({name} !== expected[cycle]{range}) $display(\"{name} in cycle %0d is %h\", cycle, {name});\n");
            high -= signal.Width;
        }
        if (_clocks.Length > 0)
        {
            text.Append($"      #1 {{{all}}} = {idle} ^ pokes[cycle][{Width(_inputs)} +: {Pins.Count}];\n");
            text.Append($"      #1 {{{string.Join(", ", _clocks.Select(c => c.Clock))}}} = {idle} >> {Pins.Count - _clocks.Length};\n");
        }
        text.Append("    end\n");
        return text.Append("    $display(\"end\");\n  end\nendmodule\n").ToString();
    }

    /// <summary>The pins of clocks, then those of resets, and whether they are active when they are high.</summary>
    private IReadOnlyList<(string Pin, bool IsHigh)> Pins =>
    [
        .. _clocks.Select(c => (c.Clock, c.Domain.Edge == ClockEdge.Rising)),
        .. _clocks.Where(c => c.HasReset).Select(c => (c.Reset, !c.Domain.IsResetLow)),
    ];

    private string Pokes => PathOf($"{_name}_pokes.hex");

    private string Expected => PathOf($"{_name}_expected.hex");

    /// <summary>Runs the reference with random inputs; writes those, and the values of signals before each edge.</summary>
    private void Record(int seed)
    {
        using var reference = new ReferenceSimulator(_design);
        var random = new Random(seed);
        var values = _inputs.ToDictionary(input => input, _ => BigInteger.Zero);
        var lines = (Pokes: new List<string>(), Expected: new List<string>());
        for (var cycle = 0; cycle < Cycles; cycle++)
        {
            var clocks = ClockCycle.Draw(random, _design);
            clocks.SetResets(reference);
            foreach (var input in _inputs.Where(_ => random.Next(3) > 0))
                reference.Poke(input.Path, values[input] = RandomNumber.Below(random, input.Width));
            foreach (var (pin, mask) in RandomPins.Free(reference))
                reference.Poke(pin.Path, values[pin] = mask);
            var pins = _clocks.Select(c => clocks.Ticks.Contains(c.Domain)).Concat(_clocks.Where(c => c.HasReset).Select(c => clocks.InReset.Contains(c.Domain)));
            lines.Pokes.Add(Joined(pins.Select(isActive => (isActive ? BigInteger.One : BigInteger.Zero, 1)).Concat(_inputs.Select(input => (values[input], input.Width)))));
            lines.Expected.Add(Joined(_outputs.Concat(_registers).Select(signal => (reference.Peek(signal.Path), signal.Width))));
            reference.StepTogether(clocks.Ticks);
        }
        File.WriteAllLines(Pokes, lines.Pokes);
        File.WriteAllLines(Expected, lines.Expected);
    }

    /// <summary>Those without effect are left out of the Verilog.</summary>
    private bool IsWritten(Signal signal) => _verilog.Contains($" {signal.Name};", StringComparison.Ordinal);

    private static int Width(IEnumerable<Signal> signals) => signals.Sum(signal => signal.Width);

    /// <summary>Values in hexadecimal as one number, the first at the highest bits.</summary>
    private static string Joined(IEnumerable<(BigInteger Value, int Width)> parts) =>
        parts.Aggregate(BigInteger.Zero, (joined, part) => (joined << part.Width) | part.Value).ToString("x").TrimStart('0').PadLeft(1, '0');

    private string PathOf(string name) => Path.Combine(_folder, name);
}
