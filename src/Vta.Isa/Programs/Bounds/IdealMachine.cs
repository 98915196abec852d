using Vta.Isa.Instructions;

namespace Vta.Isa.Programs.Bounds;

/// <summary>
/// An ideal machine that runs a program: three units in order, without latency. An instruction starts when its unit is free, it has been fetched and its tokens
/// are there, and ends when its work is done: a step a cycle, a beat of the read bus, which units and fetch share, or of the write bus. Its tokens follow at once.
/// </summary>
public sealed class IdealMachine
{
    private readonly InstructionWork[] work;
    private readonly (TokenQueues Pops, TokenQueues Pushes)[] tokens;
    private readonly int fetchBeats;

    private IdealMachine(VtaConfig config, IReadOnlyList<InstructionWord> program)
    {
        fetchBeats = InstructionWork.FetchBeats(config);
        work = [.. program.Select(word => InstructionWork.Of(config, word))];
        tokens = [.. program.Select(word => (word.Unit(config.Layout), word.Dependencies(config.Layout)))
            .Select(each => (TokenQueue.Popped(each.Item1, each.Item2), TokenQueue.Pushed(each.Item1, each.Item2)))];
    }

    /// <summary>When each instruction of a program ends, in cycles: the run with the fewest, whoever goes first on the read bus, or nobody.</summary>
    /// <param name="config">What it is encoded for.</param>
    /// <param name="program">What fetch hands out in one launch.</param>
    /// <returns>Infinity for what never ends.</returns>
    public static IReadOnlyList<double> Ends(VtaConfig config, IReadOnlyList<InstructionWord> program)
    {
        var machine = new IdealMachine(config, program);
        return Enum.GetValues<BusPriority>().Select(machine.Run).MinBy(ends => ends.DefaultIfEmpty().Max())!;
    }

    private double[] Run(BusPriority priority)
    {
        var ends = new double[work.Length];
        Array.Fill(ends, double.PositiveInfinity);
        var state = new IdealState(work, tokens, fetchBeats, priority);
        while (state.Advance())
        {
            foreach (var (instruction, time) in state.Ended)
                ends[instruction] = time;
        }
        return ends;
    }
}
