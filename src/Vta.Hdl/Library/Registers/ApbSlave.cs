namespace Vta.Hdl.Library.Registers;

/// <summary>A register map behind APB4, without wait states; an access where there is no register fails.</summary>
/// <param name="map">What the host sees.</param>
/// <param name="addressWidth">Bits of a byte address, at least those of the map (HW0011).</param>
public sealed class ApbSlave(RegisterMap map, int addressWidth) : RegisterSlave(map, addressWidth, "Apb")
{
    /// <summary>The host's side.</summary>
    public readonly ApbPorts Bus = Ports(() => new ApbPorts(addressWidth), "s_apb");

    /// <inheritdoc/>
    protected override void Build()
    {
        var ends = Let(Bus.Select & Bus.Enable);
        Write(ends & Bus.Writes, Bus.Address, Bus.WriteData, Bus.Strobe);
        Bus.ReadData.Set(Read(ends & !Bus.Writes, Bus.Address));
        Bus.Ready.Set(true);
        Bus.Fails.Set(ends & !IsKnown(Bus.Address));
    }
}
