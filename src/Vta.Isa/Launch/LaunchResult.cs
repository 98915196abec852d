using Vta.Isa.Instructions;
using Vta.Isa.Memory;

namespace Vta.Isa.Launch;

/// <summary>How a run ended: the same on every backend, but for cycles.</summary>
public sealed record LaunchResult
{
    public required LaunchStatistics Statistics { get; init; }

    public FaultStatus Status { get; init; }

    /// <summary>The least program index of any instruction that raised a fault; 0 where none did or DEADLOCK is the only one.</summary>
    public uint FaultInstruction { get; init; }

    /// <summary>What the load unit waits for, after a DEADLOCK.</summary>
    public UnitWait LoadWait { get; init; }

    /// <summary>What the compute unit waits for, after a DEADLOCK.</summary>
    public UnitWait ComputeWait { get; init; }

    /// <summary>What the store unit waits for, after a DEADLOCK.</summary>
    public UnitWait StoreWait { get; init; }

    /// <summary>Where cycles went, per unit in the order of <see cref="Unit"/>; empty on a backend without cycles.</summary>
    public IReadOnlyList<UnitCycles> Cycles { get; init; } = [];

    /// <summary>What a unit waits for, after a DEADLOCK.</summary>
    public UnitWait Wait(Unit unit) => unit switch
    {
        Unit.Load => LoadWait,
        Unit.Compute => ComputeWait,
        _ => StoreWait,
    };

    /// <summary>This result without what depends on timing: equal on all backends.</summary>
    public LaunchResult WithoutCycles() => this with { Statistics = Statistics with { CycleCount = null }, Cycles = [] };

    /// <summary>Tokens that were left over, queue by queue: worth a note, but no fault.</summary>
    /// <param name="config">The device's configuration.</param>
    /// <param name="dram">The memory that holds the program.</param>
    /// <param name="request">The launch that this is the result of.</param>
    public IReadOnlyList<LeftoverTokens> LeftoverTokens(VtaConfig config, Dram dram, LaunchRequest request) =>
        Launch.LeftoverTokens.Of(Status.Leftover, new ProgramText(config, dram, request));

    /// <summary>Throws where a fault was raised; the message shows the instruction, or who waits for whom. Tokens left over are none.</summary>
    /// <param name="config">The device's configuration.</param>
    /// <param name="dram">The memory that holds the program.</param>
    /// <param name="request">The launch that this is the result of.</param>
    /// <exception cref="VtaFaultException">A fault was raised.</exception>
    public void ThrowOnFault(VtaConfig config, Dram dram, LaunchRequest request)
    {
        if ((Status.Faults & ~Faults.Tokens) != Faults.None)
            throw new VtaFaultException(FaultReport.Describe(this, config, dram, request), this);
    }
}
