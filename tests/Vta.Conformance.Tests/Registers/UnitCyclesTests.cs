using Vta.Fuzzing.Programs;
using Vta.Isa;
using Vta.Isa.Instructions;
using Vta.Isa.Launch;
using Vta.Runtime;

namespace Vta.Conformance.Tests.Registers;

/// <summary>The counters of units: each cycle of a run is in one of them.</summary>
public sealed class UnitCyclesTests
{
    private const int Programs = 12;

    public static TheoryData<ProgramKind, int, double> Runs
    {
        get
        {
            var runs = new TheoryData<ProgramKind, int, double>();
            foreach (var kind in Enum.GetValues<ProgramKind>())
            {
                runs.Add(kind, 1, 0);
                runs.Add(kind, 80, 0.4);
            }
            return runs;
        }
    }

    [Theory]
    [MemberData(nameof(Runs))]
    public void Each_cycle_of_a_unit_is_counted_once(ProgramKind kind, int latency, double stalls)
    {
        var timing = new MemoryTiming { Latency = latency, StallProbability = stalls, Seed = 5 };
        using var device = Devices.Create(Devices.Rtl, VtaConfig.Default, new DeviceOptions { Memory = timing });
        for (var seed = 0; seed < Programs; seed++)
        {
            var program = new RandomProgramGenerator(VtaConfig.Default, seed, kind).Create();
            program.Write(device.Dram);

            var result = device.Launch(program.Launch);

            result.Cycles.Should().HaveCount(3).And.OnlyContain(unit => unit.Total == result.Statistics.CycleCount, "{0}, seed {1}", kind, seed);
            result.Cycles[(int)Unit.Compute].Busy.Should().BeGreaterThanOrEqualTo(result.Statistics[Counters.GemmSteps] + result.Statistics[Counters.AluSteps]);
            foreach (var unit in Enum.GetValues<Unit>().Where(unit => result.Wait(unit).IsWaiting))
                result.Cycles[(int)unit].TokenStalled.Should().BePositive("it waits when the run ends");
        }
    }

    [Fact]
    public void Slow_memory_costs_cycles_of_waiting_for_it_and_the_work_stays()
    {
        // A load of two rows that nothing overlaps with, then FINISH.
        var fast = Load(latency: 1);
        var slow = Load(latency: 100);

        (slow[(int)Unit.Load].MemoryStalled - fast[(int)Unit.Load].MemoryStalled).Should().Be(99);
        slow[(int)Unit.Load].Busy.Should().Be(fast[(int)Unit.Load].Busy).And.BeGreaterThan(16, "8 elements of two beats, and a start");
        slow[(int)Unit.Compute].TokenStalled.Should().BeGreaterThan(99, "FINISH waits for load");
        slow[(int)Unit.Store].InstructionStalled.Should().BeGreaterThan(99, "fetch has not read the program yet");
        slow[(int)Unit.Store].Idle.Should().BeGreaterThan(99, "no store is to come");
    }

    private static IReadOnlyList<UnitCycles> Load(int latency)
    {
        var config = VtaConfig.Default;
        using var device = Devices.Create(Devices.Rtl, config, new DeviceOptions { Memory = new MemoryTiming { Latency = latency } });
        var load = new MemoryInstruction(Opcode.Load, Dependencies.None, MemoryId.Inp, 0, 0x100, 2, 4, 4, 0, 0, 0, 0);
        var words = new byte[2 * InstructionWord.Bytes];
        load.Encode(config.Layout).Write(words);
        InstructionWords.Finish(config.Layout).Write(words.AsSpan(InstructionWord.Bytes));
        device.Dram.Write(0, words);
        return device.Launch(new LaunchRequest(0, 2)).Cycles;
    }
}
