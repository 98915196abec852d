using Vta.Hardware.Buffers;
using Vta.Hardware.Bus;
using Vta.Hardware.Control;
using Vta.Hdl.Ir;
using Vta.Isa.Instructions;
using Vta.Isa.Launch;

namespace Vta.Hardware.Dma;

/// <summary>
/// The data side of a load: takes bus words and says which elements they are. Words come at up to one a cycle, across the borders of rows and
/// instructions; padding is written in the cycles that leave the memory free.
/// </summary>
internal sealed class ElementWriter(VtaConfig config, IReadOnlyList<DmaTarget> targets, int padWidth) : Module
{
    private readonly BusShape _bus = BusShape.Of(config);

    public readonly Stream<DmaJob> Job = Sink(DmaJob.Type(targets.Count, LaneWidth(config, targets), padWidth));
    public readonly Stream<ReadBeat> Beat = Sink(ReadBeat.Type(BusShape.Of(config)));
    public readonly ElementWrite Write = Out(WriteType(config, targets));
    public readonly UInt MayWrite = In(UInt(targets.Count));
    public readonly Bool Finishing = Out();
    public readonly Bool MayFinish = In();
    public readonly Bool Busy = Out();
    public readonly UInt Index = Out(UInt(ProgramIndex.Width));
    public readonly UInt Elements = Out(UInt(CountWidth(config)));
    public readonly Fault Fault = Out(Fault.Type(Faults.Index | Faults.Bus));

    protected override string DefinitionName => $"ElementWriter_{string.Join("_", targets.Select(t => t.Memory.Name().ToLowerInvariant()))}";

    /// <summary>Bits of a lane number: the most elements that a bus word holds; at least 1.</summary>
    public static int LaneWidth(VtaConfig config, IReadOnlyList<DmaTarget> targets) =>
        Math.Max(1, int.Log2(targets.Max(t => t.LanesIn(BusShape.Of(config)))));

    /// <summary>Bits of a count of the elements in a bus word.</summary>
    public static int CountWidth(VtaConfig config) => Bits.WidthFor(BusShape.Of(config).Bytes);

    public static BundleType<ElementWrite> WriteType(VtaConfig config, IReadOnlyList<DmaTarget> targets) =>
        ElementWrite.Type(BusShape.Of(config), targets.Count, PartWidth(config, targets));

    private static int PartWidth(VtaConfig config, IReadOnlyList<DmaTarget> targets) =>
        Math.Max(1, int.Log2(targets.Max(t => t.PartsIn(BusShape.Of(config)))));

    protected override void Build()
    {
        var laneWidth = LaneWidth(config, targets);
        var partWidth = PartWidth(config, targets);
        var countWidth = CountWidth(config);

        var valid = Reg(reset: false);
        var job = RegNoReset(Job.Payload.TypeOf());
        Busy.Set(valid);
        Index.Set(job.Index);

        // Data: where the next word goes.
        var dataDone = RegNoReset(Bool());
        var index = RegNoReset(UInt(DmaJob.IndexWidth));
        var xLeft = RegNoReset(UInt(16));
        var yLeft = RegNoReset(UInt(16));
        var part = RegNoReset(UInt(partWidth));
        var lane = RegNoReset(UInt(laneWidth));
        var rowLane = RegNoReset(UInt(laneWidth));

        var lastPart = Let(PerTarget(t => Lit(t.PartsIn(_bus) - 1, partWidth)));
        var lanesLeft = Let(PerTarget(t => Lit(t.LanesIn(_bus), countWidth)) - lane);
        var fits = Let(Mux(xLeft < lanesLeft, xLeft.Resize(countWidth), lanesLeft));
        var completesElement = Let(part == lastPart);
        var elements = Let(Mux(completesElement, fits, 0));
        var endsRow = Let(completesElement & xLeft == fits);

        var padDone = RegNoReset(Bool());
        var padIndex = RegNoReset(UInt(DmaJob.IndexWidth));
        var padLeft = RegNoReset(UInt(DmaJob.GapWidth));
        var padRows = RegNoReset(UInt(16));

        // Data and padding are written in any order, but for elements past the buffer: these may fall on elements of the same load, and must come
        // behind all that lies before them.
        var isPastEnd = Let(IsOutOfRange(Advance(index, fits - 1)));
        var isPadPastEnd = Let(IsOutOfRange(padIndex));
        var dataIsNext = Let(padDone | padRows < yLeft);
        var padIsNext = Let(dataDone | yLeft <= padRows);
        var mayWrite = Let(valid & (job.Target & MayWrite).Any());

        Beat.Ready.Set(mayWrite & !dataDone & (!isPastEnd | dataIsNext));
        var takesBeat = Let(Beat.Fire);
        var lastBeat = Let(takesBeat & endsRow & yLeft == 1);
        using (When(takesBeat))
        {
            part.Set(Mux(completesElement, 0, part + 1));
            xLeft.Set(Mux(endsRow, job.XSize, xLeft - elements));
            index.Set(Advance(index, elements + Mux(endsRow, job.GapBetween.Extend(Math.Max(5, countWidth) + 1), 0)));
            using (When(endsRow))
            {
                var nextRowLane = rowLane + job.LaneStride;
                yLeft.Set(yLeft - 1);
                rowLane.Set(nextRowLane);
                lane.Set(nextRowLane & LaneBits());
                dataDone.Set(yLeft == 1);
            }
            using (ElseWhen(completesElement))
                lane.Set(0);
        }

        // Padding: walks over all positions, one element of padding or one row of data a cycle.
        var writesPad = Let(mayWrite & !padDone & padLeft != 0 & !takesBeat & (!isPadPastEnd | padIsNext));
        var endsGap = Let(valid & !padDone & (padLeft == 0 | (padLeft == 1 & writesPad)));
        var lastGap = Let(endsGap & padRows == 0);
        using (When(writesPad))
        {
            padLeft.Set(padLeft - 1);
            padIndex.Set(Advance(padIndex, Lit(1, 1)));
        }
        using (When(endsGap))
        {
            padIndex.Set(Advance(padIndex, job.XSize.AddWide(Mux(writesPad, Lit(1, 1), 0))));
            padLeft.Set(Mux(padRows == 1, job.GapBehind, job.GapBetween.Extend(DmaJob.GapWidth)));
            padRows.Set(padRows - 1);
            padDone.Set(padRows == 0);
        }

        Finishing.Set(valid & (dataDone | lastBeat) & (padDone | lastGap));
        var finishes = Let(Finishing & MayFinish);
        Job.Ready.Set(!valid | finishes);
        using (When(finishes))
            valid.Set(false);
        using (When(Job.Fire))
        {
            var first = Job.Payload;
            valid.Set(true);
            job.Set(first);
            dataDone.Set(first.IsEmpty);
            index.Set(Advance(first.SramBase.Extend(DmaJob.IndexWidth), first.GapBefore));
            xLeft.Set(first.XSize);
            yLeft.Set(first.YSize);
            part.Set(0);
            rowLane.Set(first.FirstLane);
            lane.Set(first.FirstLane & LaneBits(first.Target));
            padDone.Set(first.IsEmpty);
            padIndex.Set(first.SramBase.Extend(DmaJob.IndexWidth));
            padLeft.Set(first.GapBefore);
            padRows.Set(first.YSize);
        }

        Write.Valid.Set(takesBeat | writesPad);
        Write.Target.Set(job.Target);
        Write.Index.Set(Mux(takesBeat, index.Trunc(16) - lane, padIndex.Trunc(16)));
        Write.IsPadding.Set(!takesBeat);
        Write.Part.Set(part);
        Write.Lanes.Set(Mux(takesBeat, LaneMask.Range(lane, fits, _bus.Bytes), 1));
        Write.Data.Set(Mux(takesBeat, Beat.Payload.Data, padWidth > 0 ? job.PadValue.Repeat(_bus.Width / padWidth) : 0));
        Elements.Set(Mux(takesBeat, elements, 0));

        Fault.Set(job.Index, outOfRange: (takesBeat & isPastEnd) | (writesPad & isPadPastEnd), bus: takesBeat & Beat.Payload.Error);

        UInt LaneBits(UInt? target = null) => PerTarget(t => Lit(t.LanesIn(_bus) - 1, laneWidth), target);

        UInt PerTarget(Func<DmaTarget, UInt> value, UInt? target = null) => OneOf.Select(target ?? job.Target, targets.Select(value).ToArray());

        Bool IsOutOfRange(UInt at) => PerTarget(t => at[DmaJob.IndexWidth - 1, t.LogDepth].Any().AsUInt()).AsBool();
    }

    /// <summary>The index so many elements further: its top bit stays set once the index has left 16 bits.</summary>
    private static UInt Advance(UInt index, UInt elements)
    {
        var width = Math.Max(16, elements.Width) + 1;
        var sum = index.Trunc(16).Extend(width) + elements;
        return Cat(index[16] | sum[width - 1, 16].Any(), sum.Trunc(16));
    }
}
