using Vta.Hardware.Buffers;
using Vta.Hardware.Bus;
using Vta.Hardware.Control;
using Vta.Isa.Instructions;
using Vta.Isa.Launch;

namespace Vta.Hardware.Dma;

/// <summary>
/// Runs LOAD instructions one after the other: asks memory for the rows of the next ones while the data of the first arrive, and writes elements and
/// padding to the on-chip memories.
/// </summary>
/// <param name="config">The configuration.</param>
/// <param name="targets">The memories it fills.</param>
/// <param name="padWidth">Bits of the value that padding repeats; 0 where padding is zero.</param>
internal sealed class DmaReader(VtaConfig config, IReadOnlyList<DmaTarget> targets, int padWidth = 0) : Module
{
    /// <summary>Beats requested and not yet delivered at most. Enough for a latency of a hundred cycles; more would make others wait longer for the bus.</summary>
    private const int MaxBeatsInFlight = 128;

    private const int MaxJobs = 8;

    private readonly BusShape _bus = BusShape.Of(config);

    public readonly Stream<DmaCommand> Command = Sink(DmaCommand.Type(targets.Count, padWidth));
    public readonly Stream<Burst> Request = Source(Burst.Type(BusShape.Of(config)));
    public readonly Stream<ReadBeat> Beat = Sink(ReadBeat.Type(BusShape.Of(config)));
    public readonly ElementWrite Write = Out(ElementWriter.WriteType(config, targets));

    /// <summary>The targets that may be written now.</summary>
    public readonly UInt MayWrite = In(UInt(targets.Count));

    /// <summary>The first instruction is over as soon as <see cref="MayFinish"/> is high: its effects are visible from the next cycle on.</summary>
    public readonly Bool Finishing = Out();
    public readonly Bool MayFinish = In();

    /// <summary>No instruction is under way.</summary>
    public readonly Bool Idle = Out();

    /// <summary>Program index of the first instruction under way.</summary>
    public readonly UInt Index = Out(UInt(ProgramIndex.Width));

    /// <summary>Elements that memory delivered in this cycle, for each target (one at most per cycle unless a bus word holds several).</summary>
    public readonly UInt Elements = Out(UInt(ElementWriter.CountWidth(config)));

    public readonly Fault Fault = Out(Fault.Type(Faults.Index | Faults.Bus));

    /// <summary>Bytes that memory delivered for a target in this cycle.</summary>
    public UInt Bytes(int target) => Mux(Write.Target[target], Elements, 0).PadLow(targets[target].LogElemBytes);

    protected override string DefinitionName => $"DmaReader_{string.Join("_", targets.Select(t => t.Memory.Name().ToLowerInvariant()))}";

    protected override void Build()
    {
        var layout = config.Layout.Memory;
        var word = Command.Payload.Word;
        var lengthWidth = 16 + targets.Max(t => t.LogElemBytes);
        var laneWidth = ElementWriter.LaneWidth(config, targets);
        var bursts = Instance(new RowBursts(_bus, lengthWidth));
        var jobs = Instance(new Fifo<DmaJob>(DmaJob.Type(targets.Count, laneWidth, padWidth), MaxJobs));
        var writer = Instance(new ElementWriter(config, targets, padWidth));

        var xSize = word.Field(layout.XSize);
        var ySize = word.Field(layout.YSize);
        var isEmpty = Let(xSize == 0 | ySize == 0);
        var xPads = Let(word.Field(layout.XPad0).AddWide(word.Field(layout.XPad1)));
        var rowPitch = Let(xSize.AddWide(xPads));

        Command.Ready.Set(jobs.Enq.Ready & (bursts.Command.Ready | isEmpty));
        bursts.Command.Valid.Set(Command.Valid & jobs.Enq.Ready & !isEmpty);
        var dramBase = word.Field(layout.DramBase);
        bursts.Command.Payload.Address.Set(Command.Payload.Base + PerTarget(t => dramBase << t.LogElemBytes));
        bursts.Command.Payload.RowBytes.Set(PerTarget(t => xSize.Extend(lengthWidth) << t.LogElemBytes));
        bursts.Command.Payload.StrideBytes.Set(PerTarget(t => word.Field(layout.XStride).Extend(lengthWidth) << t.LogElemBytes));
        bursts.Command.Payload.Rows.Set(ySize);

        var job = jobs.Enq.Payload;
        jobs.Enq.Valid.Set(Command.Valid & (bursts.Command.Ready | isEmpty));
        job.Target.Set(Command.Payload.Target);
        job.IsEmpty.Set(isEmpty);
        job.SramBase.Set(word.Field(layout.SramBase));
        job.XSize.Set(xSize);
        job.YSize.Set(ySize);
        job.GapBefore.Set((word.Field(layout.YPad0) * rowPitch).Extend(DmaJob.GapWidth + 1).Trunc(DmaJob.GapWidth) + word.Field(layout.XPad0));
        job.GapBetween.Set(xPads);
        job.GapBehind.Set((word.Field(layout.YPad1) * rowPitch).Extend(DmaJob.GapWidth + 1).Trunc(DmaJob.GapWidth) + word.Field(layout.XPad1));
        job.FirstLane.Set(dramBase.Trunc(laneWidth));
        job.LaneStride.Set(word.Field(layout.XStride).Trunc(laneWidth));
        if (padWidth > 0)
            job.PadValue.Set(Command.Payload.PadValue);
        job.Index.Set(Command.Payload.Index);
        writer.Job.Connect(jobs.Deq);

        // The address channel waits while more is on its way than the latency of memory asks for.
        var beatsInFlight = Reg(UInt(Hdl.Ir.Bits.WidthFor(MaxBeatsInFlight)));
        var hasRoom = Let(beatsInFlight <= MaxBeatsInFlight - BusShape.MaxBeats);
        var asked = Mux(Request.Fire, bursts.Request.Payload.Beats, 0).Extend(beatsInFlight.Width);
        beatsInFlight.Set(beatsInFlight + asked - Mux(Beat.Fire, Lit(1, 1), Lit(0, 1)));
        Request.Valid.Set(bursts.Request.Valid & hasRoom);
        Request.Payload.Set(bursts.Request.Payload);
        bursts.Request.Ready.Set(Request.Ready & hasRoom);

        writer.Beat.Connect(Beat);
        writer.MayWrite.Set(MayWrite);
        writer.MayFinish.Set(MayFinish);
        Write.Set(writer.Write);
        Finishing.Set(writer.Finishing);
        Index.Set(writer.Index);
        Elements.Set(writer.Elements);
        Fault.Set(writer.Fault);
        Idle.Set(!writer.Busy & !jobs.Deq.Valid);
    }

    private UInt PerTarget(Func<DmaTarget, UInt> value) => OneOf.Select(Command.Payload.Target, targets.Select(value).ToArray());
}
