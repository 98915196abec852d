using Vta.Hardware.Buffers;
using Vta.Hardware.Bus;
using Vta.Hardware.Control;
using Vta.Hardware.Dma;
using Vta.Isa.Instructions;
using Vta.Isa.Launch;

namespace Vta.Hardware.Loading;

/// <summary>The load unit: fills the input and weight buffers.</summary>
internal sealed class Load(VtaConfig config) : Module
{
    public const int Inp = 0;
    public const int Wgt = 1;

    public readonly Stream<Command> Commands = Sink(Command.Type);
    public readonly Stream<Burst> Request = Source(Burst.Type(BusShape.Of(config)));
    public readonly Stream<ReadBeat> Beat = Sink(ReadBeat.Type(BusShape.Of(config)));
    public readonly ElementWrite Write = Out(ElementWriter.WriteType(config, Targets(config)));
    public readonly UInt InpBase = In(UInt(BusShape.AddressWidth));
    public readonly UInt WgtBase = In(UInt(BusShape.AddressWidth));
    public readonly TokenPorts Tokens = new(Unit.Load);
    public readonly UnitStatus Status = Out(UnitStatus.Type);
    public readonly Fault Fault = Out(Fault.Type(Faults.Index | Faults.Bus));

    /// <summary>What memory delivered in this cycle, for the counters.</summary>
    public readonly UInt InpLoadBytes = Out(UInt(ElementWriter.CountWidth(config) + config.Inp.LogElemBytes));
    public readonly UInt WgtLoadBytes = Out(UInt(ElementWriter.CountWidth(config) + config.Wgt.LogElemBytes));

    /// <summary>The memories it fills, in the order of the bits of <see cref="ElementWrite.Target"/>.</summary>
    public static IReadOnlyList<DmaTarget> Targets(VtaConfig config) =>
        [DmaTarget.Of(config, MemoryId.Inp), DmaTarget.Of(config, MemoryId.Wgt)];

    /// <summary>The memory ids of its instructions.</summary>
    public static IEnumerable<MemoryId> Memories(VtaConfig config) =>
        new[] { MemoryId.Inp, MemoryId.Wgt, MemoryId.Pad }.Where(config.Layout.Knows);

    protected override void Build()
    {
        var layout = config.Layout;
        var command = Commands.Payload;
        var dma = Instance(new DmaReader(config, Targets(config), config.Layout.Knows(MemoryId.Pad) ? config.InpWidth : 0));

        var isWgt = Let(command.Word.Is(layout.Memory.MemoryType, MemoryId.Wgt));
        var popped = Let(Tokens.PoppedBy(command.Word, layout.Common));
        var missing = Let(popped & ~Tokens.Available);
        var starts = Let(Commands.Valid & !missing.Any() & dma.Command.Ready);
        Commands.Ready.Set(starts);
        Tokens.Pop.Set(Mux(starts, popped, 0));

        dma.Command.Valid.Set(Commands.Valid & !missing.Any());
        dma.Command.Payload.Target.Set(Cat(isWgt, !isWgt));
        dma.Command.Payload.Base.Set(Mux(isWgt, WgtBase, InpBase));
        if (config.Layout.Knows(MemoryId.Pad))
        {
            // By itself a load of nothing; the value goes with each load that starts behind it.
            var isPad = Let(command.Word.Is(layout.Memory.MemoryType, MemoryId.Pad));
            var padValue = Reg(UInt(config.InpWidth));
            using (When(starts & isPad))
                padValue.Set(command.Word.Field(layout.Memory.SramBase).Trunc(config.InpWidth));
            dma.Command.Payload.PadValue.Set(Mux(isWgt, 0, padValue));
            dma.Command.Payload.Word.Set(Mux(isPad, 0, command.Word));
        }
        else
        {
            dma.Command.Payload.Word.Set(command.Word);
        }
        dma.Command.Payload.Index.Set(command.Index);
        Request.Connect(dma.Request);
        dma.Beat.Connect(Beat);
        dma.MayWrite.Set(3);
        Write.Set(dma.Write);
        InpLoadBytes.Set(dma.Bytes(Inp));
        WgtLoadBytes.Set(dma.Bytes(Wgt));
        Fault.Set(dma.Fault);

        // What the instructions under way push when they are over.
        var pushes = Instance(new Fifo<UInt>(UInt(TokenQueue.Count), 16));
        pushes.Enq.Valid.Set(starts);
        pushes.Enq.Payload.Set(Tokens.PushedBy(command.Word, layout.Common));
        var full = Let(pushes.Deq.Payload & ~Tokens.HasRoom);
        var retires = Let(dma.Finishing & !full.Any());
        dma.MayFinish.Set(!full.Any());
        pushes.Deq.Ready.Set(retires);
        Tokens.Push.Set(Mux(retires, pushes.Deq.Payload, 0));

        var isFull = Let(dma.Finishing & full.Any());
        var isEmpty = Let(Commands.Valid & missing.Any());
        Status.Retires.Set(retires);
        Status.Empty.Set(Mux(isEmpty & !isFull, missing, 0));
        Status.Full.Set(Mux(isFull, full, 0));
        Status.Drains.Set(false);
        Status.Waits.Set(isFull | (isEmpty & dma.Idle));
        Status.WaitIndex.Set(Mux(isFull, dma.Index, command.Index));
        Status.Works.Set(starts | dma.Write.Valid | retires);
        Status.IsUnderWay.Set(!dma.Idle);
    }
}
