using Vta.Isa.Instructions;

namespace Vta.Hardware.Control;

/// <summary>
/// A unit's side of the four dependency queues, one bit a queue in the order of <see cref="TokenQueues"/>; a unit uses those it is joined to.
/// Queues are named after the direction of their tokens: a unit pops from those towards it and pushes to those from it.
/// </summary>
internal sealed class TokenPorts(Unit unit)
{
    /// <summary>Queues that hold a token.</summary>
    public UInt Available { get; } = Port.In(UInt(TokenQueue.Count), "tokens_available");

    /// <summary>Queues that have room for a token.</summary>
    public UInt HasRoom { get; } = Port.In(UInt(TokenQueue.Count), "tokens_have_room");

    public UInt Pop { get; } = Port.Out(UInt(TokenQueue.Count), "tokens_pop");

    public UInt Push { get; } = Port.Out(UInt(TokenQueue.Count), "tokens_push");

    /// <summary>The queues, one bit each, that an instruction pops from.</summary>
    public UInt PoppedBy(UInt word, CommonFields layout) => Cat(Each(queue =>
        (TokenQueue.Popped(unit, Dependencies.PopPrev).HasFlag(queue) ? word.Flag(layout.PopPrev) : false)
        | (TokenQueue.Popped(unit, Dependencies.PopNext).HasFlag(queue) ? word.Flag(layout.PopNext) : false)));

    /// <summary>The queues, one bit each, that an instruction pushes to.</summary>
    public UInt PushedBy(UInt word, CommonFields layout) => Cat(Each(queue =>
        (TokenQueue.Pushed(unit, Dependencies.PushPrev).HasFlag(queue) ? word.Flag(layout.PushPrev) : false)
        | (TokenQueue.Pushed(unit, Dependencies.PushNext).HasFlag(queue) ? word.Flag(layout.PushNext) : false)));

    private static Packed[] Each(Func<TokenQueues, Bool> bit) =>
        Enumerable.Range(0, TokenQueue.Count).Reverse().Select(i => (Packed)bit((TokenQueues)(1 << i))).ToArray();
}
