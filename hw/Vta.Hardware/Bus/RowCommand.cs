namespace Vta.Hardware.Bus;

/// <summary>Rows of bytes in memory, a fixed distance apart.</summary>
internal sealed class RowCommand(int lengthWidth) : Bundle
{
    /// <summary>Byte address of the first row.</summary>
    public readonly UInt Address = Field(UInt(BusShape.AddressWidth));

    /// <summary>Bytes of each row; at least 1.</summary>
    public readonly UInt RowBytes = Field(UInt(lengthWidth));

    /// <summary>Bytes from the start of a row to the start of the next.</summary>
    public readonly UInt StrideBytes = Field(UInt(lengthWidth));

    /// <summary>Rows; 0 asks for a single burst of no beats, which only marks the command's place among the others.</summary>
    public readonly UInt Rows = Field(UInt(16));

    public static BundleType<RowCommand> Type(int lengthWidth) => BundleOf(() => new RowCommand(lengthWidth));
}
