using Vta.Isa.Instructions;

namespace Vta.Isa.Programs.Bounds;

/// <summary>The ideal machine at some time. Work flows: who shares the read bus with one other gets half a beat a cycle.</summary>
internal sealed class IdealState
{
    // Less work than this is rounding.
    private const double Nothing = 1e-6;

    private readonly InstructionWork[] work;
    private readonly (TokenQueues Pops, TokenQueues Pushes)[] tokens;
    private readonly BusPriority priority;
    private readonly int fetchBeats;
    private readonly Queue<int>[] queues = [new(), new(), new()];
    private readonly int?[] running = new int?[3];
    private readonly double[] remaining = new double[3];
    private readonly int[] unfinished = new int[3];
    private readonly int[] available = new int[TokenQueue.Count];
    private int fetched;
    private double fetchRemaining;
    private double time;

    public IdealState(InstructionWork[] work, (TokenQueues Pops, TokenQueues Pushes)[] tokens, int fetchBeats, BusPriority priority)
    {
        (this.work, this.tokens, this.fetchBeats, this.priority) = (work, tokens, fetchBeats, priority);
        fetchRemaining = fetchBeats;
    }

    /// <summary>What ended in the last step of time, and when.</summary>
    public List<(int Instruction, double Time)> Ended { get; } = [];

    /// <summary>Goes on to the next time at which something ends.</summary>
    /// <returns>False where nothing goes on.</returns>
    public bool Advance()
    {
        Ended.Clear();
        while (Enumerable.Range(0, queues.Length).Count(Start) > 0)
        {
        }
        if (Ended.Count > 0)
            return true;
        var fetches = Fetches;
        Span<double> rates = [Rate(0), Rate(1), Rate(2)];
        var fetchRate = fetches ? Share(BusPriority.Fetch) : 0;
        var step = fetchRate > 0 ? fetchRemaining / fetchRate : double.PositiveInfinity;
        for (var unit = 0; unit < rates.Length; unit++)
        {
            if (rates[unit] > 0)
                step = Math.Min(step, remaining[unit] / rates[unit]);
        }
        if (double.IsPositiveInfinity(step))
            return false;
        time += step;
        for (var unit = 0; unit < rates.Length; unit++)
        {
            remaining[unit] -= rates[unit] * step;
            if (running[unit] is not null && remaining[unit] < Nothing)
                End(unit);
        }
        fetchRemaining -= fetchRate * step;
        if (fetches && fetchRemaining < Nothing)
        {
            queues[(int)work[fetched].Unit].Enqueue(fetched);
            unfinished[(int)work[fetched].Unit]++;
            fetched++;
            fetchRemaining = fetchBeats;
        }
        return true;
    }

    private bool Start(int unit)
    {
        if (running[unit] is not null || !queues[unit].TryPeek(out var next))
            return false;
        var pops = TokenQueue.Each(tokens[next].Pops).Select(queue => int.Log2((int)queue)).ToList();
        if (pops.Exists(queue => available[queue] == 0))
            return false;
        pops.ForEach(queue => available[queue]--);
        queues[unit].Dequeue();
        running[unit] = next;
        remaining[unit] = work[next].Steps + work[next].Beats;
        if (remaining[unit] < Nothing)
            End(unit);
        return true;
    }

    private void End(int unit)
    {
        var instruction = running[unit]!.Value;
        foreach (var queue in TokenQueue.Each(tokens[instruction].Pushes))
            available[int.Log2((int)queue)]++;
        Ended.Add((instruction, time));
        unfinished[unit]--;
        running[unit] = null;
    }

    private double Rate(int unit) => running[unit] is not { } instruction ? 0 : (Unit)unit switch
    {
        Unit.Load => Share(BusPriority.Load),
        Unit.Compute when work[instruction].Beats > 0 => Share(BusPriority.Compute),
        _ => 1,
    };

    /// <summary>Whether fetch has an instruction to read, and room for it.</summary>
    private bool Fetches => fetched < work.Length && unfinished[(int)work[fetched].Unit] < Commands.MaxUnfinished;

    private bool Reads(BusPriority reader) => reader switch
    {
        BusPriority.Fetch => Fetches,
        BusPriority.Load => running[(int)Unit.Load] is not null,
        BusPriority.Compute => running[(int)Unit.Compute] is { } instruction && work[instruction].Beats > 0,
        _ => false,
    };

    private double Share(BusPriority reader)
    {
        if (Reads(priority))
            return reader == priority ? 1 : 0;
        return 1.0 / (Convert.ToInt32(Reads(BusPriority.Fetch)) + Convert.ToInt32(Reads(BusPriority.Load)) + Convert.ToInt32(Reads(BusPriority.Compute)));
    }
}
