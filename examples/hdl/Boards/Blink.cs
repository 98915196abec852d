using Vta.Hdl;
using Vta.Hdl.Boards;
using Vta.Hdl.Ir;
using static Vta.Hdl.Hw;

namespace HdlTutorial;

/// <summary>Eight lights of the iCE40-HX8K breakout board count seconds in Gray code: one of them changes at a time.</summary>
[Ice40(Ice40Device.Hx8k, "ct256", Megahertz = 12)]
[PortPins("clock", "J3")]
public sealed class Blink(int cyclesPerSecond = 12_000_000) : Module
{
    [Pins("B5", "B4", "A2", "A1", "C5", "C4", "B3", "C3")]
    public readonly UInt Leds = Out(UInt(8));

    // The board has no pin for a reset: registers start with their reset values.
    protected override ClockDomain DefaultDomain => new("main") { Reset = ResetKind.None };

    protected override void Build()
    {
        var cycles = Reg(IndexFor(cyclesPerSecond));
        var seconds = Reg(UInt(8));
        var isOver = Let(cycles == cyclesPerSecond - 1);
        cycles.Set(Mux(isOver, 0, cycles + 1));
        using (When(isOver))
            seconds.Set(seconds + 1);
        Leds.Set(seconds ^ (seconds >> 1));
    }
}
