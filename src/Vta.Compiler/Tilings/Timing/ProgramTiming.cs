using Vta.Compiler.Programs;

namespace Vta.Compiler.Tilings.Timing;

/// <summary>
/// Estimates the cycles of a program on the accelerator with memory that answers at once: the units in order with their queues and tokens, loads as bursts
/// on one bus, steps one a cycle. It knows what costs cycles, not how: instructions are events, not clocked.
/// </summary>
internal sealed class ProgramTiming
{
    private readonly ReadBus bus = new();
    private readonly FetchTiming fetch;
    private readonly LoadTiming load;
    private readonly ComputeTiming compute;
    private readonly StoreTiming store;

    private ProgramTiming(VtaProgram program)
    {
        var config = program.Config;
        TimedInstruction[] instructions = [.. program.Instructions.Select(instruction => TimedInstruction.Of(config.Layout, instruction.Word))];
        var tokens = new UnitTokens();
        fetch = new FetchTiming(instructions, config, bus);
        load = new LoadTiming(config, bus, tokens, fetch);
        compute = new ComputeTiming(config, bus, tokens, fetch);
        store = new StoreTiming(config, tokens, fetch);
    }

    /// <summary>The estimate for a program that ends.</summary>
    internal static long Cycles(VtaProgram program) => Cycles(program, out _);

    /// <inheritdoc cref="Cycles(VtaProgram)"/>
    /// <param name="program">The program.</param>
    /// <param name="bursts">Bursts that it reads.</param>
    internal static long Cycles(VtaProgram program, out long bursts)
    {
        var timing = new ProgramTiming(program);
        var cycles = timing.Run();
        bursts = timing.bus.Bursts;
        return cycles;
    }

    private long Run()
    {
        UnitTiming[] agents = [compute, fetch, load, store];
        while (!compute.IsFinished)
        {
            var (next, time) = (agents[0], agents[0].NextTime);
            foreach (var agent in agents.AsSpan(1))
            {
                var candidate = agent.NextTime;
                if (candidate < time)
                    (next, time) = (agent, candidate);
            }
            if (time == UnitTiming.Never)
                break;
            next.Step(time);
        }
        return Math.Max(compute.Idle, Math.Max(load.Idle, store.Idle)) + EndOverhead;
    }

    // What launch and FINISH take.
    private const int EndOverhead = 5;
}
