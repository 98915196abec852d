using System.Text.Json.Nodes;
using HdlTutorial;
using Vta.Hdl.Boards;
using Vta.Hdl.Diagnostics;
using Vta.Hdl.Simulation;
using Vta.Hdl.Tests.Verilog;
using Vta.TestSupport;
using static Vta.Hdl.Hw;

namespace Vta.Hdl.Tests.Boards;

/// <summary>From a module with pins to a bitstream for an iCE40.</summary>
public sealed class Ice40Tests
{
    [Fact]
    public void Each_bit_of_a_port_is_at_a_pin()
    {
        var project = Ice40Project.Of(new Pinned());

        project.Files.Select(f => f.Name).Should().Equal("Pinned.v", "Pinned.pcf", "build.sh");
        project.Files[1].Text.Should().Be("set_io clock 35\nset_io reset 10\nset_io key 2\nset_io lights[0] 39\nset_io lights[1] 40\nset_io enum_ 41\n");
        project.Files[2].Text.Should().Contain("synth_ice40 -device u -dsp -top Pinned").And.Contain("--up5k --package sg48").And.Contain("--freq 0.5 ");
    }

    [Fact]
    public void What_is_wrong_with_pins_is_said_at_once()
    {
        var problems = FluentActions.Invoking(() => Ice40Project.Of(new Mistaken())).Should().Throw<HdlException>().Which.Diagnostics;

        problems.Should().OnlyContain(p => p.Rule == Rule.Parameter);
        problems.Select(p => p.Message).Should().BeEquivalentTo(
            "'A-1' is no pin: letters and digits, as the package has them",
            "port 'clock' of Mistaken has no pins; give it 1 with [Pins(…)] at its field, or [PortPins(\"clock\", …)] at the class",
            "port 'two' of Mistaken has 2 bits and 3 pins",
            "pins are given to 'nothing', and Mistaken has the ports clock, reset, one, two, three",
            "pin 7 is given to 2 bits of Mistaken");
        FluentActions.Invoking(() => Ice40Project.Of(new Counter(3))).Should().Throw<HdlException>()
            .WithMessage("HW0011: Counter is for no device: put [Ice40(*");
    }

    [Fact]
    public void One_light_changes_in_a_second()
    {
        var blink = new Blink(cyclesPerSecond: 3);
        using var simulator = new Simulator(blink.Elaborate());
        for (var second = 0; second < 300; second++)
        {
            simulator.Peek(blink.Leds).Should().Be((second & 255) ^ ((second & 255) >> 1));
            simulator.Step(3);
        }
    }

    [Fact]
    public void The_lights_show_how_many_primes_there_are()
    {
        var board = new RiscvBoard();
        using var simulator = new Simulator(board.Elaborate());

        simulator.Step(30_000);

        simulator.Peek(board.Leds).Should().Be(168);
    }

    [ToolFact("yosys", "nextpnr-ice40", "icepack")]
    public void Open_tools_make_a_bitstream()
    {
        var (report, bitstream) = Build(new Blink());

        bitstream.Take(4).Should().Equal([0xff, 0x00, 0x00, 0xff], "a bitstream begins so");
        Used(report, "ICESTORM_LC").Should().BeInRange(30, 80);
        report["fmax"]!.AsObject().Single().Value!["achieved"]!.GetValue<double>().Should().BeGreaterThan(100);
    }

    [LongToolFact("VTA_PLACE_AND_ROUTE", "yosys", "nextpnr-ice40", "icepack")]
    public void The_processor_fits_the_device_and_its_clock()
    {
        var (report, _) = Build(new RiscvBoard());

        Used(report, "ICESTORM_LC").Should().BeLessThan(5000);
        Used(report, "ICESTORM_RAM").Should().Be(16);
        report["fmax"]!.AsObject().Single().Value!["achieved"]!.GetValue<double>().Should().BeGreaterThan(12);
    }

    private static int Used(JsonNode report, string cell) => report["utilization"]![cell]!["used"]!.GetValue<int>();

    private static (JsonNode Report, byte[] Bitstream) Build(Module module)
    {
        using var folder = new TemporaryFolder();
        var project = Ice40Project.Of(module);
        foreach (var file in project.Files)
            File.WriteAllText(Path.Combine(folder.Path, file.Name), file.Text);
        var (exitCode, output) = ExternalTool.Run("sh", Path.Combine(folder.Path, Ice40Project.Script));
        exitCode.Should().Be(0, output);
        return (JsonNode.Parse(File.ReadAllText(Path.Combine(folder.Path, $"{project.Top}.json")))!, File.ReadAllBytes(Path.Combine(folder.Path, $"{project.Top}.bin")));
    }

    [Ice40(Ice40Device.Up5k, "sg48", Megahertz = 0.5)]
    [PortPins("clock", "35")]
    [PortPins("reset", "10")]
    private sealed class Pinned : Module
    {
        [Pins("2")]
        public readonly Bool Key = In();

        [Pins("39", "40")]
        public readonly UInt Lights = Out(UInt(2));

        [Pins("41")]
        public readonly Bool Enum = Out();

        protected override void Build()
        {
            var lights = Reg(UInt(2));
            using (When(Key))
                lights.Set(lights + 1);
            Lights.Set(lights);
            Enum.Set(Key);
        }
    }

    [Ice40(Ice40Device.Hx1k, "tq144")]
    [PortPins("nothing", "5")]
    [PortPins("reset", "A-1")]
    private sealed class Mistaken : Module
    {
        [Pins("7")]
        public readonly Bool One = In();

        [Pins("1", "2", "3")]
        public readonly UInt Two = Out(UInt(2));

        [Pins("7")]
        public readonly Bool Three = Out();

        protected override void Build()
        {
            Two.Set(Reg(UInt(2)));
            Three.Set(One);
        }
    }
}
