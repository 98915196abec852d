namespace Vta.Hardware.Bus;

/// <summary>
/// Cuts rows into bursts, one burst a cycle without gaps between rows and commands: the first register holds the row to come, the second
/// what is left of the row under way.
/// </summary>
internal sealed class RowBursts(BusShape bus, int lengthWidth) : Module
{
    public readonly Stream<RowCommand> Command = Sink(RowCommand.Type(lengthWidth));
    public readonly Stream<Burst> Request = Source(Burst.Type(bus));

    protected override string DefinitionName => $"RowBursts_{bus.Width}_{lengthWidth}";

    protected override void Build()
    {
        var beatsWidth = lengthWidth - bus.LogBytes + 2;

        var rowValid = Reg(reset: false);
        var row = RegNoReset(Command.Payload.TypeOf());
        var isNull = Let(row.Rows == 0);
        var isLastRow = Let(row.Rows <= 1);
        var offset = row.Address.Trunc(bus.LogBytes);
        var rowBeats = Let((row.RowBytes.Extend(lengthWidth + 1) + offset + (bus.Bytes - 1))[lengthWidth, bus.LogBytes].Resize(beatsWidth));

        var valid = Reg(reset: false);
        var word = RegNoReset(UInt(bus.WordAddressWidth));
        var left = RegNoReset(UInt(beatsWidth));
        var isLast = RegNoReset(Bool());

        var toBorder = Let(BusShape.MaxBeats - word.Trunc(BusShape.LogMaxBeats).Extend(BusShape.BeatsWidth));
        var endsRow = Let(left <= toBorder);
        var beats = Let(Mux(endsRow, left.Resize(BusShape.BeatsWidth), toBorder));

        var takesRow = Let(rowValid & (!valid | (Request.Ready & endsRow)));
        Command.Ready.Set(!rowValid | (takesRow & isLastRow));
        using (When(Command.Fire))
        {
            rowValid.Set(true);
            row.Set(Command.Payload);
        }
        using (ElseWhen(takesRow))
        {
            rowValid.Set(!isLastRow);
            row.Address.Set(row.Address + row.StrideBytes);
            row.Rows.Set(row.Rows - 1);
        }

        using (When(takesRow))
        {
            valid.Set(true);
            word.Set(row.Address[BusShape.AddressWidth - 1, bus.LogBytes]);
            left.Set(Mux(isNull, 0, rowBeats));
            isLast.Set(isLastRow);
        }
        using (ElseWhen(Request.Fire))
        {
            valid.Set(!endsRow);
            word.Set(word + beats);
            left.Set(left - beats);
        }

        Request.Valid.Set(valid);
        Request.Payload.Word.Set(word);
        Request.Payload.Beats.Set(beats);
        Request.Payload.Last.Set(isLast & endsRow);
    }
}
