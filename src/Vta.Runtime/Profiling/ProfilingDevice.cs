using Vta.Hdl.Simulation;
using Vta.Isa;
using Vta.Isa.Instructions;
using Vta.Isa.Launch;
using Vta.Isa.Memory;
using Vta.Runtime.InProcess;
using Vta.Runtime.Rtl;

namespace Vta.Runtime.Profiling;

/// <summary>The hardware in the simulator of this process (<see cref="Devices.Rtl"/>), watched in every cycle.</summary>
public sealed class ProfilingDevice : IDevice
{
    private readonly InProcessModel model;
    private readonly RtlDevice device;
    private readonly List<LaunchProfile> launches = [];

    /// <summary>A new device, its memories zero.</summary>
    /// <param name="config">What the accelerator is built for.</param>
    /// <param name="timing">How memory behaves; null for memory that never waits.</param>
    /// <exception cref="VtaInputException">The memory cannot behave so.</exception>
    public ProfilingDevice(VtaConfig config, MemoryTiming? timing = null)
    {
        timing ??= new MemoryTiming();
        timing.Validate();
        model = new InProcessModel(AcceleratorDesign.Of(config), SimulatorOptions.Default with { KeepSignals = true });
        device = new RtlDevice(config, model, timing);
    }

    /// <inheritdoc/>
    public VtaConfig Config => device.Config;

    /// <inheritdoc/>
    public Dram Dram => device.Dram;

    /// <summary>A profile of each launch so far.</summary>
    public IReadOnlyList<LaunchProfile> Launches => launches;

    /// <inheritdoc/>
    public LaunchResult Launch(LaunchRequest request)
    {
        var recorder = new LaunchRecorder(model, LaunchInstructions.Fetched(Config, Dram, request).Select(word => (word.Unit(Config.Layout), word)));
        device.Observer = recorder.Observe;
        try
        {
            var result = device.Launch(request);
            launches.Add(recorder.Profile);
            return result;
        }
        finally
        {
            device.Observer = null;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => device.Dispose();
}
