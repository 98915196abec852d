namespace Vta.Hardware;

/// <summary>The AXI4 master port to memory: the signals that change. What is constant (size, burst type, cache, …) is left to the shell.</summary>
internal sealed class AxiMasterPorts(BusShape bus, string prefix)
{
    public Bool ReadAddressValid { get; } = Port.Out(Bool(), prefix + "_arvalid");
    public Bool ReadAddressReady { get; } = Port.In(Bool(), prefix + "_arready");
    public UInt ReadAddress { get; } = Port.Out(UInt(BusShape.AddressWidth), prefix + "_araddr");

    /// <summary>Beats minus one.</summary>
    public UInt ReadLength { get; } = Port.Out(UInt(8), prefix + "_arlen");
    public Bool ReadDataValid { get; } = Port.In(Bool(), prefix + "_rvalid");
    public Bool ReadDataReady { get; } = Port.Out(Bool(), prefix + "_rready");
    public UInt ReadData { get; } = Port.In(UInt(bus.Width), prefix + "_rdata");
    public UInt ReadResponse { get; } = Port.In(UInt(2), prefix + "_rresp");
    public Bool ReadLast { get; } = Port.In(Bool(), prefix + "_rlast");
    public Bool WriteAddressValid { get; } = Port.Out(Bool(), prefix + "_awvalid");
    public Bool WriteAddressReady { get; } = Port.In(Bool(), prefix + "_awready");
    public UInt WriteAddress { get; } = Port.Out(UInt(BusShape.AddressWidth), prefix + "_awaddr");
    public UInt WriteLength { get; } = Port.Out(UInt(8), prefix + "_awlen");
    public Bool WriteDataValid { get; } = Port.Out(Bool(), prefix + "_wvalid");
    public Bool WriteDataReady { get; } = Port.In(Bool(), prefix + "_wready");
    public UInt WriteData { get; } = Port.Out(UInt(bus.Width), prefix + "_wdata");
    public UInt WriteStrobe { get; } = Port.Out(UInt(bus.Bytes), prefix + "_wstrb");
    public Bool WriteLast { get; } = Port.Out(Bool(), prefix + "_wlast");
    public Bool ResponseValid { get; } = Port.In(Bool(), prefix + "_bvalid");
    public Bool ResponseReady { get; } = Port.Out(Bool(), prefix + "_bready");
    public UInt Response { get; } = Port.In(UInt(2), prefix + "_bresp");

    /// <summary>Drives the port with the channels of the core.</summary>
    public void Connect(Core core)
    {
        ReadAddressValid.Set(core.ReadAddress.Valid);
        core.ReadAddress.Ready.Set(ReadAddressReady);
        ReadAddress.Set(core.ReadAddress.Payload.Word.PadLow(bus.LogBytes));
        ReadLength.Set(LengthOf(core.ReadAddress.Payload));

        // SLVERR and DECERR have the upper bit of the response set.
        core.ReadData.Valid.Set(ReadDataValid);
        ReadDataReady.Set(core.ReadData.Ready);
        core.ReadData.Payload.Data.Set(ReadData);
        core.ReadData.Payload.Error.Set(ReadResponse[1]);
        core.ReadData.Payload.Last.Set(ReadLast);

        WriteAddressValid.Set(core.WriteAddress.Valid);
        core.WriteAddress.Ready.Set(WriteAddressReady);
        WriteAddress.Set(core.WriteAddress.Payload.Word.PadLow(bus.LogBytes));
        WriteLength.Set(LengthOf(core.WriteAddress.Payload));
        WriteDataValid.Set(core.WriteData.Valid);
        core.WriteData.Ready.Set(WriteDataReady);
        WriteData.Set(core.WriteData.Payload.Data);
        WriteStrobe.Set(core.WriteData.Payload.Strobe);
        WriteLast.Set(core.WriteData.Payload.Last);
        core.ResponseValid.Set(ResponseValid);
        ResponseReady.Set(core.ResponseReady);
        core.ResponseError.Set(Response[1]);
    }

    /// <summary>Hands this port, of an instance, on to one of the parent.</summary>
    public void ConnectTo(AxiMasterPorts outer)
    {
        outer.ReadAddressValid.Set(ReadAddressValid);
        ReadAddressReady.Set(outer.ReadAddressReady);
        outer.ReadAddress.Set(ReadAddress);
        outer.ReadLength.Set(ReadLength);
        ReadDataValid.Set(outer.ReadDataValid);
        outer.ReadDataReady.Set(ReadDataReady);
        ReadData.Set(outer.ReadData);
        ReadResponse.Set(outer.ReadResponse);
        ReadLast.Set(outer.ReadLast);
        outer.WriteAddressValid.Set(WriteAddressValid);
        WriteAddressReady.Set(outer.WriteAddressReady);
        outer.WriteAddress.Set(WriteAddress);
        outer.WriteLength.Set(WriteLength);
        outer.WriteDataValid.Set(WriteDataValid);
        WriteDataReady.Set(outer.WriteDataReady);
        outer.WriteData.Set(WriteData);
        outer.WriteStrobe.Set(WriteStrobe);
        outer.WriteLast.Set(WriteLast);
        ResponseValid.Set(outer.ResponseValid);
        outer.ResponseReady.Set(ResponseReady);
        Response.Set(outer.Response);
    }

    private static UInt LengthOf(Burst burst) => (burst.Beats - 1).Extend(8);
}
