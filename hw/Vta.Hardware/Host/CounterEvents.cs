namespace Vta.Hardware;

/// <summary>What happens in one cycle, for the counters of the register map.</summary>
internal sealed class CounterEvents(int countWidth) : Bundle
{
    public readonly Bool Runs = Field(Bool());
    public readonly UInt AccWrites = Field(UInt(countWidth));
    public readonly Bool LoadBusy = Field(Bool());
    public readonly Bool LoadMemoryStalled = Field(Bool());
    public readonly Bool LoadTokenStalled = Field(Bool());
    public readonly Bool ComputeBusy = Field(Bool());
    public readonly Bool ComputeMemoryStalled = Field(Bool());
    public readonly Bool ComputeTokenStalled = Field(Bool());
    public readonly Bool StoreBusy = Field(Bool());
    public readonly Bool StoreMemoryStalled = Field(Bool());
    public readonly Bool StoreTokenStalled = Field(Bool());
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
