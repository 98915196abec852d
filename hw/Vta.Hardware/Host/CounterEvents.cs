namespace Vta.Hardware;

/// <summary>What happens in one cycle, for the counters of the register map.</summary>
internal sealed class CounterEvents(int countWidth) : Bundle
{
    public readonly Bool Runs = Field(Bool());
    public readonly UInt AccWrites = Field(UInt(countWidth));

    /// <summary>What each unit does, in the order of <see cref="Unit"/>.</summary>
    public readonly IReadOnlyList<UInt> Activities = [.. Enum.GetValues<Unit>().Select(unit => Field(EnumOf<UnitActivity>(), $"{unit.Name()}_activity"))];
    public readonly UInt UopElements = Field(UInt(countWidth));
    public readonly UInt InpElements = Field(UInt(countWidth));
    public readonly UInt WgtElements = Field(UInt(countWidth));
    public readonly UInt AccElements = Field(UInt(countWidth));
    public readonly UInt Acc8BitElements = Field(UInt(countWidth));
    public readonly UInt OutElements = Field(UInt(countWidth));
    public readonly Bool GemmStep = Field(Bool());
    public readonly Bool AluStep = Field(Bool());

    public static BundleType<CounterEvents> Type(int countWidth) => BundleOf(() => new CounterEvents(countWidth));
}
