namespace Vta.Hardware;

/// <summary><see cref="HostRegisters"/> is a slave as AXI4-Lite wants it: it answers each request once, and an answer stays until it is taken.</summary>
internal sealed class HostRegistersProof(VtaConfig config) : Module
{
    public readonly AxiLitePorts Axi = new("s_axi");
    public readonly UInt Shown = In(UInt(64));

    protected override void Build()
    {
        var registers = Instance(new HostRegisters(config));
        registers.Host.ConnectTo(Axi);
        registers.Idle.Set(true);
        registers.Done.Set(Shown[0]);
        foreach (var (register, input) in registers.Shown)
            input.Set(Shown.Trunc(register.Width));

        var reads = new Stream<UInt>(Axi.ReadDataValid, Axi.ReadDataReady, Axi.ReadData);
        var writes = new Stream<UInt>(Axi.WriteResponseValid, Axi.WriteResponseReady, Lit(0, 1));
        AssertHeld(reads, "read_data");
        AssertHeld(writes, "write_response");
        Assert(AnswersOwed("reads", Axi.ReadAddressValid & Axi.ReadAddressReady, reads) == reads.Valid.AsUInt(), "a read that was taken is answered, and no other");
        Assert(
            AnswersOwed("writes", Axi.WriteDataValid & Axi.WriteDataReady, writes) == writes.Valid.AsUInt(), "a write that was taken is answered, and no other");
        Assert(
            (Axi.WriteAddressValid & Axi.WriteAddressReady) == (Axi.WriteDataValid & Axi.WriteDataReady), "a write's address and data are taken together");
        Cover(reads.Fire & Axi.ReadData == 5, "a register is read");
        Cover(registers.Launch, "a run is launched");
    }

    private static UInt AnswersOwed(string name, Bool asked, Stream<UInt> answers)
    {
        var owed = Reg(UInt(2), name + "_owed");
        owed.Set(owed + asked.AsUInt() - answers.Fire.AsUInt());
        return owed;
    }
}
