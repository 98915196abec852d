using Vta.Hdl.Ir;
using Vta.Hdl.Library;
using Vta.Hdl.Simulation;
using Vta.Hdl.Testbench;
using Vta.Hdl.Tests.Simulation;
using Vta.Hdl.Tools;
using Vta.Hdl.Waves;
using Vta.TestSupport;
using static Vta.Hdl.Hw;

namespace Vta.Hdl.Tests.Waves;

public sealed class WaveTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("hdl-wave-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void A_wave_shows_hierarchy_states_by_name_and_time()
    {
        var text = new StringWriter();
        using (var sim = new Simulator(new Blinker().Elaborate()) { ClockPeriod = 4000 })
        {
            sim.Record(text);
            sim.Reset();
            sim.Step(2);
        }

        text.ToString().ReplaceLineEndings("\n").Should().Be("""
            $timescale 1ps $end
            $scope module Blinker $end
            $var wire 1 ! clock $end
            $var wire 1 " reset $end
            $var wire 2 # count [1:0] $end
            $var wire 1 $ state $end
            $var string 1 % state_name $end
            $scope module timer $end
            $var wire 2 # now [1:0] $end
            $var wire 2 # count [1:0] $end
            $upscope $end
            $upscope $end
            $enddefinitions $end
            #0
            1"
            b0 #
            0$
            sDark %
            #2000
            0!
            #4000
            1!
            0"
            #6000
            0!
            #8000
            1!
            b1 #
            1$
            sLit %
            #10000
            0!
            #12000
            1!
            b10 #
            0$
            sDark %

            """.ReplaceLineEndings("\n"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Small_memories_are_recorded_word_by_word(bool isCompiled)
    {
        var text = new StringWriter();
        var table = new Table();
        var design = table.Elaborate();
        using (SimulatorBase sim = isCompiled ? new Simulator(design) : new ReferenceSimulator(design))
        {
            sim.Record(text);
            sim.Poke(table.Index, 2);
            sim.Poke(table.Value, 9);
            sim.Step();
            sim.PokeMemory("words", 1, 5);
            sim.Step();
        }

        text.ToString().Should().Contain(" words[3] [7:0] $end").And.NotContain("many");
        var wave = new VcdReader(new StringReader(text.ToString()));
        wave.Advance();
        wave.Value("words[2]").Should().Be(0);
        while (wave.Advance())
            continue;
        wave.Value("words[2]").Should().Be(9);
        wave.Value("words[1]").Should().Be(5);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    public void What_is_kept_is_what_is_evaluated(int seed)
    {
        var design = new RandomModule(seed).Elaborate();

        Wave(new Simulator(design, new SimulatorOptions { KeepSignals = true })).Should().Be(Wave(new ReferenceSimulator(design)));

        string Wave(SimulatorBase simulator)
        {
            var text = new StringWriter();
            using (simulator)
            {
                var random = new Random(seed);
                simulator.Record(text);
                simulator.Reset(2);
                for (var i = 0; i < 20; i++)
                {
                    foreach (var input in design.Top.Ports.Where(p => p.Kind == SignalKind.Input && p.Width <= 64))
                        simulator.Poke(input.Name, random.NextInt64() & ((1L << Math.Min(input.Width, 62)) - 1));
                    simulator.Step();
                }
            }
            return text.ToString();
        }
    }

    [Fact]
    public void Clocks_of_a_bench_have_their_edges_at_their_times()
    {
        var fifo = new AsyncFifo<UInt>(UInt(8), 4, new ClockDomain("slow"), new ClockDomain("fast"));
        var path = PathOf("fifo.vcd");
        using (var bench = new Bench(fifo.Elaborate(), wave: path))
        {
            bench.SetPeriod(new("slow"), 7000);
            bench.SetPeriod(new("fast"), 2000);
            bench.Run(30, new("fast"));
        }

        using var file = File.OpenText(path);
        var wave = new VcdReader(file);
        var edges = new Dictionary<string, List<long>> { ["slow_clock"] = [], ["fast_clock"] = [] };
        var high = edges.Keys.ToDictionary(c => c, _ => false);
        while (wave.Advance())
        {
            foreach (var clock in edges.Keys)
            {
                var isHigh = !wave.Value(clock).IsZero;
                if (isHigh && !high[clock])
                    edges[clock].Add(wave.Time);
                high[clock] = isHigh;
            }
        }

        // Both have the edge of reset first, at one period of it.
        edges["slow_clock"].Should().Equal(new[] { 10_000L }.Concat(Enumerable.Range(1, 8).Select(i => 10_000L + (7000 * i))));
        edges["fast_clock"].Should().Equal(new[] { 10_000L }.Concat(Enumerable.Range(1, 30).Select(i => 10_000L + (2000 * i))));
    }

    [Fact]
    public void The_cycle_of_a_broken_assertion_is_in_the_wave()
    {
        var module = new Blinker(limit: 2);
        var path = PathOf("broken.vcd");
        using (var bench = new Bench(module.Elaborate(), wave: path))
            bench.Invoking(b => b.Run(10)).Should().Throw<SimulationFailedException>();

        using var file = File.OpenText(path);
        var wave = new VcdReader(file);
        while (wave.Advance())
        {
        }
        wave.Value("timer.now").Should().Be(2);
    }

    [ToolFact("vcd2fst", "fst2vcd")]
    public void Fst_holds_what_Vcd_holds()
    {
        var path = PathOf("blinker.fst");
        using (var bench = new Bench(new Blinker().Elaborate(), wave: path))
            bench.Run(5);

        _folder.GetFiles().Should().ContainSingle("the VCD file is gone").Which.Name.Should().Be("blinker.fst");
        var (exitCode, vcd) = ExternalTool.Run("fst2vcd", path);
        exitCode.Should().Be(0);
        vcd.Should().Contain("sLit ").And.Contain("$scope module timer $end").And.Contain("1ps");
    }

    [ToolFact("vcd2fst")]
    public void A_conversion_that_fails_leaves_nothing()
    {
        var taken = Directory.CreateDirectory(PathOf("taken.fst"));
        var bench = new Bench(new Blinker().Elaborate(), wave: taken.FullName);
        bench.Run(5);

        bench.Invoking(b => b.Dispose()).Should().Throw<IOException>();
        _folder.GetFileSystemInfos().Should().ContainSingle().Which.Name.Should().Be("taken.fst");
    }

    [Fact]
    public void A_file_of_another_kind_is_refused()
    {
        using var sim = new Simulator(new Blinker().Elaborate());

        sim.Invoking(s => s.Record("wave.txt")).Should().Throw<ArgumentException>().WithMessage("a wave is a .vcd or a .fst file, not 'wave.txt'*");
    }

    [Fact]
    public void A_missing_converter_is_named_with_what_brings_it()
    {
        new ToolMissingException("vcd2fst").Message.Should().Be(
            "vcd2fst is not installed: it makes waves in FST format; on Debian and Ubuntu, apt-get install gtkwave; waves in VCD format need no tool");
    }

    private string PathOf(string name) => Path.Combine(_folder.FullName, name);

    private enum Lamp
    {
        Dark,
        Lit,
    }

    private sealed class Timer : Module
    {
        public readonly UInt Now = Out(UInt(2));

        protected override void Build()
        {
            var count = Reg(UInt(2));
            count.Set(count + 1);
            Now.Set(count);
        }
    }

    private sealed class Table : Module
    {
        public readonly UInt Index = In(UInt(2));
        public readonly UInt Value = In(UInt(8));
        public readonly UInt First = Out(UInt(8));

        protected override void Build()
        {
            var words = Mem(UInt(8), 4);
            var many = Mem(UInt(8), 128);
            words.Write(Index, Value);
            many.Write(Index.Extend(7), Value);
            First.Set(words[0] ^ many[0]);
        }
    }

    private sealed class Blinker(int limit = -1) : Module
    {
        public readonly UInt Count = Out(UInt(2));

        protected override void Build()
        {
            var timer = Instance(new Timer());
            var state = Fsm(Lamp.Dark);
            using (state.State(Lamp.Dark))
                state.Go(Lamp.Lit);
            using (state.State(Lamp.Lit))
                state.Go(Lamp.Dark);
            Count.Set(timer.Now);
            if (limit >= 0)
                Assert(timer.Now != limit, "the timer stops in time");
        }
    }
}
