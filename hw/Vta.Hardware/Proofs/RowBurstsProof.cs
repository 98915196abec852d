using Vta.Hardware.Bus;

namespace Vta.Hardware.Proofs;

/// <summary>
/// What <see cref="RowBursts"/> asks of the bus keeps the rules of AXI: a request stays until it is taken, has 1 to
/// <see cref="BusShape.MaxBeats"/> beats, and no burst crosses a border of 4 KiB, wherever rows lie and however long they are.
/// </summary>
internal sealed class RowBurstsProof(BusShape bus) : Module
{
    /// <summary>Enough for rows of several bursts.</summary>
    private const int LengthWidth = 11;

    private const int BorderBytes = 4096;

    public readonly Stream<RowCommand> Command = Sink(RowCommand.Type(LengthWidth));
    public readonly Stream<Burst> Request = Source(Burst.Type(bus));

    protected override void Build()
    {
        var bursts = Instance(new RowBursts(bus, LengthWidth));
        bursts.Command.Connect(Command);
        Request.Connect(bursts.Request);
        AssumeHeld(Command, "command");
        Assume(Command.Payload.Rows != 0 & Command.Payload.RowBytes != 0, "a command asks for something");

        var burst = Request.Payload;
        var wordsToBorder = BorderBytes / bus.Bytes;
        var offset = burst.Word.Trunc(int.Log2(wordsToBorder));
        AssertHeld(Request, "request");
        using (When(Request.Valid))
        {
            Assert(burst.Beats != 0, "a burst has beats");
            Assert(burst.Beats <= BusShape.MaxBeats, "a burst is not longer than the bus allows");
            Assert(offset.AddWide(burst.Beats) <= wordsToBorder, "no burst crosses a border of 4 KiB");
            Cover(burst.Beats == BusShape.MaxBeats, "a burst of full length");
            Cover(offset.AddWide(burst.Beats) == wordsToBorder & !burst.Last, "a burst that ends at the border, and goes on behind it");
        }
    }
}
