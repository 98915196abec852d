using Vta.Hdl;
using static Vta.Hdl.Hw;

namespace HdlTutorial;

/// <summary>
/// Sends words over one wire: a start bit (low), the bits of the word from the lowest on, and a stop bit (high). The line rests high.
/// </summary>
/// <param name="bitCycles">Clock cycles of a bit, at least 4: the clock's frequency divided by the baud rate.</param>
/// <param name="dataBits">Bits of a word.</param>
public sealed class UartTransmitter(int bitCycles, int dataBits = 8) : Module
{
    public readonly Stream<UInt> Words = Sink(UInt(dataBits));
    public readonly Bool Line = Out();

    protected override void Build()
    {
        Require(bitCycles >= 4);
        Parameter("bit_cycles", bitCycles);

        // What is still to be sent, the next bit lowest. Ones move in behind it: they are the stop bit, and then the line at rest, so neither needs a
        // case of its own. The stop bit is the last one counted.
        var frame = Reg(UInt(dataBits + 1), reset: (1 << (dataBits + 1)) - 1);
        var bitsLeft = Reg(IndexFor(dataBits + 3));
        var cycle = Reg(IndexFor(bitCycles));
        var isBitOver = Let(cycle == bitCycles - 1);

        Line.Set(frame[0]);
        Words.Ready.Set(bitsLeft == 0);

        using (When(Words.Fire))
        {
            frame.Set(Cat(Words.Payload, (Bool)false));
            bitsLeft.Set(dataBits + 2);
            cycle.Set(0);
        }
        using (ElseWhen(isBitOver & bitsLeft != 0))
        {
            frame.Set(Cat((Bool)true, frame[dataBits, 1]));
            bitsLeft.Set(bitsLeft - 1);
            cycle.Set(0);
        }
        using (ElseWhen(bitsLeft != 0))
            cycle.Set(cycle + 1);

        AssumeHeld(Words, "words");
        Assert(bitsLeft != 0 | Line, "the line rests high");
        Cover(!Line, "a word is sent");
    }
}
