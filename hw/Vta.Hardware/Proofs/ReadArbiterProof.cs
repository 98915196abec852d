using Vta.Hardware.Bus;

namespace Vta.Hardware.Proofs;

/// <summary>
/// <see cref="ReadArbiter"/> keeps the rules of AXI on its address channel, serves one client at a time, and gives the beats of each burst to the client
/// that asked for it, in order. The prover chooses one burst to follow.
/// </summary>
internal sealed class ReadArbiterProof(BusShape bus) : Module
{
    /// <summary>Bursts under way at most. What holds for a few holds for many: they only stand in a queue.</summary>
    private const int MaxBursts = 3;

    public readonly Stream<Burst> ComputeRequest = Sink(Burst.Type(bus));
    public readonly Stream<Burst> FetchRequest = Sink(Burst.Type(bus));
    public readonly Stream<Burst> LoadRequest = Sink(Burst.Type(bus));
    public readonly Stream<Burst> Address = Source(Burst.Type(bus));
    public readonly Stream<AxiReadData> Data = Sink(AxiReadData.Type(bus));
    public readonly UInt BeatReady = In(UInt(3));

    /// <summary>The burst that is asked for in this cycle is the one to follow.</summary>
    public readonly Bool Follow = In();

    protected override void Build()
    {
        var arbiter = Instance(new ReadArbiter(bus, MaxBursts));
        arbiter.ComputeRequest.Connect(ComputeRequest);
        arbiter.FetchRequest.Connect(FetchRequest);
        arbiter.LoadRequest.Connect(LoadRequest);
        Address.Connect(arbiter.Address);
        arbiter.Data.Connect(Data);
        Stream<Burst>[] requests = [ComputeRequest, FetchRequest, LoadRequest];
        Stream<ReadBeat>[] beats = [arbiter.ComputeBeat, arbiter.FetchBeat, arbiter.LoadBeat];
        for (var i = 0; i < beats.Length; i++)
        {
            beats[i].Ready.Set(BeatReady[i]);
            AssumeHeld(requests[i], $"request_{i}");
        }
        AssertHeld(Address, "address");

        var asked = Let(Cat(LoadRequest.Fire, FetchRequest.Fire, ComputeRequest.Fire));
        var given = Let(Cat(beats[2].Fire, beats[1].Fire, beats[0].Fire));
        Assert(AtMostOne(asked), "one client's request is taken at a time");
        Assert(asked.Any() == Address.Fire, "a request is taken when it is sent");
        Assert(AtMostOne(given), "a beat goes to one client");
        Assert(given.Any() == Data.Fire, "a beat is taken from the bus when a client gets it");
        for (var i = 0; i < requests.Length; i++)
        {
            using (When(requests[i].Fire))
                Assert(Address.Payload.AsBits() == requests[i].Payload.AsBits(), $"client {i} gets the words that it asks for");
        }

        // The bursts under way, and where among them the one is that is followed.
        var underWay = Reg(UInt(Hdl.Ir.Bits.WidthFor(MaxBursts)));
        var ends = Let(Data.Fire & Data.Payload.Last);
        underWay.Set(underWay + Address.Fire.AsUInt() - ends.AsUInt());
        Assume(!Data.Valid | underWay != 0, "memory delivers what was asked for");
        Assert(underWay <= MaxBursts, "no more bursts are under way than there are places");
        var follows = Reg(reset: false);
        var ahead = Reg(underWay.TypeOf());
        var client = Reg(asked.TypeOf());
        using (When(follows & ends))
        {
            ahead.Set(ahead - 1);
            follows.Set(ahead != 0);
        }
        using (ElseWhen(Address.Fire & Follow & !follows))
        {
            follows.Set(true);
            ahead.Set(underWay - ends.AsUInt());
            client.Set(asked);
        }
        Assert(!(follows & ahead == 0 & Data.Fire) | given == client, "the beats of a burst go to the client that asked for it");
        Cover(follows & ahead == 0 & Data.Fire & client == 4, "load gets a beat");
        Cover(underWay == MaxBursts, "all places are taken");
    }

    private static Bool AtMostOne(UInt bits) => (bits & (bits - 1)) == 0;
}
