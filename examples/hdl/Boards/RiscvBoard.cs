using Vta.Hdl;
using Vta.Hdl.Boards;
using Vta.Hdl.Ir;
using static Vta.Hdl.Hw;

namespace HdlTutorial;

/// <summary>The processor on the iCE40-HX8K breakout board: it counts prime numbers, and eight lights show how many there are.</summary>
[Ice40(Ice40Device.Hx8k, "ct256", Megahertz = 12)]
[PortPins("clock", "J3")]
public sealed class RiscvBoard : Module
{
    [Pins("B5", "B4", "A2", "A1", "C5", "C4", "B3", "C3")]
    public readonly UInt Leds = Out(UInt(8));

    protected override ClockDomain DefaultDomain => new("main") { Reset = ResetKind.None };

    protected override void Build()
    {
        var computer = Instance(new RiscvComputer(RiscvProgram.Primes(below: 1000)));
        Leds.Set(computer.Display[7, 0]);
    }
}
