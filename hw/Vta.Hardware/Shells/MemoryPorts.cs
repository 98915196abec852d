using Vta.Hardware.Bus;
using Vta.Hdl.Library.Axi;

namespace Vta.Hardware.Shells;

/// <summary>The AXI4 master port to memory: the signals that change. What is constant (size, burst type, cache, …) is left to the shell.</summary>
internal sealed class MemoryPorts(BusShape bus, string prefix) : AxiChannels<MemoryPorts.BurstAddress, Axi4WriteData, AxiLiteWriteResponse, MemoryPorts.ReadBeat>(
    AxiRole.Master,
    prefix,
    BundleOf(() => new BurstAddress()),
    Axi4WriteData.Type(new Axi4Shape(BusShape.AddressWidth, bus.Width)),
    AxiLiteWriteResponse.Type(),
    BundleOf(() => new ReadBeat(bus)))
{
    /// <summary>Drives the port with the channels of the core.</summary>
    public void Connect(Core core)
    {
        Request(ReadAddress, core.ReadAddress);
        Request(WriteAddress, core.WriteAddress);

        core.ReadData.Valid.Set(ReadData.Valid);
        ReadData.Ready.Set(core.ReadData.Ready);
        core.ReadData.Payload.Data.Set(ReadData.Payload.Data);
        core.ReadData.Payload.Error.Set(IsError(ReadData.Payload.Response));
        core.ReadData.Payload.Last.Set(ReadData.Payload.Last);

        WriteData.Valid.Set(core.WriteData.Valid);
        core.WriteData.Ready.Set(WriteData.Ready);
        WriteData.Payload.Data.Set(core.WriteData.Payload.Data);
        WriteData.Payload.Strobe.Set(core.WriteData.Payload.Strobe);
        WriteData.Payload.Last.Set(core.WriteData.Payload.Last);
        core.ResponseValid.Set(WriteResponse.Valid);
        WriteResponse.Ready.Set(core.ResponseReady);
        core.ResponseError.Set(IsError(WriteResponse.Payload.Response));
    }

    private void Request(Stream<BurstAddress> port, Stream<Burst> burst)
    {
        port.Valid.Set(burst.Valid);
        burst.Ready.Set(port.Ready);
        port.Payload.Address.Set(burst.Payload.Word.PadLow(bus.LogBytes));
        port.Payload.Length.Set((burst.Payload.Beats - 1).Extend(8));
    }

    /// <summary>SLVERR and DECERR have the upper bit set.</summary>
    private static Bool IsError(UInt response) => response[1];

    /// <summary>The payload of AW and AR.</summary>
    internal sealed class BurstAddress : Bundle
    {
        public readonly UInt Address = Field(UInt(BusShape.AddressWidth), "addr");

        /// <summary>Beats minus one.</summary>
        public readonly UInt Length = Field(UInt(8), "len");
    }

    /// <summary>The payload of R.</summary>
    internal sealed class ReadBeat(BusShape bus) : Bundle
    {
        public readonly UInt Data = Field(UInt(bus.Width));
        public readonly UInt Response = Field(EnumOf<AxiResponse>(), "resp");
        public readonly Bool Last = Field(Bool());
    }
}
