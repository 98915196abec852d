using System.Numerics;
using Vta.Hardware.Bus;
using Vta.Hardware.Host;
using Vta.Hdl.Library.Axi;

namespace Vta.Hardware.Shells;

/// <summary>
/// The accelerator with complete AXI ports, as FPGA tools connect them (Zynq, Cyclone V): an AXI4 master to memory and an AXI4-Lite slave
/// for the host.
/// </summary>
public sealed class AxiShell(VtaConfig config) : Module
{
    /// <summary>Accesses are cacheable, bufferable and may be split or merged on the way: the memory is plain DRAM.</summary>
    private const int NormalMemory = 0b1111;

    private static readonly string[] AddressChannels = ["ar", "aw"];

    private readonly HostPorts _host = new("s_axi");
    private readonly MemoryPorts _memory = new(BusShape.Of(config), "m_axi");

    private readonly IReadOnlyList<(UInt Port, BigInteger Value)> _constants =
    [
        .. AddressChannels.SelectMany(channel => new (string Name, int Width, int Value)[]
        {
            ("id", 1, 0),
            ("size", 3, BusShape.Of(config).LogBytes),
            ("burst", 2, (int)AxiBurst.Incrementing),
            ("lock", 1, 0),
            ("cache", 4, NormalMemory),
            ("prot", 3, 0),
            ("qos", 4, 0),
        }.Select(signal => (Port.Out(UInt(signal.Width), $"m_axi_{channel}{signal.Name}"), new BigInteger(signal.Value)))),
    ];

    protected override string DefinitionName => "VtaAxi";

    protected override void Build()
    {
        Parameter("configuration", config.Bitstream);
        var accelerator = Instance(new Accelerator(config));
        accelerator.Host.Connect(_host);
        _memory.Connect(accelerator.Memory);
        foreach (var (port, value) in _constants)
            port.Set(value);
    }
}
