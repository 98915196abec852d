namespace Vta.Hdl.Boards;

/// <summary>The iCE40 device that a top module is for; its ports have <see cref="PinsAttribute"/> or <see cref="PortPinsAttribute"/>.</summary>
/// <param name="device">The device.</param>
/// <param name="package">Its package, as nextpnr calls it: <c>ct256</c>, <c>sg48</c>, <c>tq144</c>.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class Ice40Attribute(Ice40Device device, string package) : Attribute
{
    /// <summary>The device.</summary>
    public Ice40Device Device { get; } = device;

    /// <summary>The package.</summary>
    public string Package { get; } = package;

    /// <summary>The frequency that the clocks have at least to reach.</summary>
    public double Megahertz { get; init; } = 12;
}
