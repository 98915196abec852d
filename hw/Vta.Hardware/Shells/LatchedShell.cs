using Vta.Hardware.Bus;
using Vta.Hardware.Host;

namespace Vta.Hardware.Shells;

/// <summary>
/// The accelerator with a register at each input, for simulators that compute all that depends on inputs whenever one may have changed. Here inputs
/// change with the state, at the clock edge, so that a cycle is computed once. What is put on an input is seen from the next edge on.
/// </summary>
public sealed class LatchedShell(VtaConfig config) : Module
{
    /// <summary>The name of the accelerator inside.</summary>
    public const string Inside = "accelerator";

    private readonly HostPorts _host = new("s_axi");
    private readonly MemoryPorts _memory = new(BusShape.Of(config), "m_axi");

    protected override string DefinitionName => "VtaLatched";

    protected override void Build()
    {
        Parameter("configuration", config.Bitstream);
        var accelerator = Instance(new Accelerator(config), Inside);
        var (host, memory) = (accelerator.Host, accelerator.Memory);
        host.WriteAddress.Connect(Coming(_host.WriteAddress));
        host.WriteData.Connect(Coming(_host.WriteData));
        Going(_host.WriteResponse).Connect(host.WriteResponse);
        host.ReadAddress.Connect(Coming(_host.ReadAddress));
        Going(_host.ReadData).Connect(host.ReadData);

        Going(_memory.WriteAddress).Connect(memory.WriteAddress);
        Going(_memory.WriteData).Connect(memory.WriteData);
        memory.WriteResponse.Connect(Coming(_memory.WriteResponse));
        Going(_memory.ReadAddress).Connect(memory.ReadAddress);
        memory.ReadData.Connect(Coming(_memory.ReadData));
    }

    /// <summary>A channel whose valid and payload are inputs.</summary>
    private static Stream<T> Coming<T>(Stream<T> port)
        where T : Data => new(RegNext(port.Valid), port.Ready, RegNext(port.Payload));

    /// <summary>A channel whose ready is an input.</summary>
    private static Stream<T> Going<T>(Stream<T> port)
        where T : Data => new(port.Valid, RegNext(port.Ready), port.Payload);
}
