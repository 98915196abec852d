using Vta.Hdl;
using static Vta.Hdl.Hw;

namespace HdlTutorial;

/// <summary>Counts the cycles in which it is enabled, from 0 to <paramref name="limit"/> − 1, and starts again.</summary>
/// <param name="limit">Number of values, at least 2.</param>
public sealed class Counter(int limit) : Module
{
    // Ports are fields. They have the names of the fields, so nothing has to be named twice.
    public readonly Bool Enable = In();
    public readonly UInt Count = Out(IndexFor(limit));
    public readonly Bool Wraps = Out();

    protected override void Build()
    {
        // A parameter that makes no sense is refused with the line that instantiates the module.
        Require(limit >= 2);

        // This is C#, run once to describe the circuit: `value` is no number, but a register, and `isLast` a wire that has its result.
        var value = Reg(Count.TypeOf());
        var isLast = Let(value == limit - 1);

        // A register keeps its value where nothing sets it, so that a counter that waits needs no else.
        using (When(Enable))
            value.Set(Mux(isLast, 0, value + 1));

        // An output, in contrast, needs a value in every cycle. Leaving it out on some path would be an error, not a latch.
        Count.Set(value);
        Wraps.Set(Enable & isLast);

        // What the comment above the class promises, in a form that can be proven. Where the limit is no power of two it is not self-evident.
        Assert(value <= limit - 1, "the count stays below the limit");
        Cover(Wraps, "the count wraps");
    }
}
