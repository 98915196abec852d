using Vta.Isa;
using Vta.Isa.Launch;
using Vta.Isa.Memory;
using Vta.Runtime.Axi;
using Vta.Runtime.Registers;

namespace Vta.Runtime.Rtl;

/// <summary>The hardware in a simulator, with the memory model on one port and a driver on the other.</summary>
internal sealed class RtlDevice : IDevice
{
    private const int ResetCycles = 4;

    /// <summary>Cycles between two looks at whether the run is over: the looks cost time, not cycles of the run.</summary>
    private const int PollInterval = 64;

    /// <summary>The longest work without a sign of life from outside is a LOAD of padding only, two million elements.</summary>
    private const long Patience = 1 << 22;

    private readonly IAcceleratorModel model;
    private readonly AxiMemory memory;
    private readonly AxiChecker checker;
    private readonly AcceleratorClock clock;
    private readonly RegisterDriver driver;
    private long nextCheck;
    private long lastTransfers;
    private IReadOnlyList<uint> lastProgress = [];

    /// <summary>A device that owns its model.</summary>
    public RtlDevice(VtaConfig config, IAcceleratorModel model, MemoryTiming timing)
    {
        Config = config;
        this.model = model;
        memory = new AxiMemory(model.Memory, config.BusBytes, Dram, timing);
        checker = new AxiChecker(model.Memory, config.BusBytes);
        clock = new AcceleratorClock(model, memory, checker);
        model.Reset(ResetCycles);
        driver = new RegisterDriver(new AxiLiteHost(model.Host, clock), config);
    }

    public VtaConfig Config { get; }

    public Dram Dram { get; } = new();

    /// <inheritdoc cref="AcceleratorClock.Observer"/>
    public Action? Observer
    {
        get => clock.Observer;
        set => clock.Observer = value;
    }

    /// <exception cref="HardwareException">The hardware broke a rule of the bus, or does not end.</exception>
    public LaunchResult Launch(LaunchRequest request)
    {
        LaunchValidation.Check(Config, Dram, request);
        nextCheck = clock.Cycle + Patience;
        var result = driver.Launch(request, Wait);
        checker.RequireIdle(clock.Cycle);
        return result;
    }

    public void Dispose()
    {
        memory.Dispose();
        model.Dispose();
    }

    private void Wait()
    {
        clock.Run(PollInterval);
        if (clock.Cycle >= nextCheck)
            CheckProgress();
    }

    private void CheckProgress()
    {
        var progress = driver.Progress();
        if (memory.Transfers == lastTransfers && progress.SequenceEqual(lastProgress))
            throw new HardwareException($"the accelerator is neither done nor has it done anything in {Patience} cycles");
        lastTransfers = memory.Transfers;
        lastProgress = progress;
        nextCheck = clock.Cycle + Patience;
    }
}
