using Vta.Hardware.Bus;
using Vta.Hardware.Control;
using Vta.Isa.Instructions;
using Vta.Isa.Launch;

namespace Vta.Hardware.Storing;

/// <summary>The store unit: writes the output buffer to memory. Several instructions are under way at once; each is over with its last write response.</summary>
internal sealed class Store(VtaConfig config) : Module
{
    private const int MaxBursts = 64;

    private readonly BusShape _bus = BusShape.Of(config);

    public readonly Stream<Command> Commands = Sink(Command.Type);
    public readonly UInt OutBase = In(UInt(BusShape.AddressWidth));
    public readonly Stream<Burst> Address = Source(Burst.Type(BusShape.Of(config)));
    public readonly Stream<WriteBeat> Data = Source(WriteBeat.Type(BusShape.Of(config)));
    public readonly Bool ResponseValid = In();
    public readonly Bool ResponseReady = Out();
    public readonly Bool ResponseError = In();
    public readonly Bool ReadEnable = Out();
    public readonly UInt ReadIndex = Out(UInt(config.Out.LogDepth));
    public readonly UInt ReadData = In(UInt(StoreWalker.LanesOf(config) * config.Out.ElemBits));
    public readonly TokenPorts Tokens = new(Unit.Store);
    public readonly UnitStatus Status = Out(UnitStatus.Type);

    /// <summary>What is written in this cycle, for the counters.</summary>
    public readonly UInt OutStoreBytes = Out(UInt(StoreWalker.CountWidth(config) + config.Out.LogElemBytes));

    /// <summary>Faults of the data side, of the write responses, and of decoding: each in program order by itself.</summary>
    public readonly Fault RangeFault = Out(Fault.Type(Faults.Index));
    public readonly Fault ResponseFault = Out(Fault.Type(Faults.Bus));
    public readonly Fault DecodeFault = Out(Fault.Type(Faults.Illegal));

    protected override void Build()
    {
        var layout = config.Layout;
        var fields = layout.Memory;
        var command = Commands.Payload;
        var word = command.Word;
        var lengthWidth = 16 + config.Out.LogElemBytes;
        var bursts = Instance(new RowBursts(_bus, lengthWidth));
        var walker = Instance(new StoreWalker(config));
        var pendingBursts = Instance(new Fifo<PendingBurst>(PendingBurst.Type, MaxBursts));
        var pendingStores = Instance(new Fifo<PendingStore>(PendingStore.Type, MaxBursts));

        var isLegal = Let(word.Is(fields.MemoryType, MemoryId.Out));
        var hasData = Let(word.Field(fields.XSize).Any() & word.Field(fields.YSize).Any());
        var isEmpty = Let(!isLegal | !hasData);
        var popped = Let(Tokens.PoppedBy(word, layout.Common));
        var missing = Let(popped & ~Tokens.Available);
        var hasRoom = Let(bursts.Command.Ready & (walker.Job.Ready | isEmpty) & pendingStores.Enq.Ready);
        var starts = Let(Commands.Valid & !missing.Any() & hasRoom);
        Commands.Ready.Set(starts);
        Tokens.Pop.Set(Mux(starts, popped, 0));
        DecodeFault.Set(command.Index, illegal: starts & !isLegal & hasData);

        var address = Let(OutBase + (word.Field(fields.DramBase) << config.Out.LogElemBytes));
        var stride = Let(word.Field(fields.XStride).Extend(lengthWidth) << config.Out.LogElemBytes);
        bursts.Command.Valid.Set(starts);
        bursts.Command.Payload.Address.Set(address);
        bursts.Command.Payload.RowBytes.Set(word.Field(fields.XSize).Extend(lengthWidth) << config.Out.LogElemBytes);
        bursts.Command.Payload.StrideBytes.Set(stride);
        bursts.Command.Payload.Rows.Set(Mux(isEmpty, 0, word.Field(fields.YSize)));
        walker.Job.Valid.Set(starts & !isEmpty);
        walker.Job.Payload.SramBase.Set(word.Field(fields.SramBase));
        walker.Job.Payload.XSize.Set(word.Field(fields.XSize));
        walker.Job.Payload.YSize.Set(word.Field(fields.YSize));
        walker.Job.Payload.Address.Set(address.Trunc(StoreJob.LowWidth(_bus)));
        walker.Job.Payload.Stride.Set(stride.Resize(StoreJob.LowWidth(_bus)));
        walker.Job.Payload.Index.Set(command.Index);
        pendingStores.Enq.Valid.Set(starts);
        pendingStores.Enq.Payload.Pushes.Set(Tokens.PushedBy(word, layout.Common));
        pendingStores.Enq.Payload.Index.Set(command.Index);

        ReadEnable.Set(walker.ReadEnable);
        ReadIndex.Set(walker.ReadIndex);
        walker.ReadData.Set(ReadData);
        OutStoreBytes.Set(walker.Elements.PadLow(config.Out.LogElemBytes));
        RangeFault.Set(walker.Fault);

        // Addresses, and for each a note that a response is to come.
        var burst = bursts.Request.Payload;
        var isMark = Let(burst.Beats == 0);
        Address.Valid.Set(bursts.Request.Valid & !isMark & pendingBursts.Enq.Ready);
        Address.Payload.Set(burst);
        bursts.Request.Ready.Set(pendingBursts.Enq.Ready & (isMark | Address.Ready));
        pendingBursts.Enq.Valid.Set(bursts.Request.Valid & (isMark | Address.Ready));
        pendingBursts.Enq.Payload.IsAnswered.Set(!isMark);
        pendingBursts.Enq.Payload.IsLast.Set(burst.Last);

        // Data may come once their address is offered. AXI does not let them wait until it is taken, as memory may wait for data first.
        var announced = Reg(UInt(Hdl.Ir.Bits.WidthFor(MaxBursts)));
        var isAnnounced = RegNextReset(Address.Valid & !Address.Ready);
        var announces = Let(Address.Valid & !isAnnounced);
        var endsBurst = Let(Data.Fire & Data.Payload.Last);
        using (When(announces & !endsBurst))
            announced.Set(announced + 1);
        using (ElseWhen(endsBurst & !announces))
            announced.Set(announced - 1);
        var mayWrite = Let(announced != 0);
        Data.Valid.Set(walker.Beat.Valid & mayWrite);
        Data.Payload.Set(walker.Beat.Payload);
        walker.Beat.Ready.Set(Data.Ready & mayWrite);

        // Responses, and the tokens that follow the last of an instruction.
        var pending = pendingBursts.Deq;
        var pushes = pendingStores.Deq.Payload.Pushes;
        var full = Let(pushes & ~Tokens.HasRoom);
        var mayPop = Let(!pending.Payload.IsLast | !full.Any());
        var ends = Let(pending.Valid & (ResponseValid | !pending.Payload.IsAnswered));
        pending.Ready.Set(mayPop & (ResponseValid | !pending.Payload.IsAnswered));
        ResponseReady.Set(pending.Valid & pending.Payload.IsAnswered & mayPop);
        var retires = Let(pending.Fire & pending.Payload.IsLast);
        pendingStores.Deq.Ready.Set(retires);
        Tokens.Push.Set(Mux(retires, pushes, 0));
        ResponseFault.Set(pendingStores.Deq.Payload.Index, bus: pending.Fire & pending.Payload.IsAnswered & ResponseError);

        var isFull = Let(ends & !mayPop);
        var isMissing = Let(Commands.Valid & missing.Any());
        Status.Retires.Set(retires);
        Status.Empty.Set(Mux(isMissing & !isFull, missing, 0));
        Status.Full.Set(Mux(isFull, full, 0));
        Status.Drains.Set(false);
        Status.Waits.Set(isFull | (isMissing & !pendingStores.Deq.Valid));
        Status.WaitIndex.Set(Mux(isFull, pendingStores.Deq.Payload.Index, command.Index));
        Status.Works.Set(starts | walker.ReadEnable | Address.Fire | Data.Fire | pending.Fire);
        Status.IsUnderWay.Set(pendingStores.Deq.Valid);
    }
}
