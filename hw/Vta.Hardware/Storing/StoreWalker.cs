using Vta.Hardware.Bus;
using Vta.Hardware.Control;
using Vta.Hdl.Ir;
using Vta.Isa.Launch;

namespace Vta.Hardware.Storing;

/// <summary>What the data side of a store needs to know.</summary>
internal sealed class StoreJob(BusShape bus) : Bundle
{
    public readonly UInt SramBase = Field(UInt(16));
    public readonly UInt XSize = Field(UInt(16));
    public readonly UInt YSize = Field(UInt(16));

    /// <summary>The low bits of the byte address of the first row, and of the distance to the next: enough to know words and burst borders.</summary>
    public readonly UInt Address = Field(UInt(LowWidth(bus)));
    public readonly UInt Stride = Field(UInt(LowWidth(bus)));
    public readonly UInt Index = Field(UInt(ProgramIndex.Width));

    public static int LowWidth(BusShape bus) => bus.LogBytes + BusShape.LogMaxBeats;

    public static BundleType<StoreJob> Type(BusShape bus) => BundleOf(() => new StoreJob(bus));
}

/// <summary>
/// The data side of a store: reads elements from the output buffer and packs them into bus words, one a cycle across the borders of rows and
/// instructions.
/// </summary>
internal sealed class StoreWalker(VtaConfig config) : Module
{
    private readonly BusShape _bus = BusShape.Of(config);
    private readonly BufferShape _out = config.Out;

    public readonly Stream<StoreJob> Job = Sink(StoreJob.Type(BusShape.Of(config)));
    public readonly Stream<WriteBeat> Beat = Source(WriteBeat.Type(BusShape.Of(config)));
    public readonly Bool ReadEnable = Out();
    public readonly UInt ReadIndex = Out(UInt(config.Out.LogDepth));
    public readonly UInt ReadData = In(UInt(LanesOf(config) * config.Out.ElemBits));

    /// <summary>Elements read in this cycle.</summary>
    public readonly UInt Elements = Out(UInt(CountWidth(config)));
    public readonly Fault Fault = Out(Fault.Type(Faults.Index));
    public readonly Bool Busy = Out();

    /// <summary>Elements that a bus word holds; 1 where an element takes a word or more.</summary>
    public static int LanesOf(VtaConfig config) => Math.Max(1, config.BusWidth / config.Out.ElemBits);

    public static int CountWidth(VtaConfig config) => Bits.WidthFor(LanesOf(config));

    protected override void Build()
    {
        var lanes = LanesOf(config);
        var laneWidth = Math.Max(1, int.Log2(lanes));
        var parts = Math.Max(1, _out.ElemBits / _bus.Width);
        var partWidth = Math.Max(1, int.Log2(parts));
        var countWidth = CountWidth(config);
        var words = Instance(new Fifo<WriteBeat>(WriteBeat.Type(_bus), 4));

        var valid = Reg(reset: false);
        var job = RegNoReset(Job.Payload.TypeOf());
        var index = RegNoReset(UInt(17));
        var xLeft = RegNoReset(UInt(16));
        var yLeft = RegNoReset(UInt(16));
        var part = RegNoReset(UInt(partWidth));
        var address = RegNoReset(UInt(StoreJob.LowWidth(_bus)));
        var rowAddress = RegNoReset(UInt(StoreJob.LowWidth(_bus)));

        var lane = Let(LaneOf(address, laneWidth, lanes));
        var lanesLeft = Let(Lit(lanes, countWidth) - lane.Resize(countWidth));
        var fits = Let(Mux(xLeft < lanesLeft, xLeft.Resize(countWidth), lanesLeft));
        var completesElement = Let(part == parts - 1);
        var endsRow = Let(completesElement & xLeft == fits);
        var endsJob = Let(endsRow & yLeft == 1);
        var endsBurst = Let(endsRow | address[address.Width - 1, _bus.LogBytes].All());

        // One word is in the read stage when the queue is looked at: it must find a place there.
        var readStage = Reg(reset: false);
        var reads = Let(valid & words.Count.AddWide(readStage.AsUInt()) < 4);
        readStage.Set(reads);
        ReadEnable.Set(reads);
        ReadIndex.Set((index - lane.Extend(17)).Trunc(_out.LogDepth));
        Elements.Set(Mux(reads & completesElement, fits, 0));
        using (When(reads))
        {
            part.Set(Mux(completesElement, 0, part + 1));
            using (When(completesElement))
            {
                var sum = index.Trunc(16).AddWide(fits);
                index.Set(Cat(index[16] | sum[16], sum.Trunc(16)));
            }
            xLeft.Set(Mux(endsRow, job.XSize, xLeft - Mux(completesElement, fits, 0)));
            var nextWord = address[address.Width - 1, _bus.LogBytes] + 1;
            address.Set(nextWord.PadLow(_bus.LogBytes));
            using (When(endsRow))
            {
                yLeft.Set(yLeft - 1);
                rowAddress.Set(rowAddress + job.Stride);
                address.Set(rowAddress + job.Stride);
            }
        }

        Busy.Set(valid | readStage | words.Deq.Valid);
        Job.Ready.Set(!valid | (reads & endsJob));
        using (When(reads & endsJob))
            valid.Set(false);
        using (When(Job.Fire))
        {
            var first = Job.Payload;
            valid.Set(true);
            job.Set(first);
            index.Set(first.SramBase.Extend(17));
            xLeft.Set(first.XSize);
            yLeft.Set(first.YSize);
            part.Set(0);
            address.Set(first.Address);
            rowAddress.Set(first.Address);
        }

        var lastIndex = index.Trunc(16).AddWide(fits - 1);
        Fault.Set(job.Index, outOfRange: reads & (index[16] | lastIndex[16, _out.LogDepth].Any()));

        var stagePart = RegNext(part);
        var stageLast = RegNext(endsBurst);
        var stageLanes = RegNext(LaneMask.Range(lane, fits, lanes));
        words.Enq.Valid.Set(readStage);
        words.Enq.Payload.Last.Set(stageLast);
        if (parts > 1)
        {
            words.Enq.Payload.Data.Set(ReadData.AsVec(UInt(_bus.Width))[stagePart]);
            words.Enq.Payload.Strobe.Set(Bits.Mask(_bus.Bytes));
        }
        else
        {
            words.Enq.Payload.Data.Set(ReadData);
            words.Enq.Payload.Strobe.Set(stageLanes.AsVec(Bool()).Map(written => written.Repeat(_bus.Bytes / lanes)).AsUInt());
        }
        Beat.Connect(words.Deq);
    }

    /// <summary>The lane of the element at a byte address.</summary>
    private UInt LaneOf(UInt address, int laneWidth, int lanes) =>
        lanes == 1 ? Lit(0, laneWidth) : address[_bus.LogBytes - 1, _out.LogElemBytes];
}
