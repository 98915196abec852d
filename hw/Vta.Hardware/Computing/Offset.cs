namespace Vta.Hardware.Computing;

/// <summary>
/// What the loops of a GEMM or ALU instruction add to an index: i·factor_out + j·factor_in, wrapped, with a bit that says whether the unbounded sum
/// is past the buffer.
/// </summary>
internal sealed class Offset(int width) : Bundle
{
    public readonly UInt Value = Field(UInt(width));
    public readonly Bool IsOutOfRange = Field(Bool());

    public static BundleType<Offset> Type(int width) => BundleOf(() => new Offset(width));

    /// <summary>The offset and its range bit, grown by a factor.</summary>
    public (UInt Value, Bool IsOutOfRange) Plus(UInt factor)
    {
        var sum = Value.AddWide(factor);
        return (sum.Trunc(Value.Width), IsOutOfRange | sum[Value.Width]);
    }

    /// <summary>Sets value and range bit.</summary>
    public void Set((UInt Value, Bool IsOutOfRange) next)
    {
        Value.Set(next.Value);
        IsOutOfRange.Set(next.IsOutOfRange);
    }
}
