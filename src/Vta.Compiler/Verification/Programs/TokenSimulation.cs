using System.Numerics;
using Vta.Compiler.Verification.Tokens;
using Vta.Isa.Instructions;

namespace Vta.Compiler.Verification.Programs;

/// <summary>
/// Fetch, the three command queues and the four token counters of a launch, without time. Units are in order and tokens are counted, so what can
/// happen stays possible until it does: whether a program ends, and which push each pop takes, is the same in every timing. Of the units that can go
/// on, the one with the earliest instruction does, which keeps close to the order of the program.
/// </summary>
/// <param name="commands">The instructions of the launch, in order.</param>
/// <param name="order">Learns of the tokens.</param>
/// <param name="run">Told of each instruction when its pops are done and its pushes are not.</param>
internal sealed class TokenSimulation(IReadOnlyList<Command> commands, TokenOrder order, Action<Command> run)
{
    private readonly Queue<Command>[] units = [new(), new(), new()];
    private readonly Progress[] progress = new Progress[3];
    private readonly Queue<Command>[] tokens = [new(), new(), new(), new()];
    private int next;

    /// <summary>How far the next instruction of a unit is.</summary>
    private enum Progress
    {
        WaitsForTokens,
        HasTokens,
        HasRun,
    }

    /// <summary>Runs as far as tokens allow: to the end, where the program does not deadlock.</summary>
    internal void Run()
    {
        do
            Fetch();
        while (Advance());
    }

    /// <summary>The next instruction of each unit that has one left.</summary>
    internal IReadOnlyList<Command> Waiting =>
        [.. units.Where(unit => unit.Count > 0).Select(unit => unit.Peek()).OrderBy(command => command.Index)];

    /// <summary>The instruction that fetch waits with for room in the queue of its unit; null where it waits for none.</summary>
    internal Command? Unfetched => next < commands.Count ? commands[next] : null;

    /// <summary>The queues that a unit's next instruction waits for a token of.</summary>
    internal TokenQueues Missing(Command command) =>
        progress[(int)command.Unit] == Progress.WaitsForTokens ? Where(command.Pops, queue => queue.Count == 0) : TokenQueues.None;

    /// <summary>The queues that a unit's next instruction waits for room in.</summary>
    internal TokenQueues Full(Command command) =>
        progress[(int)command.Unit] == Progress.HasRun ? Where(command.Pushes, queue => queue.Count == TokenQueue.MaxTokens) : TokenQueues.None;

    /// <summary>The instructions that pushed the tokens which are in a queue.</summary>
    internal IReadOnlyCollection<Command> Pushers(TokenQueues queue) => tokens[BitOperations.TrailingZeroCount((uint)queue)];

    private void Fetch()
    {
        while (next < commands.Count && units[(int)commands[next].Unit] is { Count: < Isa.Instructions.Commands.MaxUnfinished } queue)
            queue.Enqueue(commands[next++]);
    }

    /// <summary>Lets one unit do something; false where none can.</summary>
    private bool Advance()
    {
        Span<bool> stuck = stackalloc bool[units.Length];
        while (Earliest(stuck) is { } command)
        {
            if (Step(command))
                return true;
            stuck[(int)command.Unit] = true;
        }
        return false;
    }

    private Command? Earliest(ReadOnlySpan<bool> stuck)
    {
        Command? earliest = null;
        for (var unit = 0; unit < units.Length; unit++)
        {
            if (!stuck[unit] && units[unit].TryPeek(out var command) && (earliest is null || command.Index < earliest.Index))
                earliest = command;
        }
        return earliest;
    }

    /// <summary>Takes a unit's next instruction a step further; false where it waits.</summary>
    private bool Step(Command command)
    {
        ref var at = ref progress[(int)command.Unit];
        switch (at)
        {
            case Progress.WaitsForTokens when Missing(command) == TokenQueues.None:
                Pop(command);
                at = Progress.HasTokens;
                return true;
            case Progress.HasTokens when command.Opcode != Opcode.Finish || units.Sum(unit => unit.Count) == 1:
                run(command);
                at = Progress.HasRun;
                return true;
            case Progress.HasRun when Full(command) == TokenQueues.None:
                Push(command);
                units[(int)command.Unit].Dequeue();
                at = Progress.WaitsForTokens;
                return true;
            default:
                return false;
        }
    }

    private void Pop(Command command)
    {
        for (var rest = (uint)command.Pops; rest != 0; rest &= rest - 1)
        {
            var queue = BitOperations.TrailingZeroCount(rest);
            tokens[queue].Dequeue();
            order.Pop(TokenQueue.Producer((TokenQueues)(1 << queue)), TokenQueue.Consumer((TokenQueues)(1 << queue)));
        }
    }

    private void Push(Command command)
    {
        for (var rest = (uint)command.Pushes; rest != 0; rest &= rest - 1)
        {
            var queue = BitOperations.TrailingZeroCount(rest);
            tokens[queue].Enqueue(command);
            order.Push(TokenQueue.Producer((TokenQueues)(1 << queue)), TokenQueue.Consumer((TokenQueues)(1 << queue)));
        }
    }

    private TokenQueues Where(TokenQueues among, Func<Queue<Command>, bool> condition)
    {
        var found = TokenQueues.None;
        for (var rest = (uint)among; rest != 0; rest &= rest - 1)
        {
            var queue = BitOperations.TrailingZeroCount(rest);
            if (condition(tokens[queue]))
                found |= (TokenQueues)(1 << queue);
        }
        return found;
    }
}
