namespace Vta.Hardware;

/// <summary>An AXI4-Lite slave port of 32 data bits. All answers are OKAY, so the response signals are left to the shell.</summary>
internal sealed class AxiLitePorts(string prefix)
{
    public Bool WriteAddressValid { get; } = Port.In(Bool(), prefix + "_awvalid");
    public Bool WriteAddressReady { get; } = Port.Out(Bool(), prefix + "_awready");
    public UInt WriteAddress { get; } = Port.In(UInt(HostRegisters.AddressWidth), prefix + "_awaddr");
    public Bool WriteDataValid { get; } = Port.In(Bool(), prefix + "_wvalid");
    public Bool WriteDataReady { get; } = Port.Out(Bool(), prefix + "_wready");
    public UInt WriteData { get; } = Port.In(UInt(32), prefix + "_wdata");
    public Bool WriteResponseValid { get; } = Port.Out(Bool(), prefix + "_bvalid");
    public Bool WriteResponseReady { get; } = Port.In(Bool(), prefix + "_bready");
    public Bool ReadAddressValid { get; } = Port.In(Bool(), prefix + "_arvalid");
    public Bool ReadAddressReady { get; } = Port.Out(Bool(), prefix + "_arready");
    public UInt ReadAddress { get; } = Port.In(UInt(HostRegisters.AddressWidth), prefix + "_araddr");
    public Bool ReadDataValid { get; } = Port.Out(Bool(), prefix + "_rvalid");
    public Bool ReadDataReady { get; } = Port.In(Bool(), prefix + "_rready");
    public UInt ReadData { get; } = Port.Out(UInt(32), prefix + "_rdata");

    /// <summary>Hands this port, of an instance, on to one of the parent.</summary>
    public void ConnectTo(AxiLitePorts outer)
    {
        WriteAddressValid.Set(outer.WriteAddressValid);
        outer.WriteAddressReady.Set(WriteAddressReady);
        WriteAddress.Set(outer.WriteAddress);
        WriteDataValid.Set(outer.WriteDataValid);
        outer.WriteDataReady.Set(WriteDataReady);
        WriteData.Set(outer.WriteData);
        outer.WriteResponseValid.Set(WriteResponseValid);
        WriteResponseReady.Set(outer.WriteResponseReady);
        ReadAddressValid.Set(outer.ReadAddressValid);
        outer.ReadAddressReady.Set(ReadAddressReady);
        ReadAddress.Set(outer.ReadAddress);
        outer.ReadDataValid.Set(ReadDataValid);
        ReadDataReady.Set(outer.ReadDataReady);
        outer.ReadData.Set(ReadData);
    }
}
