namespace Vta.Hardware.Bus;

/// <summary>
/// Lets three clients share the read channels of the bus. All requests carry one AXI id, so memory answers in order, and a small buffer of client
/// numbers says whose beat comes next. Compute goes first (its loads are short and everything waits for them), then fetch, then load.
/// </summary>
/// <param name="bus">The bus.</param>
/// <param name="maxBursts">Bursts under way at most. Enough two-beat bursts to hide a latency of a hundred cycles.</param>
internal sealed class ReadArbiter(BusShape bus, int maxBursts = 64) : Module
{
    public readonly Stream<Burst> ComputeRequest = Sink(Burst.Type(bus));
    public readonly Stream<Burst> FetchRequest = Sink(Burst.Type(bus));
    public readonly Stream<Burst> LoadRequest = Sink(Burst.Type(bus));
    public readonly Stream<ReadBeat> ComputeBeat = Source(ReadBeat.Type(bus));
    public readonly Stream<ReadBeat> FetchBeat = Source(ReadBeat.Type(bus));
    public readonly Stream<ReadBeat> LoadBeat = Source(ReadBeat.Type(bus));

    public readonly Stream<Burst> Address = Source(Burst.Type(bus));
    public readonly Stream<AxiReadData> Data = Sink(AxiReadData.Type(bus));

    private enum Client
    {
        Compute,
        Fetch,
        Load,
    }

    protected override string DefinitionName => $"ReadArbiter_{bus.Width}";

    protected override void Build()
    {
        (Client Id, Stream<Burst> Request, Stream<ReadBeat> Beat)[] clients =
        [
            (Client.Compute, ComputeRequest, ComputeBeat),
            (Client.Fetch, FetchRequest, FetchBeat),
            (Client.Load, LoadRequest, LoadBeat),
        ];
        var order = Instance(new Fifo<UInt>(EnumOf<Client>(), maxBursts));

        // Once an address is offered it must stay: while memory stalls, the choice of the cycle before is kept.
        var stalled = Reg(reset: false);
        var keptChoice = Reg(EnumOf<Client>());
        var newChoice = Let(Mux(ComputeRequest.Valid, Lit(Client.Compute), Mux(FetchRequest.Valid, Lit(Client.Fetch), Lit(Client.Load))));
        var choice = Let(Mux(stalled, keptChoice, newChoice));
        keptChoice.Set(choice);
        stalled.Set(Address.Valid & !Address.Ready);

        Address.Valid.Set(AnyOf(clients.Select(c => c.Request.Valid)) & order.Enq.Ready);
        Address.Payload.Set(Mux(choice == Lit(Client.Compute), ComputeRequest.Payload, Mux(choice == Lit(Client.Fetch), FetchRequest.Payload, LoadRequest.Payload)));
        order.Enq.Valid.Set(Address.Fire);
        order.Enq.Payload.Set(choice);
        order.Deq.Ready.Set(Data.Fire & Data.Payload.Last);

        var data = Let(Mux(Data.Payload.Error, 0, Data.Payload.Data));
        foreach (var client in clients)
        {
            client.Request.Ready.Set(Address.Fire & choice == Lit(client.Id));
            client.Beat.Valid.Set(Data.Valid & order.Deq.Valid & order.Deq.Payload == Lit(client.Id));
            client.Beat.Payload.Data.Set(data);
            client.Beat.Payload.Error.Set(Data.Payload.Error);
        }
        Data.Ready.Set(order.Deq.Valid & AnyOf(clients.Select(c => c.Beat.Ready & order.Deq.Payload == Lit(c.Id))));
    }
}
