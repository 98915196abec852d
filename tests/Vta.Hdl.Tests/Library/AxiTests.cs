using Vta.Hdl.Library.Axi;
using Vta.Hdl.Simulation;
using Vta.Hdl.Testbench;
using static Vta.Hdl.Hw;

namespace Vta.Hdl.Tests.Library;

public sealed class AxiTests
{
    private static readonly Axi4Shape s_shape = new(AddressWidth: 16, DataWidth: 32, IdWidth: 2);

    [Fact]
    public void Ports_have_the_names_of_AXI()
    {
        var names = new CheckedMemory().Elaborate().Top.Ports.Select(p => p.Name).ToArray();

        names.Should().HaveCount(37).And.Contain([
            "s_axi_awvalid", "s_axi_awready", "s_axi_awid", "s_axi_awaddr", "s_axi_awlen", "s_axi_awsize", "s_axi_awburst", "s_axi_awprot",
            "s_axi_wdata", "s_axi_wstrb", "s_axi_wlast", "s_axi_bid", "s_axi_bresp", "s_axi_arcache", "s_axi_arqos", "s_axi_rresp", "s_axi_rlast"]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_memory_reads_what_was_written_in_bursts_of_all_kinds(int seed)
    {
        var module = new CheckedMemory();
        using var bench = new Bench(module.Elaborate(), seed);
        var (random, bus, bytes) = (bench.NewRandom(), module.Bus, new byte[1024]);
        var isDone = false;
        bench.Process(async clock =>
        {
            for (var i = 0; i < 60; i++)
            {
                var burst = RandomBurst(random);
                await Address(clock, bus.WriteAddress, burst);
                for (var beat = 0; beat < burst.Count; beat++)
                    await WriteBeat(clock, bus, burst, beat, random, bytes);
                clock.Set(bus.WriteResponse.Ready, true);
                await clock.Until(bus.WriteResponse.Fire, timeout: 50);
                clock.Get(bus.WriteResponse.Payload.Id).Should().Be(burst.Id);
                clock.Set(bus.WriteResponse.Ready, false);

                burst = RandomBurst(random);
                await Address(clock, bus.ReadAddress, burst);
                for (var beat = 0; beat < burst.Count; beat++)
                {
                    clock.Set(bus.ReadData.Ready, false);
                    await clock.Tick(random.Next(1, 3));
                    clock.Set(bus.ReadData.Ready, true);
                    await clock.Until(bus.ReadData.Fire, timeout: 50);
                    clock.Get(bus.ReadData.Payload.Id).Should().Be(burst.Id);
                    clock.Get(bus.ReadData.Payload.Data).Should().Be(BitConverter.ToUInt32(bytes, burst.AddressOf(beat) & 0x3fc));
                }
                clock.Set(bus.ReadData.Ready, false);
            }
            isDone = true;
        });

        bench.RunUntilDone(limit: 20_000);

        isDone.Should().BeTrue();
    }

    public static TheoryData<string, Action<Bench, Axi4Ports>> BrokenRules => new()
    {
        { "what s_axi_aw offers stays until it is taken", (bench, bus) => bench.Process(async clock =>
            {
                // It takes one address, and is busy when the second comes.
                await Address(clock, bus.WriteAddress, new(0, 0, 4, 2, AxiBurst.Incrementing));
                clock.Set(bus.WriteAddress.Valid, true);
                await clock.Tick(2);
                clock.Set(bus.WriteAddress.Valid, false);
                await clock.Tick(3);
            })
        },
        { "s_axi: a burst does not cross a border of 4 KiB", (bench, bus) => Asks(bench, bus, new(0, 4096 - 8, 3, 2, AxiBurst.Incrementing)) },
        { "s_axi: a beat is not wider than the bus", (bench, bus) => Asks(bench, bus, new(0, 0, 1, 3, AxiBurst.Incrementing)) },
        { "s_axi: a burst is fixed, incrementing or wrapping", (bench, bus) => Asks(bench, bus, new(0, 0, 1, 2, (AxiBurst)3)) },
        { "s_axi: a fixed burst has up to 16 beats", (bench, bus) => Asks(bench, bus, new(0, 0, 17, 2, AxiBurst.Fixed)) },
        { "s_axi: a wrapping burst has 2, 4, 8 or 16 beats", (bench, bus) => Asks(bench, bus, new(0, 0, 3, 2, AxiBurst.Wrapping)) },
        { "s_axi: a wrapping burst begins at a multiple of its beats' size", (bench, bus) => Asks(bench, bus, new(0, 2, 4, 2, AxiBurst.Wrapping)) },
        { "s_axi: WLAST marks the last beat of a burst, and no other", (bench, bus) => bench.Process(async clock =>
            {
                await Address(clock, bus.WriteAddress, new(0, 0, 2, 2, AxiBurst.Incrementing));
                clock.Set(bus.WriteData.Payload.Last, true);
                clock.Set(bus.WriteData.Valid, true);
                await clock.Tick(5);
            })
        },
    };

    [Theory]
    [MemberData(nameof(BrokenRules))]
    public void A_master_that_breaks_a_rule_is_told_which(string rule, Action<Bench, Axi4Ports> master)
    {
        var module = new CheckedMemory();
        using var bench = new Bench(module.Elaborate());
        master(bench, module.Bus);

        bench.Invoking(b => b.Run(30)).Should().Throw<SimulationFailedException>().Which.Assertion.Message.Should().Be(rule);
    }

    [Theory]
    [InlineData("s_axi: read data answers an address that was taken before", false)]
    [InlineData("s_axi: a write response answers an address and data that were taken before", true)]
    public void A_slave_that_answers_what_nobody_asked_is_told_so(string rule, bool isWrite)
    {
        var module = new Blurting(isWrite);
        using var bench = new Bench(module.Elaborate());

        bench.Invoking(b => b.Run(5)).Should().Throw<SimulationFailedException>().Which.Assertion.Message.Should().Be(rule);
    }

    [Fact]
    public void Registers_are_written_by_bytes_and_read_back()
    {
        var module = new CheckedRegisters();
        using var bench = new Bench(module.Elaborate());
        var bus = module.Bus;
        bench.Process(async clock =>
        {
            (await Write(4, 0x11223344, 0b1111)).Should().Be((int)AxiResponse.Okay);
            (await Write(4, 0xaabbccdd, 0b0101)).Should().Be((int)AxiResponse.Okay);
            (await Read(4)).Should().Be((0x11bb33dd, (int)AxiResponse.Okay));
            (await Read(0)).Should().Be((0, (int)AxiResponse.Okay));
            (await Write(12, 1, 0b1111)).Should().Be((int)AxiResponse.SlaveError);
            (await Read(12)).Should().Be((0, (int)AxiResponse.SlaveError));

            async Task<int> Write(int address, uint data, int strobe)
            {
                clock.Set(bus.WriteAddress.Valid, true);
                clock.Set(bus.WriteAddress.Payload.Address, address);
                clock.Set(bus.WriteData.Valid, true);
                clock.Set(bus.WriteData.Payload.Data, data);
                clock.Set(bus.WriteData.Payload.Strobe, strobe);
                await clock.Until(bus.WriteData.Fire, timeout: 5);
                clock.Set(bus.WriteAddress.Valid, false);
                clock.Set(bus.WriteData.Valid, false);
                clock.Set(bus.WriteResponse.Ready, true);
                await clock.Until(bus.WriteResponse.Fire, timeout: 5);
                return (int)clock.Get(bus.WriteResponse.Payload.Response);
            }

            async Task<(int Data, int Response)> Read(int address)
            {
                clock.Set(bus.ReadAddress.Valid, true);
                clock.Set(bus.ReadAddress.Payload.Address, address);
                await clock.Until(bus.ReadAddress.Fire, timeout: 5);
                clock.Set(bus.ReadAddress.Valid, false);
                clock.Set(bus.ReadData.Ready, true);
                await clock.Until(bus.ReadData.Fire, timeout: 5);
                return ((int)clock.Get(bus.ReadData.Payload.Data), (int)clock.Get(bus.ReadData.Payload.Response));
            }
        });
        bench.RunUntilDone();
        bench.Simulator.Peek(module.Second).Should().Be(0x11bb33dd);
    }

    private static void Asks(Bench bench, Axi4Ports bus, TestBurst burst) => bench.Process(clock => Address(clock, bus.ReadAddress, burst));

    private static async Task Address(BenchProcess clock, Stream<Axi4Address> channel, TestBurst burst)
    {
        clock.Set(channel.Payload.Id, burst.Id);
        clock.Set(channel.Payload.Address, burst.Address);
        clock.Set(channel.Payload.Length, burst.Count - 1);
        clock.Set(channel.Payload.Size, burst.Size);
        clock.Set(channel.Payload.Burst, (int)burst.Kind);
        clock.Set(channel.Valid, true);
        await clock.Until(channel.Fire, timeout: 50);
        clock.Set(channel.Valid, false);
    }

    private static async Task WriteBeat(BenchProcess clock, Axi4Ports bus, TestBurst burst, int beat, Random random, byte[] bytes)
    {
        var data = (uint)random.NextInt64(1L << 32);
        var strobe = random.Next(16);
        clock.Set(bus.WriteData.Payload.Data, data);
        clock.Set(bus.WriteData.Payload.Strobe, strobe);
        clock.Set(bus.WriteData.Payload.Last, beat == burst.Count - 1);
        clock.Set(bus.WriteData.Valid, true);
        await clock.Until(bus.WriteData.Fire, timeout: 50);
        clock.Set(bus.WriteData.Valid, false);
        if (random.Next(3) == 0)
            await clock.Tick();
        for (var i = 0; i < 4; i++)
        {
            if ((strobe >> i & 1) != 0)
                bytes[(burst.AddressOf(beat) & 0x3fc) + i] = (byte)(data >> (8 * i));
        }
    }

    private static TestBurst RandomBurst(Random random)
    {
        var (size, kind) = (random.Next(3), (AxiBurst)random.Next(3));
        var count = kind == AxiBurst.Wrapping ? 2 << random.Next(4) : random.Next(1, 17);
        var address = random.Next(3072) >> (kind == AxiBurst.Wrapping ? size : 0) << (kind == AxiBurst.Wrapping ? size : 0);
        return new(random.Next(4), address, count, size, kind);
    }

    /// <summary>A burst, and the address of each of its beats as the standard has it.</summary>
    public sealed record TestBurst(int Id, int Address, int Count, int Size, AxiBurst Kind)
    {
        public int AddressOf(int beat)
        {
            var bytes = 1 << Size;
            var rising = beat == 0 ? Address : (Address / bytes * bytes) + (beat * bytes);
            var block = Count * bytes;
            return Kind switch
            {
                AxiBurst.Fixed => Address,
                AxiBurst.Incrementing => rising,
                _ => (Address / block * block) + (rising % block),
            };
        }
    }

    private sealed class CheckedMemory : Module
    {
        public readonly Axi4Ports Bus = new(AxiRole.Slave, s_shape, "s_axi");

        protected override void Build()
        {
            var memory = Instance(new Axi4Memory(s_shape, words: 256));
            memory.Bus.Connect(Bus);
            Axi4Rules.Check(Bus);
        }
    }

    private sealed class CheckedRegisters : Module
    {
        public readonly AxiLitePorts Bus = new(AxiRole.Slave, 4, 32, "s_axi");
        public readonly UInt Second = Out(UInt(32));

        protected override void Build()
        {
            var registers = Instance(new AxiLiteRegisters(3, 4));
            registers.Bus.Connect(Bus);
            AxiLiteRules.Check(Bus);
            Second.Set(registers.Values[1]);
        }
    }

    /// <summary>A slave that answers without being asked.</summary>
    private sealed class Blurting(bool isWrite) : Module
    {
        public readonly Axi4Ports Bus = new(AxiRole.Slave, s_shape, "s_axi");

        protected override void Build()
        {
            Bus.WriteAddress.Ready.Set(true);
            Bus.WriteData.Ready.Set(true);
            Bus.ReadAddress.Ready.Set(true);
            Bus.WriteResponse.Valid.Set(isWrite);
            Bus.WriteResponse.Payload.Set(Bus.WriteResponse.Payload.TypeOf().Zero);
            Bus.ReadData.Valid.Set(!isWrite);
            Bus.ReadData.Payload.Set(Bus.ReadData.Payload.TypeOf().Zero);
            Axi4Rules.Check(Bus);
        }
    }
}
