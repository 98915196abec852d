using Vta.Hdl.Ir;

namespace Vta.Hdl.Verilog;

/// <content>Bidirectional pins that the module drives itself; those of instances inside are connected by name.</content>
internal sealed partial class ModuleWriter
{
    private void WritePins()
    {
        foreach (var pin in _module.Pins)
        {
            if (pin.Driver is var (value, enable))
                WriteDriver(pin, _scope.NameOf(value), _scope.NameOf(enable), enable.Width);
            if (_module.Parent is null && pin.Pull != Pull.None)
                WritePull(pin);
        }
    }

    private void WriteDriver(Pin pin, string value, string enable, int enables)
    {
        var (name, width, location) = (_scope.NameOf(pin.Value), pin.Value.Width, pin.Drives[^1].Location);
        _scope.Usage.Read(Reference.Whole(value, width));
        _scope.Usage.Read(Reference.Whole(enable, enables));
        Body.Gap();
        if (enables == 1)
            Body.Line($"assign {name} = {enable} ? {value} : {width}'bz;", location);
        for (var i = 0; enables > 1 && i < width; i++)
            Body.Line($"assign {name}[{i}] = {enable}[{i}] ? {value}[{i}] : 1'bz;", location);
        Body.Gap();
    }

    /// <summary>The resistor stands on the board: simulators are told of it here, synthesis by its constraints.</summary>
    private void WritePull(Pin pin)
    {
        var name = _scope.NameOf(pin.Value);
        var range = pin.Value.Width == 1 ? "" : $"[{pin.Value.Width - 1}:0] ";
        Body.Line("`ifndef SYNTHESIS");
        Body.Line($"{(pin.Pull == Pull.Up ? "pullup" : "pulldown")} {_scope.Names.Unique(name + "_pull")} {range}({name});", pin.Value.Location);
        Body.Line("`endif");
        Body.Gap();
    }
}
