using Vta.Isa;
using Vta.Isa.Launch;
using Vta.Isa.Memory;
using Vta.Simulator;

namespace Vta.Runtime.Behavioural;

/// <summary>The behavioural simulator as a device.</summary>
internal sealed class BehaviouralDevice(VtaConfig config) : IDevice
{
    private readonly BehaviouralSimulator simulator = new(config);

    public VtaConfig Config => config;

    public Dram Dram { get; } = new();

    public LaunchResult Launch(LaunchRequest request)
    {
        LaunchValidation.Check(config, Dram, request);
        return simulator.Launch(Dram, request);
    }

    public void Dispose()
    {
    }
}
