using Vta.Hdl;
using static Vta.Hdl.Hw;

namespace HdlTutorial;

/// <summary>
/// A transmitter whose line goes to a receiver, with what the two promise together: every word that is sent arrives, unchanged and in time. That the
/// halves agree on the format is not visible in either of them; it is proven here.
/// </summary>
/// <param name="bitCycles">Clock cycles of a bit, at least 8: with fewer, the synchroniser makes a word arrive after the next one may have started.</param>
/// <param name="dataBits">Bits of a word.</param>
public sealed class UartLoop(int bitCycles, int dataBits = 8) : Module
{
    public readonly Stream<UInt> Sent = Sink(UInt(dataBits));
    public readonly Stream<UInt> Received = Source(UInt(dataBits));
    public readonly Bool Overrun = Out();

    protected override void Build()
    {
        Require(bitCycles >= 8);
        var transmitter = Instance(new UartTransmitter(bitCycles, dataBits));
        var receiver = Instance(new UartReceiver(bitCycles, dataBits));
        transmitter.Words.Connect(Sent);
        receiver.Line.Set(transmitter.Line);
        Received.Connect(receiver.Words);
        Overrun.Set(receiver.Overrun);

        // The proof follows the last word on its way. A word is under way from the cycle in which it is sent to the one in which it is offered.
        var frameCycles = (dataBits + 2) * bitCycles;
        var word = RegNoReset(UInt(dataBits));
        var isUnderWay = Reg(reset: false);
        var age = Reg(IndexFor(frameCycles + 1));
        var arrives = Let(Received.Valid & !RegNextReset(Received.Valid & !Received.Ready));
        using (When(isUnderWay))
            age.Set(age + 1);
        using (When(arrives))
            isUnderWay.Set(false);
        using (When(Sent.Fire))
        {
            word.Set(Sent.Payload);
            isUnderWay.Set(true);
            age.Set(0);
        }

        Assume(Received.Ready, "what arrives is taken at once");
        AssumeHeld(Sent, "sent");
        Assert(!receiver.FrameError & !Overrun, "the halves agree where a word begins and ends");
        Assert(!arrives | (isUnderWay & Received.Payload == word), "what arrives is what was sent");
        Assert(!isUnderWay | age < frameCycles, "what is sent arrives before its stop bit ends");
        Cover(arrives & word == 1, "a word arrives");
    }
}
