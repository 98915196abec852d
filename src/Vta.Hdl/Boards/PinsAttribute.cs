namespace Vta.Hdl.Boards;

/// <summary>
/// The pins of a package that the port of a field is at: <c>[Pins("B5", "B4")] public readonly UInt Leds = Out(UInt(2));</c>, the lowest bit first.
/// </summary>
/// <param name="pins">As many as the port has bits.</param>
[AttributeUsage(AttributeTargets.Field)]
public sealed class PinsAttribute(params string[] pins) : Attribute
{
    /// <summary>The pins, that of the lowest bit first.</summary>
    public IReadOnlyList<string> Pins { get; } = pins;
}

/// <summary>The pins of a port that has no field of its own: a clock, a reset, a part of a bundle or stream, by its name in Verilog.</summary>
/// <param name="port">The port.</param>
/// <param name="pins">As many as the port has bits, that of the lowest bit first.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class PortPinsAttribute(string port, params string[] pins) : Attribute
{
    /// <summary>The port's name in Verilog.</summary>
    public string Port { get; } = port;

    /// <summary>The pins, that of the lowest bit first.</summary>
    public IReadOnlyList<string> Pins { get; } = pins;
}
