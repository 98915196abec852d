namespace Vta.Isa.Launch;

/// <summary>Where a unit's cycles went, on backends that have cycles. Together they are the cycles of the run.</summary>
/// <param name="Busy">Cycles of <see cref="UnitActivity.Busy"/>.</param>
/// <param name="MemoryStalled">Cycles of <see cref="UnitActivity.MemoryStalled"/>.</param>
/// <param name="TokenStalled">Cycles of <see cref="UnitActivity.TokenStalled"/>.</param>
/// <param name="InstructionStalled">Cycles of <see cref="UnitActivity.InstructionStalled"/>.</param>
/// <param name="Idle">Cycles of <see cref="UnitActivity.Idle"/>.</param>
public sealed record UnitCycles(long Busy, long MemoryStalled, long TokenStalled, long InstructionStalled, long Idle)
{
    /// <summary>The cycles of one kind.</summary>
    public long this[UnitActivity activity] => activity switch
    {
        UnitActivity.Busy => Busy,
        UnitActivity.MemoryStalled => MemoryStalled,
        UnitActivity.TokenStalled => TokenStalled,
        UnitActivity.InstructionStalled => InstructionStalled,
        _ => Idle,
    };

    /// <summary>All cycles: those of the run.</summary>
    public long Total => Enum.GetValues<UnitActivity>().Sum(activity => this[activity]);

    /// <summary>The sum over two runs, for programs of several launches.</summary>
    public static UnitCycles operator +(UnitCycles left, UnitCycles right) => Of(activity => left[activity] + right[activity]);

    /// <summary>Cycles as found for each kind.</summary>
    public static UnitCycles Of(Func<UnitActivity, long> cycles) => new(
        cycles(UnitActivity.Busy),
        cycles(UnitActivity.MemoryStalled),
        cycles(UnitActivity.TokenStalled),
        cycles(UnitActivity.InstructionStalled),
        cycles(UnitActivity.Idle));
}
