using Vta.Hdl.Library.Axi;

namespace Vta.Hardware.Host;

/// <summary>The host's AXI4-Lite port of 32 bits, without the signals that mean nothing to registers: protection and byte strobes.</summary>
internal sealed class HostPorts(string prefix) : AxiChannels<HostPorts.AddressOnly, HostPorts.DataOnly, AxiLiteWriteResponse, AxiLiteReadData>(
    AxiRole.Slave,
    prefix,
    BundleOf(() => new AddressOnly()),
    BundleOf(() => new DataOnly()),
    AxiLiteWriteResponse.Type(),
    AxiLiteReadData.Type(32))
{
    /// <summary>The payload of AW and AR.</summary>
    internal sealed class AddressOnly : Bundle
    {
        public readonly UInt Address = Field(UInt(HostRegisters.AddressWidth), "addr");
    }

    /// <summary>The payload of W.</summary>
    internal sealed class DataOnly : Bundle
    {
        public readonly UInt Data = Field(UInt(32));
    }
}
