using System.Reflection;
using Vta.Hdl.Diagnostics;
using Vta.Hdl.Naming;

namespace Vta.Hdl.Boards;

/// <summary>Which port of a top module is at which pins, as the attributes of its class say.</summary>
internal sealed class PinTable
{
    private const BindingFlags Fields = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    private readonly string _module;
    private readonly Dictionary<string, IReadOnlyList<string>> _pins = [];
    private readonly List<Diagnostic> _problems = [];

    public PinTable(Type module)
    {
        _module = module.Name;
        foreach (var field in module.GetFields(Fields))
        {
            if (field.GetCustomAttribute<PinsAttribute>() is { } attribute)
                Add(Keywords.EscapeTopPort(Names.Snake(field.Name)), attribute.Pins);
        }
        foreach (var attribute in module.GetCustomAttributes<PortPinsAttribute>())
            Add(attribute.Port, attribute.Pins);
    }

    /// <summary>A line of constraints for each bit.</summary>
    /// <param name="ports">The ports by their names in Verilog.</param>
    /// <exception cref="HdlException">HW0011: a port has no pins or not as many as bits, a pin is given twice, or pins are given to no port; carries all that were found.</exception>
    public IReadOnlyList<string> Constraints(IReadOnlyList<(string Name, int Width, SourceLocation Location)> ports)
    {
        var lines = new List<string>();
        foreach (var (name, width, location) in ports)
        {
            if (!_pins.TryGetValue(name, out var pins))
                Report($"port '{name}' of {_module} has no pins; give it {width} with [Pins(…)] at its field, or [PortPins(\"{name}\", …)] at the class", location);
            else if (pins.Count != width)
                Report($"port '{name}' of {_module} has {width} bits and {pins.Count} pins", location);
            else
                lines.AddRange(pins.Select((pin, bit) => $"set_io {name}{(width == 1 ? "" : $"[{bit}]")} {pin}"));
        }
        foreach (var name in _pins.Keys.Except(ports.Select(p => p.Name)))
            Report($"pins are given to '{name}', and {_module} has the ports {string.Join(", ", ports.Select(p => p.Name))}", SourceLocation.Unknown);
        foreach (var pin in ports.SelectMany(p => _pins.GetValueOrDefault(p.Name, [])).GroupBy(pin => pin).Where(g => g.Count() > 1))
            Report($"pin {pin.Key} is given to {pin.Count()} bits of {_module}", SourceLocation.Unknown);
        return _problems.Count == 0 ? lines : throw new HdlException(_problems);
    }

    private void Add(string port, IReadOnlyList<string> pins)
    {
        if (!_pins.TryAdd(port, pins))
            Report($"port '{port}' of {_module} is given pins in two places", SourceLocation.Unknown);
        foreach (var pin in pins.Where(pin => pin.Length == 0 || !pin.All(char.IsAsciiLetterOrDigit)))
            Report($"'{pin}' is no pin: letters and digits, as the package has them", SourceLocation.Unknown);
    }

    private void Report(string message, SourceLocation location) => _problems.Add(new(Rule.Parameter, message, location));
}
