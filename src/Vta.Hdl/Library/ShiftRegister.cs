namespace Vta.Hdl.Library;

/// <summary>Bits that move towards bit 0: in at the top, out at the bottom, or in and out all at once.</summary>
/// <param name="width">Number of bits, at least 2 (HW0011).</param>
public sealed class ShiftRegister(int width) : Module
{
    /// <summary>Takes <see cref="Word"/>; comes before <see cref="Shift"/>.</summary>
    public readonly Bool Load = In();

    /// <summary>What to load.</summary>
    public readonly UInt Word = In(UInt(width));

    /// <summary>Moves by one bit.</summary>
    public readonly Bool Shift = In();

    /// <summary>What moves in at the top.</summary>
    public readonly Bool Bit = In();

    /// <summary>All bits; bit 0 moves out next.</summary>
    public readonly UInt Value = Out(UInt(width));

    /// <inheritdoc/>
    protected override string DefinitionName => $"ShiftRegister_{width}";

    /// <inheritdoc/>
    protected override void Build()
    {
        Require(width >= 2);
        Parameter("width", width);
        var bits = Reg(UInt(width));
        using (When(Load))
            bits.Set(Word);
        using (ElseWhen(Shift))
            bits.Set(Cat(Bit, bits[width - 1, 1]));
        Value.Set(bits);
    }
}
