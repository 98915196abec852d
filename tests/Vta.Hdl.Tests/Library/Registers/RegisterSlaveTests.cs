using Vta.Hdl.Formal;
using Vta.Hdl.Library.Axi;
using Vta.Hdl.Library.Registers;
using Vta.Hdl.Testbench;
using Vta.Hdl.Tests.Verilog;
using Vta.TestSupport;

namespace Vta.Hdl.Tests.Library.Registers;

/// <summary>One register map behind three buses.</summary>
public sealed class RegisterSlaveTests
{
    private const int AddressWidth = 7;

    private static readonly Dictionary<string, Func<RegisterMap, (RegisterSlave Slave, IHost Host)>> s_buses = new()
    {
        ["AXI4-Lite"] = map => new AxiLiteSlave(map, AddressWidth) is var slave ? (slave, new AxiLiteHost(slave.Bus)) : default,
        ["APB"] = map => new ApbSlave(map, AddressWidth) is var slave ? (slave, new ApbHost(slave.Bus)) : default,
        ["Wishbone"] = map => new WishboneSlave(map, AddressWidth) is var slave ? (slave, new WishboneHost(slave.Bus)) : default,
    };

    public static TheoryData<string> Buses => [.. s_buses.Keys];

    [Theory]
    [MemberData(nameof(Buses))]
    public void Registers_start_with_their_reset_values(string bus) => Run(bus, async (map, slave, host, clock) =>
    {
        clock.Set(slave.Inputs[map.Level], 0x1f);
        clock.Set(slave.Inputs[map.Data], 0xdeadbeef);
        await clock.Tick();
        foreach (var (address, value) in new[] { (0x00, 0x5a1fu), (0x04, 0x3451u), (0x10, 0x080u), (0x20, 0xdeadbeefu), (0x24, 0u) })
            (await host.Read(clock, address)).Should().Be((value, true));
    });

    [Theory]
    [MemberData(nameof(Buses))]
    public void The_host_writes_the_bytes_that_it_says(string bus) => Run(bus, async (map, slave, host, clock) =>
    {
        var random = new Random(1);
        var expected = 0x3451u;
        for (var i = 0; i < 40; i++)
        {
            var (data, strobe) = ((uint)random.NextInt64(1L << 32), random.Next(16));
            (await host.Write(clock, 0x04, data, strobe)).Should().BeTrue();
            var mask = Enumerable.Range(0, 4).Where(b => (strobe >> b & 1) != 0).Aggregate(0u, (all, b) => all | (0xffu << (8 * b)));
            expected = ((data & mask) | (expected & ~mask)) & 0xfff1;
            (await host.Read(clock, 0x04)).Should().Be((expected, true));
            clock.Get(slave.Outputs[map.Enable]).Should().Be(expected & 1);
            clock.Get(slave.Outputs[map.Divisor]).Should().Be(expected >> 4);
        }
    });

    [Theory]
    [MemberData(nameof(Buses))]
    public void What_cannot_be_written_stays_and_what_is_not_there_fails(string bus) => Run(bus, async (map, slave, host, clock) =>
    {
        (await host.Write(clock, 0x00, 0xffffffff)).Should().BeTrue();
        (await host.Read(clock, 0x00)).Should().Be((0x5a00u, true));
        foreach (var address in new[] { 0x08, 0x0c, 0x28, 0x44 })
        {
            (await host.Write(clock, address, 0xffffffff)).Should().BeFalse();
            (await host.Read(clock, address)).Should().Be((0u, false));
        }
        (await host.Read(clock, 0x04)).Should().Be((0x3451u, true));
    });

    [Theory]
    [MemberData(nameof(Buses))]
    public void Events_stay_until_the_host_clears_them(string bus) => Run(bus, async (map, slave, host, clock) =>
    {
        await Happens(0b1000);
        (await host.Read(clock, 0x10)).Data.Should().Be(0b1010 << 6);
        await host.Write(clock, 0x10, 0b0010 << 6, strobe: 0b1110);
        (await host.Read(clock, 0x10)).Data.Should().Be(0b1010 << 6, "bits 6 and 7 are in the lowest byte");
        await host.Write(clock, 0x10, 0b0010 << 6);
        (await host.Read(clock, 0x10)).Data.Should().Be(0b1000 << 6);

        // One that happens while it is cleared is not lost.
        clock.Set(slave.Inputs[map.Events], 0b1001);
        await host.Write(clock, 0x10, 0b1111 << 6);
        clock.Set(slave.Inputs[map.Events], 0);
        (await host.Read(clock, 0x10)).Data.Should().Be(0b1001 << 6);

        async Task Happens(int events)
        {
            clock.Set(slave.Inputs[map.Events], events);
            await clock.Tick();
            clock.Set(slave.Inputs[map.Events], 0);
            await clock.Tick();
        }
    });

    [Theory]
    [MemberData(nameof(Buses))]
    public void Pulses_and_strobes_last_for_a_cycle(string bus)
    {
        var map = new TestMap();
        var (slave, host) = s_buses[bus](map.Map);
        using var bench = new Bench(slave.Elaborate());
        var (sent, clears, written, taken) = (new List<int>(), 0, 0, 0);
        bench.Process(
            async clock =>
            {
                while (true)
                {
                    await clock.Tick();
                    if (clock.Get(slave.Outputs[map.Sent]) is { IsZero: false } word)
                        sent.Add((int)word);
                    clears += clock.Get(slave.Outputs[map.Clear]).IsZero ? 0 : 1;
                    written += clock.Get(slave.Written[map.Queue]) ? 1 : 0;
                    taken += clock.Get(slave.Taken[map.Queue]) ? 1 : 0;
                }
            },
            isBackground: true);
        bench.Process(async clock =>
        {
            await clock.Tick(2);
            await host.Write(clock, 0x24, 0xabcd1234);
            await host.Write(clock, 0x24, 0x5678, strobe: 0b1101);
            await host.Write(clock, 0x04, 0x80000001);
            await host.Read(clock, 0x20);
            await host.Read(clock, 0x24);
            await host.Read(clock, 0x20);
            await host.Write(clock, 0x20, 1);
            await host.Write(clock, 0x20, 1, strobe: 0);
            await clock.Tick(3);
        });

        bench.RunUntilDone();

        sent.Should().Equal(0x1234, 0x78);
        (clears, written, taken).Should().Be((1, 1, 2));
    }

    [ToolTheory("verilator", "iverilog", "vvp")]
    [MemberData(nameof(Buses))]
    public void Tools_take_the_Verilog_and_agree(string bus)
    {
        var design = s_buses[bus](new TestMap().Map).Slave.Elaborate();
        design.Warnings.Should().BeEmpty();
        using var emitted = new EmittedFolder(design);
        ExternalTool.Run("verilator", ["--lint-only", "-Wall", .. emitted.Files]).Should().Be((0, ""));

        using var folder = new TemporaryFolder();
        new Cosimulation(design, folder.Path, seed: 3).Icarus().Should().Be("end");
    }

    [ToolFact("yosys", "yosys-smtbmc", "z3")]
    public void The_slave_of_AXI_keeps_the_rules()
    {
        var result = Prover.Prove(new AxiProof());

        result.IsProven.Should().BeTrue(result.Message);
    }

    private static void Run(string bus, Func<TestMap, RegisterSlave, IHost, BenchProcess, Task> test)
    {
        var map = new TestMap();
        var (slave, host) = s_buses[bus](map.Map);
        using var bench = new Bench(slave.Elaborate());
        bench.Process(clock => test(map, slave, host, clock));
        bench.RunUntilDone();
    }

    private sealed class AxiProof : Module
    {
        private static readonly TestMap s_map = new();

        public readonly AxiLitePorts Bus = new(AxiRole.Slave, AddressWidth, 32, "s_axi");
        public readonly UInt Level = In(Hw.UInt(5));

        protected override void Build()
        {
            var slave = Instance(new AxiLiteSlave(s_map.Map, AddressWidth));
            slave.Bus.Connect(Bus);
            slave.Inputs[s_map.Level].Set(Level);
            slave.Inputs[s_map.Events].Set(0);
            slave.Inputs[s_map.Data].Set(0);
            AxiLiteRules.Check(Bus, assumed: AxiRole.Master);
            Assert(!slave.Written[s_map.Queue] | Bus.WriteResponse.Valid, "the hardware hears of a write when the host does");
            Cover(Bus.ReadData.Fire & Bus.ReadData.Payload.Data == 0x5a03, "a register is read");
            Cover(Bus.WriteResponse.Fire & Bus.WriteResponse.Payload.Response == (int)AxiResponse.SlaveError, "a write where there is no register");
        }
    }
}
