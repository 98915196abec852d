using Vta.Hardware.Host;
using Vta.Hdl.Library.Axi;

namespace Vta.Hardware.Proofs;

/// <summary><see cref="HostRegisters"/> keeps the rules of AXI4-Lite, and answers each request at once.</summary>
internal sealed class HostRegistersProof(VtaConfig config) : Module
{
    public readonly HostPorts Axi = new("s_axi");
    public readonly UInt Shown = In(UInt(64));

    protected override void Build()
    {
        var registers = Instance(new HostRegisters(config));
        registers.Host.Connect(Axi);
        AxiLiteRules.Check(Axi, assumed: AxiRole.Master);
        registers.Idle.Set(true);
        registers.Done.Set(Shown[0]);
        foreach (var (register, input) in registers.Shown)
            input.Set(Shown.Trunc(register.Width));

        Assert(
            AnswersOwed("reads", Axi.ReadAddress.Fire, Axi.ReadData) == Axi.ReadData.Valid.AsUInt(), "a read that was taken is answered, and no other");
        Assert(
            AnswersOwed("writes", Axi.WriteData.Fire, Axi.WriteResponse) == Axi.WriteResponse.Valid.AsUInt(), "a write that was taken is answered, and no other");
        Assert(Axi.WriteAddress.Fire == Axi.WriteData.Fire, "a write's address and data are taken together");
        Cover(Axi.ReadData.Fire & Axi.ReadData.Payload.Data == 5, "a register is read");
        Cover(registers.Launch, "a run is launched");
    }

    private static UInt AnswersOwed<T>(string name, Bool asked, Stream<T> answers)
        where T : Data
    {
        var owed = Reg(UInt(2), name + "_owed");
        owed.Set(owed + asked.AsUInt() - answers.Fire.AsUInt());
        return owed;
    }
}
