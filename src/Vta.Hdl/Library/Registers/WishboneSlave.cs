namespace Vta.Hdl.Library.Registers;

/// <summary>A register map behind Wishbone B4, in classic cycles with one wait state; a transfer where there is no register ends with ERR.</summary>
/// <param name="map">What the host sees.</param>
/// <param name="addressWidth">Bits of a byte address, at least those of the map (HW0011).</param>
public sealed class WishboneSlave(RegisterMap map, int addressWidth) : RegisterSlave(map, addressWidth, "Wishbone")
{
    /// <summary>The host's side.</summary>
    public readonly WishbonePorts Bus = Ports(() => new WishbonePorts(addressWidth), "s_wb");

    /// <inheritdoc/>
    protected override void Build()
    {
        // A transfer is done in its first cycle and answered in the second.
        var answers = Reg(reset: false);
        var fails = RegNoReset(Bool());
        var word = RegNoReset(UInt(Register.Width));
        var asks = Let(Bus.Cycle & Bus.Strobe);
        var begins = Let(asks & !answers);
        Write(begins & Bus.Writes, Bus.Address, Bus.WriteData, Bus.Select);
        answers.Set(begins);
        fails.Set(!IsKnown(Bus.Address));
        word.Set(Read(begins & !Bus.Writes, Bus.Address));
        Bus.ReadData.Set(word);
        Bus.Acknowledge.Set(asks & answers & !fails);
        Bus.Fails.Set(asks & answers & fails);
    }
}
