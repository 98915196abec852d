using Vta.Hdl;
using Vta.Hdl.Library;
using static Vta.Hdl.Hw;

namespace HdlTutorial;

/// <summary>Receives what a <see cref="UartTransmitter"/> sends, from a line of any clock.</summary>
/// <param name="bitCycles">Clock cycles of a bit, at least 4.</param>
/// <param name="dataBits">Bits of a word.</param>
public sealed class UartReceiver(int bitCycles, int dataBits = 8) : Module
{
    private enum Part { Idle, Start, Data, Stop }

    public readonly Bool Line = In();
    public readonly Stream<UInt> Words = Source(UInt(dataBits));

    /// <summary>For a cycle: the stop bit is not high, and the word is dropped.</summary>
    public readonly Bool FrameError = Out();

    /// <summary>For a cycle: a word comes while the one before has not been taken; the new one is dropped.</summary>
    public readonly Bool Overrun = Out();

    protected override void Build()
    {
        Require(bitCycles >= 4);
        Parameter("bit_cycles", bitCycles);

        // The line changes when it likes. Two registers in a row keep what that does to the first of them away from the rest. They start low after
        // reset, which looks like a start bit; waiting for a falling edge, and not for a low line, makes that harmless.
        var synchronizer = Instance(new Synchronizer());
        synchronizer.Bit.Set(Line);
        var line = Let(synchronizer.Synced);
        var previous = RegNextReset(line);
        var falls = Let(previous & !line);

        // A bit is looked at in its middle, where it is farthest from the edges on either side: half a bit after the falling edge, then a bit at a time.
        var part = Fsm(reset: Part.Idle);
        var cycle = Reg(IndexFor(bitCycles));
        var index = Reg(IndexFor(dataBits));
        var word = RegNoReset(UInt(dataBits));
        var isMiddle = Let(cycle == 0);
        cycle.Set(Mux(isMiddle, bitCycles - 1, cycle - 1));

        var isReceived = Wire(Bool());
        isReceived.Set(false);
        FrameError.Set(false);

        using (part.State(Part.Idle))
        using (When(falls))
        {
            cycle.Set((bitCycles / 2) - 1);
            part.Go(Part.Start);
        }

        using (part.State(Part.Start))
        using (When(isMiddle))
        {
            // A line that is high again was a glitch and no start bit.
            index.Set(0);
            using (When(line))
                part.Go(Part.Idle);
            using (Else())
                part.Go(Part.Data);
        }

        using (part.State(Part.Data))
        using (When(isMiddle))
        {
            word.Set(Cat(line, word[dataBits - 1, 1]));
            index.Set(index + 1);
            using (When(index == dataBits - 1))
                part.Go(Part.Stop);
        }

        using (part.State(Part.Stop))
        using (When(isMiddle))
        {
            isReceived.Set(line);
            FrameError.Set(!line);
            part.Go(Part.Idle);
        }

        // The rule of streams: what is offered stays until it is taken. The line waits for nobody, so a word that nobody takes in time is in the way of
        // the next one, and that is said.
        var valid = Reg(reset: false);
        var payload = RegNoReset(UInt(dataBits));
        using (When(Words.Ready))
            valid.Set(false);
        using (When(isReceived & (!valid | Words.Ready)))
        {
            valid.Set(true);
            payload.Set(word);
        }
        Words.Valid.Set(valid);
        Words.Payload.Set(payload);
        Overrun.Set(isReceived & valid & !Words.Ready);
        AssertHeld(Words, "words");
    }
}
