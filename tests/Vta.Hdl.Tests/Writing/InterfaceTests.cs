using Vta.Hdl.Diagnostics;
using Vta.Hdl.Tests.Diagnostics;
using Vta.Hdl.Tests.Simulation;
using Vta.Hdl.Verilog;
using static Vta.Hdl.Hw;

namespace Vta.Hdl.Tests.Writing;

/// <summary>Interfaces with directions, the same the other way round, and their connection by name.</summary>
public sealed class InterfaceTests
{
    [Fact]
    public void Two_sides_are_connected_by_name_and_an_interface_is_passed_through() => AllOptions.ForEach(new System().Elaborate(), sim =>
    {
        sim.Reset();
        sim.Poke("start", 5);
        sim.Peek("seen").Should().Be(50 + 1);
        sim.Poke("outer_control_address", 7);
        sim.Peek("outer_data").Should().Be(70);
        sim.Poke("outer_items_ready", 1);
        sim.Peek("outer_items").Should().Be(7);
        sim.Peek("ready").Should().Be(1);
    });

    [Fact]
    public void Ports_have_the_names_of_their_interfaces_and_the_directions_of_their_side()
    {
        var files = VerilogEmitter.Emit(new System().Elaborate()).ToDictionary(f => f.Name, f => f.Text);

        files["Device.v"].Should().MatchRegex(@"input  wire +\[3:0\] bus_control_address,").And.MatchRegex(@"output wire +\[7:0\] bus_data,")
            .And.MatchRegex("output wire +bus_items_valid").And.MatchRegex("input  wire +bus_items_ready");
        files["Host.v"].Should().MatchRegex(@"output wire +\[3:0\] bus_control_address,").And.MatchRegex(@"input  wire +\[7:0\] bus_data,")
            .And.MatchRegex("input  wire +bus_items_valid").And.MatchRegex("output wire +bus_items_ready");
    }

    [Fact]
    public void Order_of_declaration_makes_no_difference() => AllOptions.ForEach(new Crossed().Elaborate(), sim =>
    {
        sim.Poke("ports_first", 3);
        sim.Peek("ports_second").Should().Be(12);
    });

    public static TheoryData<string, Rule, string> Refused => new()
    {
        { "two devices", Rule.Connection, "they face the same way" },
        { "two inputs", Rule.Connection, "'outside_address' and 'second_address' are both driven elsewhere" },
        { "two outputs", Rule.Connection, "'mine_data' and 'yours_data' are both set here" },
        { "no instance", Rule.Connection, "call Instance(…)" },
        { "other ports", Rule.Connection, "the second has no port 'control_address'" },
        { "other width", Rule.Connection, "'data' has 8 bits in the first and 9 in the second" },
        { "other point", Rule.Connection, "'data' has 0 bits behind the point in the first and 4 in the second" },
        { "made with new", Rule.NewBundle, "Ports(() => new" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void What_cannot_be_meant_is_refused(string mistake, Rule rule, string words)
    {
        var problem = Fails.With(() => new Mistaken(mistake))[0];
        problem.Rule.Should().Be(rule);
        problem.Message.Should().Contain(words);
        problem.Location.File.Should().EndWith("InterfaceTests.cs");
    }

    private sealed class Control : Interface
    {
        public readonly UInt Address = Out(UInt(4));
    }

    private sealed class Bus : Interface
    {
        public readonly Control Control = Flipped(() => new Control());
        public readonly UInt Data = Out(UInt(8));
        public readonly Stream<UInt> Items = Source(UInt(4));
    }

    private sealed class Answer<T>(HwType<T> type) : Interface
        where T : Data
    {
        public readonly T Data = Out(type);
    }

    private sealed class Device : Module
    {
        public readonly Bus Bus = Ports(() => new Bus());

        protected override void Build()
        {
            Bus.Data.Set((Bus.Control.Address * Lit(10, 4)).Trunc(8));
            Bus.Items.Valid.Set(true);
            Bus.Items.Payload.Set(Bus.Control.Address);
        }
    }

    private sealed class Host : Module
    {
        public readonly Bus Bus = Flipped(() => new Bus());
        public readonly UInt Start = In(UInt(4));
        public readonly UInt Seen = Out(UInt(8));

        protected override void Build()
        {
            Bus.Control.Address.Set(Start);
            Bus.Items.Ready.Set(true);
            Seen.Set(Bus.Data + Bus.Items.Valid.AsUInt().Extend(8));
        }
    }

    private sealed class System : Module
    {
        public readonly UInt Start = In(UInt(4));
        public readonly UInt Seen = Out(UInt(8));
        public readonly Bool Ready = Out();
        public readonly Bus Outer = Ports(() => new Bus());

        protected override void Build()
        {
            var host = Instance(new Host());
            var device = Instance(new Device());
            host.Start.Set(Start);
            device.Bus.Connect(host.Bus);
            Seen.Set(host.Seen);

            var inner = Instance(new Device());
            Outer.Connect(inner.Bus);
            Ready.Set(inner.Bus.Items.Fire);
        }
    }

    private sealed class Forward : Interface
    {
        public readonly UInt First = In(UInt(4));
        public readonly UInt Second = Out(UInt(4));
    }

    private sealed class Backward : Interface
    {
        public readonly UInt Second = Out(UInt(4));
        public readonly UInt First = In(UInt(4));
    }

    private sealed class Inverter : Module
    {
        public readonly Backward Ports = Ports(() => new Backward());

        protected override void Build() => Ports.Second.Set(~Ports.First);
    }

    private sealed class Crossed : Module
    {
        public readonly Forward Ports = Ports(() => new Forward());

        protected override void Build() => Ports.Connect(Instance(new Inverter()).Ports);
    }

    private sealed class Mistaken(string mistake) : Module
    {
        public readonly Control Outside = Flipped(() => new Control());
        public readonly Control Second = Flipped(() => new Control());
        public readonly Answer<UInt> Mine = Ports(() => new Answer<UInt>(UInt(8)));
        public readonly Answer<UInt> Yours = Ports(() => new Answer<UInt>(UInt(8)));
        public readonly Answer<UInt> Wide = Flipped(() => new Answer<UInt>(UInt(9)));
        public readonly Answer<Fixed> Point = Flipped(() => new Answer<Fixed>(Fixed(4, 4)));
        public readonly Bus? Bare = mistake == "made with new" ? new Bus() : null;

        protected override void Build()
        {
            var device = Instance(new Device());
            switch (mistake)
            {
                case "two devices":
                    device.Bus.Connect(Instance(new Device()).Bus);
                    break;
                case "two inputs":
                    Outside.Connect(Second);
                    break;
                case "two outputs":
                    Mine.Connect(Yours);
                    break;
                case "no instance":
                    Outside.Connect(new Device().Bus.Control);
                    break;
                case "other ports":
                    device.Bus.Connect(device.Bus.Control);
                    break;
                case "other width":
                    Mine.Connect(Wide);
                    break;
                case "other point":
                    Mine.Connect(Point);
                    break;
            }
        }
    }
}
