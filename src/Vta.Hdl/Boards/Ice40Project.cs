using System.Globalization;
using System.Reflection;
using Vta.Hdl.Diagnostics;
using Vta.Hdl.Verilog;

namespace Vta.Hdl.Boards;

/// <summary>
/// What open tools need to make a bitstream of a top module with an <see cref="Ice40Attribute"/>: its Verilog, its pins, and a script that runs Yosys,
/// nextpnr-ice40 and icepack.
/// </summary>
public sealed class Ice40Project
{
    /// <summary>The script, which runs from any folder.</summary>
    public const string Script = "build.sh";

    private Ice40Project(string top, IReadOnlyList<VerilogFile> files) => (Top, Files) = (top, files);

    /// <summary>The top module's name; that of the bitstream is <c>Top.bin</c>, of the tool's report <c>Top.json</c>.</summary>
    public string Top { get; }

    /// <summary>The Verilog, <c>Top.pcf</c> and <see cref="Script"/>.</summary>
    public IReadOnlyList<VerilogFile> Files { get; }

    /// <summary>Elaborates a module, and looks for the pins of its ports.</summary>
    /// <exception cref="HdlException">The description breaks rules of the HDL. HW0011: the class has no <see cref="Ice40Attribute"/>, or something is wrong with its pins.</exception>
    public static Ice40Project Of(Module module)
    {
        var type = module.GetType();
        var board = type.GetCustomAttribute<Ice40Attribute>()
            ?? throw new HdlException(Rule.Parameter, $"{type.Name} is for no device: put [Ice40(Ice40Device.…, \"package\")] at the class", SourceLocation.Unknown);
        var design = module.Elaborate();
        var (files, names) = VerilogEmitter.Emit(design, new VerilogDialect());
        var pins = new PinTable(type).Constraints(
        [
            .. names.ClockPins.Select(name => (name, 1, SourceLocation.Unknown)),
            .. design.Top.Ports.Select(port => (names.PathOf(port), port.Width, port.Location)),
        ]);
        var top = Path.GetFileNameWithoutExtension(files[^1].Name);
        return new(top, [.. files, new($"{top}.pcf", string.Concat(pins.Select(line => line + "\n"))), new(Script, ScriptOf(top, board, files))]);
    }

    private static string ScriptOf(string top, Ice40Attribute board, IReadOnlyList<VerilogFile> files)
    {
        var device = board.Device.ToString().ToLowerInvariant();
        var family = board.Device switch
        {
            Ice40Device.U4k or Ice40Device.Up5k => "u -dsp",
            Ice40Device.Hx1k or Ice40Device.Hx8k => "hx",
            _ => "lp",
        };
        var sources = string.Join(' ', files.Where(f => f.IsModule).Select(f => f.Name));
        var frequency = board.Megahertz.ToString(CultureInfo.InvariantCulture);
        return $"""
            #!/bin/sh
            # {top}.bin for an iCE40 {device} in package {board.Package}; iceprog {top}.bin loads it. A clock below {frequency} MHz is an error.
            set -eu
            cd "$(dirname "$0")"
            yosys -q -p "read_verilog {sources}; synth_ice40 -device {family} -top {top} -json {top}.netlist.json"
            nextpnr-ice40 -q --{device} --package {board.Package} --json {top}.netlist.json --pcf {top}.pcf --asc {top}.asc --freq {frequency} --report {top}.json
            icepack {top}.asc {top}.bin
            """.ReplaceLineEndings("\n") + "\n";
    }
}
