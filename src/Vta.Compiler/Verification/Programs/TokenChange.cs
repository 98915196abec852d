using Vta.Isa.Instructions;

namespace Vta.Compiler.Verification.Programs;

/// <summary>A dependency flag that one of some instructions needs and does not have, or has and must not.</summary>
/// <param name="First">Place in the launch of the first instruction that may be changed.</param>
/// <param name="Last">Place of the last: that of the first, or any of the unit's that are alike from there to here.</param>
/// <param name="Queue">The queue of the token.</param>
/// <param name="IsPush">Whether the instruction puts the token there; else it takes it.</param>
/// <param name="IsAdded">Whether it does so from now on; else no more.</param>
public sealed record TokenChange(uint First, uint Last, TokenQueues Queue, bool IsPush, bool IsAdded)
{
    public override string ToString()
    {
        var unit = IsPush ? TokenQueue.Producer(Queue) : TokenQueue.Consumer(Queue);
        var who = First == Last ? $"instruction {First}" : $"one of {unit.Name()}'s instructions {First} to {Last}";
        var what = IsPush ? $"push {TokenQueue.Consumer(Queue).Name()}" : $"pop {TokenQueue.Producer(Queue).Name()}";
        return $"{who} {(IsAdded ? "needs" : "must not")} {what}";
    }

    /// <summary>The change of an instruction's flag to its opposite.</summary>
    internal static TokenChange Toggle(Command command, TokenQueues queue, bool isPush) =>
        new(command.Index, command.Index, queue, isPush, !Has(command, queue, isPush));

    /// <summary>Whether an instruction moves a token of a queue.</summary>
    internal static bool Has(Command command, TokenQueues queue, bool isPush) => (isPush ? command.Pushes : command.Pops).HasFlag(queue);

    /// <summary>The first instruction with the change; others as they are.</summary>
    internal Command Apply(Command command)
    {
        if (command.Index != First)
            return command;
        return IsPush ? command with { Pushes = command.Pushes ^ Queue } : command with { Pops = command.Pops ^ Queue };
    }
}
