using Vta.Hdl.Library.Axi;

namespace Vta.Hdl.Library.Registers;

/// <summary>A register map behind AXI4-Lite: an access takes two cycles, one where there is no register is answered with SLVERR.</summary>
/// <param name="map">What the host sees.</param>
/// <param name="addressWidth">Bits of a byte address, at least those of the map (HW0011).</param>
public sealed class AxiLiteSlave(RegisterMap map, int addressWidth) : RegisterSlave(map, addressWidth, "AxiLite")
{
    /// <summary>The host's side.</summary>
    public readonly AxiLitePorts Bus = new(AxiRole.Slave, addressWidth, Register.Width, "s_axi");

    /// <inheritdoc/>
    protected override void Build()
    {
        var write = AxiLiteAccess.Write(Bus, ResponseAt);
        Write(write, Bus.WriteAddress.Payload.Address, Bus.WriteData.Payload.Data, Bus.WriteData.Payload.Strobe);
        AxiLiteAccess.Read(Bus, reads => Read(reads, Bus.ReadAddress.Payload.Address), ResponseAt);
    }

    private UInt ResponseAt(UInt address) => Mux(IsKnown(address), Lit(AxiResponse.Okay), Lit(AxiResponse.SlaveError));
}
