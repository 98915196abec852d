using System.Numerics;
using Vta.Isa;
using Vta.Isa.Instructions;
using Vta.Isa.Launch;
using Vta.Simulator.Memories;

namespace Vta.Simulator.Units;

/// <summary>
/// Fetch, the three command queues and the token counters. What a program without races does is independent of the order in which
/// units that may run do so; here each runs as far as it can before the next has its turn.
/// </summary>
internal sealed class Sequencer(VtaConfig config, DramPort dram, Executor executor, FaultLog faults)
{
    private readonly InstructionLayout layout = config.Layout;
    private readonly CommandQueue[] queues = [new(Unit.Load), new(Unit.Compute), new(Unit.Store)];
    private readonly int[] tokens = new int[TokenQueue.Count];
    private readonly TokenQueues[] pops = Table(TokenQueue.Popped);
    private readonly TokenQueues[] pushes = Table(TokenQueue.Pushed);
    private bool hasFinished;

    /// <summary>Runs a program until its FINISH is done or nothing can go on.</summary>
    internal void Run(LaunchRequest request)
    {
        Array.ForEach(queues, queue => queue.Clear());
        tokens.AsSpan().Clear();
        hasFinished = false;
        var next = 0u;
        var count = request.InstructionCount;
        while (!hasFinished)
        {
            var before = next;
            Fetch(request.InstructionAddress, ref next, ref count);
            var hasProgress = next != before;
            foreach (var queue in queues)
                hasProgress |= Advance(queue);
            if (!hasProgress)
            {
                faults.RaiseDeadlock();
                return;
            }
        }
    }

    /// <summary>What a unit waits for now.</summary>
    internal UnitWait Wait(Unit unit)
    {
        var queue = queues[(int)unit];
        if (hasFinished || queue.Count == 0)
            return default;
        var (index, word) = queue.Head;
        var flags = Flags(queue, word);
        return queue.Progress switch
        {
            Progress.Waiting => new UnitWait(Where(pops[flags], count => count == 0), TokenQueues.None, false, index),
            Progress.Started => new UnitWait(TokenQueues.None, TokenQueues.None, true, index),
            _ => new UnitWait(TokenQueues.None, Where(pushes[flags], count => count == TokenQueue.MaxTokens), false, index),
        };
    }

    /// <summary>For each unit and each set of dependency flags, the queues they mean.</summary>
    private static TokenQueues[] Table(Func<Unit, Dependencies, TokenQueues> queues) =>
        [.. from unit in Enum.GetValues<Unit>() from flags in Enumerable.Range(0, 16) select queues(unit, (Dependencies)flags)];

    private int Flags(CommandQueue queue, InstructionWord word) => ((int)queue.Unit << 4) | (int)word.Dependencies(layout);

    /// <summary>Hands out instructions until a unit's queue is full; after a FINISH there are no more.</summary>
    private void Fetch(uint address, ref uint next, ref uint count)
    {
        while (next < count)
        {
            var failed = false;
            var word = InstructionWord.Read(dram.Read(unchecked(address + next * InstructionWord.Bytes), InstructionWord.Bytes, ref failed));
            var queue = queues[(int)word.Unit(layout)];
            if (queue.IsFull)
                return;
            faults.Raise(Faults.Bus, next, failed);
            queue.Add(next, word);
            next++;
            if (word.Opcode(layout) == Opcode.Finish)
                count = next;
        }
    }

    /// <summary>Runs a unit's instructions as far as tokens allow.</summary>
    /// <returns>Whether anything happened.</returns>
    private bool Advance(CommandQueue queue)
    {
        var hasProgress = false;
        while (queue.Count > 0 && Step(queue))
            hasProgress = true;
        return hasProgress;
    }

    /// <summary>Takes the first instruction as far as it goes.</summary>
    /// <returns>Whether it is finished.</returns>
    private bool Step(CommandQueue queue)
    {
        var (index, word) = queue.Head;
        var flags = Flags(queue, word);
        var isFinish = word.Opcode(layout) == Opcode.Finish;
        if (queue.Progress == Progress.Waiting)
        {
            if (!TryPop(pops[flags]))
                return false;
            queue.Progress = Progress.Started;
        }
        if (queue.Progress == Progress.Started)
        {
            if (isFinish && (queues[(int)Unit.Load].Count > 0 || queues[(int)Unit.Store].Count > 0))
                return false;
            executor.Run(index, word);
            queue.Progress = Progress.Executed;
        }
        if (!TryPush(pushes[flags]))
            return false;
        queue.Remove();
        if (isFinish)
        {
            hasFinished = true;
            faults.RaiseTokens(Where((TokenQueues)((1 << TokenQueue.Count) - 1), count => count > 0), index);
        }
        return true;
    }

    private bool TryPop(TokenQueues wanted)
    {
        for (var rest = (uint)wanted; rest != 0; rest &= rest - 1)
        {
            if (tokens[BitOperations.TrailingZeroCount(rest)] == 0)
                return false;
        }
        for (var rest = (uint)wanted; rest != 0; rest &= rest - 1)
            tokens[BitOperations.TrailingZeroCount(rest)]--;
        return true;
    }

    private bool TryPush(TokenQueues given)
    {
        for (var rest = (uint)given; rest != 0; rest &= rest - 1)
        {
            if (tokens[BitOperations.TrailingZeroCount(rest)] == TokenQueue.MaxTokens)
                return false;
        }
        for (var rest = (uint)given; rest != 0; rest &= rest - 1)
            tokens[BitOperations.TrailingZeroCount(rest)]++;
        return true;
    }

    private TokenQueues Where(TokenQueues among, Func<int, bool> condition) =>
        TokenQueue.Each(among).Where(queue => condition(tokens[BitOperations.TrailingZeroCount((uint)queue)]))
            .Aggregate(TokenQueues.None, (all, queue) => all | queue);
}
