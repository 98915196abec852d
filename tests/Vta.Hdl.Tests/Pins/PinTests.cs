using System.Text.RegularExpressions;
using Vta.Hdl.Diagnostics;
using Vta.Hdl.Formal;
using Vta.Hdl.Ir;
using Vta.Hdl.Simulation;
using Vta.Hdl.Testbench;
using Vta.Hdl.Tests.Diagnostics;
using Vta.Hdl.Tests.Simulation;
using Vta.Hdl.Tests.Verilog;
using Vta.Hdl.Verilog;
using Vta.TestSupport;
using static Vta.Hdl.Hw;

namespace Vta.Hdl.Tests.Pins;

/// <summary>Bidirectional pins at the top of a design, on modules in between, and on black boxes.</summary>
public sealed class PinTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("vta-hdl-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void A_pin_is_what_its_enabled_driver_says()
    {
        var module = new Port8();
        AllOptions.ForEach(module.Elaborate(), sim =>
        {
            sim.Peek(module.Seen).Should().Be(0, "nobody drives it");
            sim.Drive(module.Bus, 0x5a);
            sim.Peek(module.Seen).Should().Be(0x5a);
            sim.Release(module.Bus);
            sim.Poke(module.Enable, true);
            sim.Poke(module.Data, 0x33);
            sim.Peek(module.Bus.Value).Should().Be(0x33);
            sim.Peek("bus").Should().Be(0x33);
            sim.Step();
        });
    }

    [Fact]
    public void Each_bit_may_have_a_driver_of_its_own()
    {
        var module = new Gpio();
        AllOptions.ForEach(module.Elaborate(), sim =>
        {
            sim.Poke(module.Enables, 0b0011);
            sim.Poke(module.Data, 0b0101);
            sim.Drive(module.Pins, 0b1000, mask: 0b1100);
            sim.Peek(module.Seen).Should().Be(0b1001);
            sim.Drive(module.Pins, 0b1000, mask: 0b1000);
            sim.Peek(module.Seen).Should().Be(0b1101, "the third bit is pulled up");
            sim.Step();
        });
    }

    [Fact]
    public void Two_drivers_at_once_end_the_simulation()
    {
        var module = new Port8();
        AllOptions.ForEach(module.Elaborate(), sim =>
        {
            sim.Poke(module.Enable, true);
            sim.Drive(module.Bus, 0, mask: 0x10);

            var act = () => sim.Step();

            act.Should().Throw<SimulationFailedException>().WithMessage("*the pin 'bus' is not driven by the design and from outside at once*");
        });
    }

    [Fact]
    public void Open_drains_may_pull_at_once_and_nobody_drives_a_one_against_them()
    {
        var module = new OpenDrain();
        AllOptions.ForEach(module.Elaborate(), sim =>
        {
            sim.Peek(module.Seen).Should().Be(1, "the resistor pulls it up");
            sim.Drive(module.Line, 0);
            sim.Poke(module.Low, true);
            sim.Step();
            sim.Release(module.Line);
            sim.Peek(module.Seen).Should().Be(0);
            sim.Drive(module.Line, 1);

            var act = () => sim.Step();

            act.Should().Throw<SimulationFailedException>();
        });
    }

    [Theory]
    [InlineData(0b00, 0b1001, 0b1001)]
    [InlineData(0b01, 0, 0b0011)]
    [InlineData(0b10, 0, 0b0101)]
    [InlineData(0b11, 0, 0b0101)]
    public void A_later_drive_wins_and_without_conditions_it_is_let_go_of(int select, int outside, int seen)
    {
        var module = new Chosen();
        AllOptions.ForEach(module.Elaborate(), sim =>
        {
            sim.Poke(module.Select, select);
            if (outside > 0)
                sim.Drive(module.Line, outside);
            sim.Peek(module.Seen).Should().Be(seen);
            sim.Step();
        });
    }

    [Fact]
    public void A_bench_drives_pins_and_lets_go_of_them()
    {
        var module = new Port8();
        using var bench = new Bench(module.Elaborate());
        bench.Process(async clock =>
        {
            clock.Drive(module.Bus, 7);
            await clock.Tick();
            clock.Get(module.Seen).Should().Be(7);
            clock.Release(module.Bus);
            clock.Set(module.Enable, true);
            clock.Set(module.Data, 9);
            await clock.Tick();
            clock.Get(module.Bus.Value).Should().Be(9);
        });
        bench.RunUntilDone();
    }

    [Fact]
    public void Verilog_has_one_inout_all_the_way_down_and_one_assignment()
    {
        var files = VerilogEmitter.Emit(new Board().Elaborate()).ToDictionary(f => f.Name, f => Regex.Replace(f.Text, " +//.*", ""));

        files["Board.v"].Should().MatchRegex(@"inout  wire +\[7:0\] bus,").And.MatchRegex(@"\.bus +\(bus\)").And.Contain(".PAD (line)")
            .And.NotContain("bz").And.Contain("pullup line_pull (line);");
        files["Port8.v"].Should().Contain("assign bus = bus_enable ? bus_out : 8'bz;");
    }

    [ToolTheory("iverilog", "vvp")]
    [InlineData("port")]
    [InlineData("gpio")]
    [InlineData("drain")]
    [InlineData("chosen")]
    public void Icarus_agrees_with_the_reference_simulator(string name) =>
        new Cosimulation(s_modules[name]().Elaborate(), _folder.FullName, seed: 1).Icarus().Should().Be("end");

    [ToolFact("verilator")]
    public void Verilator_takes_the_Verilog()
    {
        using var folder = new EmittedFolder(new Gpio().Elaborate());
        ExternalTool.Run("verilator", ["--lint-only", "-Wall", "-Wno-DECLFILENAME", .. folder.Files]).Should().Be((0, ""));
    }

    public static TheoryData<string, Rule, string> Refused => new()
    {
        { "loose", Rule.TriState, "'port.bus' (declared at" },
        { "two instances", Rule.TriState, "has a driver already" },
        { "driven and passed on", Rule.TriState, "has a driver already" },
        { "not driven", Rule.TriState, "is never driven nor passed on" },
        { "not its own", Rule.TriState, "is not a pin of Mistaken" },
        { "two inside", Rule.TriState, "nothing is tri-state inside a design" },
        { "set", Rule.IllegalTarget, "it is driven with Drive" },
        { "width", Rule.WidthMismatch, "has 4 bits" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void What_is_tri_state_inside_a_design_is_refused(string mistake, Rule rule, string words) =>
        Fails.With(() => new Mistaken(mistake)).Should().Contain(p => p.Rule == rule && p.Message.Contains(words) && p.Location.File.EndsWith("PinTests.cs"));

    [Fact]
    public void A_proof_takes_no_pins()
    {
        var act = () => Prover.Prove(new Port8());
        act.Should().Throw<HdlException>().WithMessage("*HW0025: 'bus' is a bidirectional pin, which proofs do not take*");
    }

    private static readonly Dictionary<string, Func<Module>> s_modules = new()
    {
        ["port"] = () => new PulledPort8(),
        ["gpio"] = () => new Gpio(),
        ["drain"] = () => new OpenDrain(),
        ["chosen"] = () => new Chosen(),
    };

    private sealed class Port8 : Module
    {
        public readonly Inout<UInt> Bus = Inout(UInt(8));
        public readonly Bool Enable = In();
        public readonly UInt Data = In(UInt(8));
        public readonly UInt Seen = Out(UInt(8));

        protected override void Build()
        {
            Bus.Drive(Data, Enable);
            Seen.Set(Bus.Value);
        }
    }

    private sealed class PulledPort8 : Module
    {
        public readonly Inout<UInt> Bus = Inout(UInt(8), Pull.Down);
        public readonly Bool Enable = In();
        public readonly UInt Data = In(UInt(8));
        public readonly UInt Seen = Out(UInt(8));

        protected override void Build()
        {
            var port = Instance(new Port8());
            port.Enable.Set(Enable);
            port.Data.Set(Data);
            Bus.Connect(port.Bus);
            Seen.Set(port.Seen ^ port.Bus.Value ^ Bus.Value);
        }
    }

    private sealed class Gpio : Module
    {
        public readonly Inout<UInt> Pins = Inout(UInt(4), Pull.Up);
        public readonly UInt Enables = In(UInt(4));
        public readonly UInt Data = In(UInt(4));
        public readonly UInt Seen = Out(UInt(4));

        protected override void Build()
        {
            Pins.Drive(Data, Enables);
            Seen.Set(Pins.Value);
        }
    }

    private sealed class OpenDrain : Module
    {
        public readonly Inout<Bool> Line = Inout(Bool(), Pull.Up);
        public readonly Bool Low = In();
        public readonly UInt Seen = Out(UInt(1));

        protected override void Build()
        {
            Line.PullLow(Low);
            Seen.Set(Line.Value.AsUInt());
        }
    }

    private sealed class Chosen : Module
    {
        public readonly Inout<UInt> Line = Inout(UInt(4), Pull.Up);
        public readonly UInt Select = In(UInt(2));
        public readonly UInt Seen = Out(UInt(4));

        protected override void Build()
        {
            using (When(Select[0]))
                Line.Drive(3, true);
            using (When(Select[1]))
                Line.Drive(5, Cat(Select, Select));
            Seen.Set(Line.Value);
        }
    }

    private sealed class Pad() : BlackBox("PAD")
    {
        public readonly Inout<UInt> Line = Inout(UInt(1));
        public readonly Bool Low = In();

        protected override string PinName(string port) => port == "line" ? "PAD" : "LOW";

        protected override Action Model => () => Line.PullLow(Low);
    }

    private sealed class Board : Module
    {
        public readonly Inout<UInt> Bus = Inout(UInt(8));
        public readonly Inout<UInt> Line = Inout(UInt(1), Pull.Up);
        public readonly Bool Enable = In();

        protected override void Build()
        {
            var port = Instance(new Port8());
            port.Enable.Set(Enable);
            port.Data.Set(1);
            Bus.Connect(port.Bus);
            var pad = Instance(new Pad());
            pad.Low.Set(port.Seen[0]);
            pad.Line.Connect(Line);
        }
    }

    private sealed class Mistaken(string mistake) : Module
    {
        public readonly Inout<UInt> Mine = Inout(UInt(8));
        public readonly Inout<UInt> Narrow = Inout(UInt(4));

        protected override void Build()
        {
            var port = Instance(new Port8());
            port.Enable.Set(true);
            port.Data.Set(1);
            var other = Instance(new Port8());
            other.Enable.Set(true);
            other.Data.Set(1);
            switch (mistake)
            {
                case "two instances":
                    Mine.Connect(port.Bus);
                    Mine.Connect(other.Bus);
                    break;
                case "driven and passed on":
                    Mine.Connect(port.Bus);
                    Mine.Drive(1, true);
                    break;
                case "not its own":
                    port.Bus.Drive(1, true);
                    break;
                case "two inside":
                    port.Bus.Connect(other.Bus);
                    break;
                case "set":
                    port.Bus.Value.Set(1);
                    break;
                case "width":
                    Narrow.Connect(port.Bus);
                    break;
            }
        }
    }
}
