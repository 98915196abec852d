using Vta.Hdl;
using static Vta.Hdl.Hw;

namespace HdlTutorial;

/// <summary>A first-in first-out buffer for values of any type. A value can leave in the cycle after it came; both ends work in every cycle.</summary>
/// <param name="type">The values: numbers, vectors or bundles.</param>
/// <param name="depth">Values inside at most, at least 2.</param>
public sealed class Queue<T>(HwType<T> type, int depth) : Module
    where T : Data
{
    // A stream is three signals with one rule: a value moves in each cycle in which valid and ready are both high, and what is offered stays until then.
    public readonly Stream<T> Enq = Sink(type);
    public readonly Stream<T> Deq = Source(type);

    // Two queues of one width and depth are one module in Verilog, whatever C# calls their values.
    protected override string DefinitionName => $"Queue_{type.Width}x{depth}";

    protected override void Build()
    {
        Require(depth >= 2);
        Parameter("depth", depth);
        var words = Mem(type, depth);
        var head = Reg(IndexFor(depth));
        var tail = Reg(IndexFor(depth));

        // With head == tail the queue is empty or full. One bit tells which, and leaves every word of the memory usable.
        var isFull = Reg(reset: false);
        var isEmpty = Let(head == tail & !isFull);

        // Ready and valid come from registers alone: no path leads through the queue, and queues in a row can't make a loop.
        Enq.Ready.Set(!isFull);
        Deq.Valid.Set(!isEmpty);
        Deq.Payload.Set(words[head]);

        using (When(Enq.Fire))
        {
            words.Write(tail, Enq.Payload);
            tail.Set(Next(tail));
        }
        using (When(Deq.Fire))
            head.Set(Next(head));

        // Only where one end works and the other rests can it get full, or stop being full.
        using (When(Enq.Fire & !Deq.Fire))
            isFull.Set(Next(tail) == head);
        using (ElseWhen(Deq.Fire & !Enq.Fire))
            isFull.Set(false);
    }

    // An ordinary method is how hardware is reused below the size of a module. The choice between its two forms is C#, made before there is a circuit.
    private UInt Next(UInt index) => int.IsPow2(depth) ? index + 1 : Mux(index == depth - 1, 0, index + 1);
}
