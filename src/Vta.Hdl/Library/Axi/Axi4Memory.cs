namespace Vta.Hdl.Library.Axi;

/// <summary>
/// A memory as an AXI4 slave, in LUT RAM: one burst at a time in each direction, of any kind, a beat of it in every cycle. Addresses beyond its words begin
/// again at the first.
/// </summary>
/// <param name="shape">The widths of the bus.</param>
/// <param name="words">Words of the bus' width, a power of two, at least 2 (HW0011).</param>
public sealed class Axi4Memory(Axi4Shape shape, int words) : Module
{
    /// <summary>The master's side.</summary>
    public readonly Axi4Ports Bus = new(AxiRole.Slave, shape, "s_axi");

    /// <inheritdoc/>
    protected override string DefinitionName => $"Axi4Memory_{words}x{shape.DataWidth}";

    /// <inheritdoc/>
    protected override void Build()
    {
        Require(words >= 2 && int.IsPow2(words));
        Require(shape.FullSize + int.Log2(words) <= shape.AddressWidth);
        Parameter("words", words);
        var memory = Mem(UInt(shape.DataWidth), words);
        Write(memory);
        Read(memory);
    }

    private void Write(Mem<UInt> memory)
    {
        var isWriting = Reg(reset: false);
        var answers = Reg(reset: false);
        var burst = RegNoReset(Axi4Address.Type(shape), "write");
        Bus.WriteAddress.Ready.Set(!isWriting & !answers);
        Bus.WriteData.Ready.Set(isWriting);
        Bus.WriteResponse.Valid.Set(answers);
        Bus.WriteResponse.Payload.Id.Set(burst.Id);
        Bus.WriteResponse.Payload.Response.Set(Lit(AxiResponse.Okay));
        using (When(Bus.WriteAddress.Fire))
        {
            isWriting.Set(true);
            burst.Set(Bus.WriteAddress.Payload);
        }
        using (When(Bus.WriteData.Fire))
        {
            var beat = Bus.WriteData.Payload;
            memory.Write(IndexOf(burst.Address, memory), beat.Data, beat.Strobe);
            burst.Address.Set(Next(burst));
            using (When(beat.Last))
            {
                isWriting.Set(false);
                answers.Set(true);
            }
        }
        using (When(Bus.WriteResponse.Fire))
            answers.Set(false);
    }

    private void Read(Mem<UInt> memory)
    {
        var isReading = Reg(reset: false);
        var burst = RegNoReset(Axi4Address.Type(shape), "read");
        var beatsTaken = Reg(UInt(shape.LengthWidth));
        var isOffered = Reg(reset: false);
        var offer = RegNoReset(Axi4ReadData.Type(shape));
        Bus.ReadAddress.Ready.Set(!isReading & !isOffered);
        Bus.ReadData.Valid.Set(isOffered);
        Bus.ReadData.Payload.Set(offer);
        using (When(Bus.ReadAddress.Fire))
        {
            isReading.Set(true);
            burst.Set(Bus.ReadAddress.Payload);
        }
        using (When(Bus.ReadData.Fire))
            beatsTaken.Set(Mux(offer.Last, 0, beatsTaken + 1));

        // While a beat is offered, the one behind it is looked up.
        var isLast = Let(beatsTaken + isOffered.AsUInt() == burst.Length);
        using (When(isReading & (!isOffered | Bus.ReadData.Ready)))
        {
            isOffered.Set(true);
            offer.Id.Set(burst.Id);
            offer.Data.Set(memory[IndexOf(burst.Address, memory)]);
            offer.Response.Set(Lit(AxiResponse.Okay));
            offer.Last.Set(isLast);
            burst.Address.Set(Next(burst));
            using (When(isLast))
                isReading.Set(false);
        }
        using (ElseWhen(Bus.ReadData.Ready))
            isOffered.Set(false);
    }

    private UInt IndexOf(UInt address, Mem<UInt> memory) => address[shape.FullSize + memory.AddressWidth - 1, shape.FullSize];

    /// <summary>The address of the beat that follows.</summary>
    private UInt Next(Axi4Address burst)
    {
        var width = shape.AddressWidth;
        var bytes = Lit(1, width) << burst.Size;
        var aligned = burst.Address & ~(bytes - 1);
        var rising = aligned + bytes;

        // A wrapping burst fills a block that is a power of two: within it the address goes round.
        var blockMask = (burst.Length.Resize(width) << burst.Size) | (bytes - 1);
        var wrapping = (burst.Address & ~blockMask) | (rising & blockMask);
        return Mux(burst.Burst == (int)AxiBurst.Fixed, burst.Address, Mux(burst.Burst == (int)AxiBurst.Wrapping, wrapping, rising));
    }
}
