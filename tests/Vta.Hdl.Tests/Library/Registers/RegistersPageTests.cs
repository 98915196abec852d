using Vta.Hdl.Library.Axi;
using Vta.Hdl.Library.Registers;
using Vta.TestSupport;
using static Vta.Hdl.Hw;

namespace Vta.Hdl.Tests.Library.Registers;

/// <summary>The example of <c>docs/hdl/registers.md</c>.</summary>
public sealed class RegistersPageTests
{
    [Fact]
    public void The_map_becomes_the_page()
    {
        new Blinker().Elaborate().Warnings.Should().BeEmpty();
        new SnippetPage("docs/hdl/registers.md").Verify(new("A map", () => RegisterPage.Of(BlinkerMap.Map)));
    }

    // snippet A map
    private static class BlinkerMap
    {
        public static readonly RegisterField Enable = new("ENABLE", FieldAccess.ReadWrite, 0, 1, "Blinks while set.");
        public static readonly RegisterField Period = new("PERIOD", FieldAccess.ReadWrite, 8, 24, "Cycles between changes.", reset: 1000);
        public static readonly RegisterField Changed = new("CHANGED", FieldAccess.WriteOneToClear, 0, 1, "The light has changed.");
        public static readonly RegisterMap Map = new("Blinker", "A light that blinks.",
        [
            new("CONTROL", 0x0, "How it blinks.", [Enable, Period]),
            new("EVENTS", 0x4, "What has happened.", [Changed]),
        ]);
    }

    private sealed class Blinker : Module
    {
        public readonly AxiLitePorts Host = new(AxiRole.Slave, addressWidth: 4, dataWidth: 32, "s_axi");
        public readonly Bool Light = Out();

        protected override void Build()
        {
            var registers = Instance(new AxiLiteSlave(BlinkerMap.Map, addressWidth: 4));
            registers.Bus.Connect(Host);
            var light = Reg(reset: false);
            var cycles = Reg(UInt(24));
            var isOver = Let(registers.Outputs[BlinkerMap.Enable].Any() & cycles >= registers.Outputs[BlinkerMap.Period]);
            cycles.Set(Mux(isOver, 0, cycles + 1));
            light.Set(light ^ isOver);
            registers.Inputs[BlinkerMap.Changed].Set(isOver.AsUInt());
            Light.Set(light);
        }
    }
    // end
}
