using Vta.Isa;
using Vta.Isa.Instructions;
using Vta.Isa.Launch;
using Vta.Isa.Memory;
using Vta.Simulator.Memories;
using Vta.Simulator.Units;

namespace Vta.Simulator;

/// <summary>
/// Runs programs as the instruction set declares it, bit for bit what the hardware does, without cycles. One object is one device:
/// its on-chip memories are zero at first and keep their contents from launch to launch. Not safe for concurrent use.
/// </summary>
public sealed class BehaviouralSimulator
{
    private readonly DramPort port = new();
    private readonly FaultLog faults = new();
    private readonly Executor executor;
    private readonly Sequencer sequencer;

    /// <summary>A device that uses the widest vectors of this machine.</summary>
    public BehaviouralSimulator(VtaConfig config)
        : this(config, int.MaxValue)
    {
    }

    /// <param name="config">The device's configuration.</param>
    /// <param name="laneLimit">The most vector lanes to use; 1 for none.</param>
    internal BehaviouralSimulator(VtaConfig config, int laneLimit)
    {
        Config = config;
        executor = new Executor(config, port, faults, laneLimit);
        sequencer = new Sequencer(config, port, executor, faults);
    }

    /// <summary>The device's configuration.</summary>
    public VtaConfig Config { get; }

    /// <summary>
    /// Runs a program until its FINISH, or until it cannot go on. Faults are in the result; addresses wrap at 2^32, so what reaches
    /// beyond is to be refused before (<see cref="LaunchValidation"/>).
    /// </summary>
    /// <param name="dram">The memory beside the device; it is read and written in place.</param>
    /// <param name="request">Where the program is, and the base registers.</param>
    public LaunchResult Launch(Dram dram, LaunchRequest request)
    {
        port.Dram = dram;
        faults.Clear();
        executor.Bases = request.Bases;
        executor.Begin();
        sequencer.Run(request);
        return new LaunchResult
        {
            Statistics = executor.Statistics,
            Status = new FaultStatus(faults.Faults, faults.Leftover),
            FaultInstruction = faults.FirstInstruction,
            LoadWait = sequencer.Wait(Unit.Load),
            ComputeWait = sequencer.Wait(Unit.Compute),
            StoreWait = sequencer.Wait(Unit.Store),
        };
    }
}
