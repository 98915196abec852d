using Vta.Hdl;
using Vta.Hdl.Library.Axi;
using Vta.Hdl.Library.Registers;
using static Vta.Hdl.Hw;

namespace HdlTutorial;

/// <summary>A timer on AXI4-Lite, with the registers of <see cref="TimerMap"/>.</summary>
public sealed class Timer : Module
{
    private const int AddressWidth = 4;

    public readonly AxiLitePorts Host = new(AxiRole.Slave, AddressWidth, Register.Width, "s_axi");
    public readonly Bool Alarm = Out();

    protected override void Build()
    {
        var registers = Instance(new AxiLiteSlave(TimerMap.Map, AddressWidth));
        registers.Bus.Connect(Host);

        var count = Reg(UInt(32));
        var isEnabled = registers.Outputs[TimerMap.Enable].Any();
        var isOver = Let(isEnabled & count >= registers.Outputs[TimerMap.Period]);
        using (When(isOver | registers.Outputs[TimerMap.Restart].Any()))
            count.Set(0);
        using (ElseWhen(isEnabled))
            count.Set(count + 1);
        registers.Inputs[TimerMap.Count].Set(count);
        registers.Inputs[TimerMap.Expired].Set(isOver.AsUInt());
        Alarm.Set(registers.Outputs[TimerMap.Expired].Any());

        AxiLiteRules.Check(Host, assumed: AxiRole.Master);
        Assert(!RegNextReset(isOver) | Alarm, "the end of a period raises the alarm");
        Cover(isEnabled & Alarm, "a period ends");
    }
}
