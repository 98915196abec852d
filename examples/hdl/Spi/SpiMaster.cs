using Vta.Hdl;
using Vta.Hdl.Library;
using static Vta.Hdl.Hw;

namespace HdlTutorial;

/// <summary>
/// An SPI master of mode 0 between two queues: bytes to send wait in one, what came back for each waits in the other. The highest bit goes first. Data change when
/// the clock falls and are taken when it rises; the chip stays selected while there is more to send.
/// </summary>
/// <param name="halfCycles">Clock cycles of half a bit, at least 1.</param>
/// <param name="depth">Bytes that wait in each queue, at least 2.</param>
public sealed class SpiMaster(int halfCycles, int depth = 4) : Module
{
    public readonly Stream<UInt> Sent = Sink(UInt(8));
    public readonly Stream<UInt> Received = Source(UInt(8));
    public readonly Bool Clock = Out();
    public readonly Bool Mosi = Out();
    public readonly Bool Miso = In();
    public readonly Bool SelectLow = Out();

    protected override void Build()
    {
        Require(halfCycles >= 1);
        var toSend = Sent.Queue(depth);
        var answers = Instance(new Fifo<UInt>(UInt(8), depth));
        Received.Connect(answers.Deq);

        // Sixteen halves of a byte: the clock is high in the odd ones. What comes in moves into the place of what has gone out.
        var isBusy = Reg(reset: false);
        var half = Reg(UInt(4));
        var cycle = Reg(IndexFor(Math.Max(2, halfCycles)));
        var shift = Reg(UInt(8));
        var taken = Reg(reset: false);
        var isHalfOver = Let(isBusy & cycle == halfCycles - 1);
        var isByteOver = Let(isHalfOver & half == 15);

        // A byte is begun only where there is room for its answer.
        toSend.Ready.Set((!isBusy | isByteOver) & answers.Count < depth - 1);
        answers.Enq.Valid.Set(isByteOver);
        answers.Enq.Payload.Set(Cat(shift[6, 0], taken));

        using (When(isBusy))
            cycle.Set(Mux(isHalfOver, 0, cycle + 1));
        using (When(isHalfOver))
        {
            half.Set(half + 1);
            using (When(!half[0]))
                taken.Set(Miso);
            using (Else())
                shift.Set(Cat(shift[6, 0], taken));
        }
        using (When(isByteOver))
            isBusy.Set(false);
        using (When(toSend.Fire))
        {
            isBusy.Set(true);
            shift.Set(toSend.Payload);
        }

        Clock.Set(half[0]);
        Mosi.Set(shift[7]);
        SelectLow.Set(!isBusy);

        Assert(isBusy | !Clock, "the clock rests low");
        Assert(!isByteOver | answers.Enq.Ready, "there is room for what comes");
        Cover(Received.Fire & Received.Payload == 0x42, "a byte comes");
    }
}
