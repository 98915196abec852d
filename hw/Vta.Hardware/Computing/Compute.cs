using Vta.Hardware.Buffers;
using Vta.Hardware.Bus;
using Vta.Hardware.Control;
using Vta.Hardware.Dma;
using Vta.Hardware.Storing;
using Vta.Isa.Instructions;
using Vta.Isa.Launch;

namespace Vta.Hardware.Computing;

/// <summary>
/// The compute unit: GEMM and ALU steps, loads of micro-ops and accumulators, FINISH. Instructions start in order, and overlap where nobody can
/// tell: steps follow steps without a gap, requests of loads go out while steps still run.
/// </summary>
internal sealed class Compute(VtaConfig config) : Module
{
    /// <summary>Bits of <see cref="ElementWrite.Target"/>.</summary>
    public const int Uop = 0;
    public const int Acc = 1;
    public const int Acc8Bit = 2;

    /// <summary>On devices with <see cref="Extensions.Requant"/>.</summary>
    private const int Par = 3;

    private const int MaxPending = 16;

    private readonly BusShape _bus = BusShape.Of(config);

    public readonly Stream<Command> Commands = Sink(Command.Type);
    public readonly Stream<Burst> Request = Source(Burst.Type(BusShape.Of(config)));
    public readonly Stream<ReadBeat> Beat = Sink(ReadBeat.Type(BusShape.Of(config)));
    public readonly UInt UopBase = In(UInt(BusShape.AddressWidth));
    public readonly UInt AccBase = In(UInt(BusShape.AddressWidth));
    public readonly TokenPorts Tokens = new(Unit.Compute);
    public readonly UnitStatus Status = Out(UnitStatus.Type);

    public readonly Bool OperandReadEnable = Out();
    public readonly UInt InpReadIndex = Out(UInt(config.Inp.LogDepth));
    public readonly UInt WgtReadIndex = Out(UInt(config.Wgt.LogDepth));
    public readonly UInt Inp = In(UInt(config.Inp.ElemBits));
    public readonly UInt Wgt = In(UInt(config.Wgt.ElemBits));

    public readonly Bool OutReadEnable = In();
    public readonly UInt OutReadIndex = In(UInt(config.Out.LogDepth));
    public readonly UInt OutReadData = Out(UInt(StoreWalker.LanesOf(config) * config.Out.ElemBits));

    /// <summary>The load and store units have finished all that was handed to them.</summary>
    public readonly Bool OthersIdle = In();

    /// <summary>FINISH is over, its tokens pushed the cycle before.</summary>
    public readonly Bool Finished = Out();

    /// <summary>Program index of FINISH, while <see cref="Finished"/>.</summary>
    public readonly UInt FinishIndex = Out(UInt(ProgramIndex.Width));

    /// <summary>What happens in this cycle, for the counters.</summary>
    public readonly Bool GemmSteps = Out();
    public readonly Bool AluSteps = Out();
    public readonly UInt UopLoadBytes = Out(UInt(ElementWriter.CountWidth(config) + config.Uop.LogElemBytes));
    public readonly UInt AccLoadBytes = Out(UInt(ElementWriter.CountWidth(config) + config.Acc.LogElemBytes));
    public readonly UInt? ParLoadBytes = config.Par is { } par ? Out(UInt(ElementWriter.CountWidth(config) + par.LogElemBytes)) : null;
    public readonly UInt AccWriteCount = Out(UInt(ElementWriter.CountWidth(config)));

    /// <summary>Faults of loads, of steps and of decoding: each in program order by itself.</summary>
    public readonly Fault LoadFault = Out(Fault.Type(Faults.Index | Faults.Bus));
    public readonly Fault StepFault = Out(Fault.Type(Faults.Index));
    public readonly Fault DecodeFault = Out(Fault.Type(Faults.Illegal));

    private enum FinishState
    {
        None,
        Drain,
        Done,
    }

    private static readonly MemoryId[] TargetIds = [MemoryId.Uop, MemoryId.Acc, MemoryId.Acc8Bit, MemoryId.Par];

    /// <summary>The memories its loads fill, in the order of the bits of <see cref="ElementWrite.Target"/>.</summary>
    public static IReadOnlyList<DmaTarget> Targets(VtaConfig config) =>
        [.. TargetIds.Where(config.Layout.Knows).Select(memory => DmaTarget.Of(config, memory))];

    protected override void Build()
    {
        var layout = config.Layout;
        var command = Commands.Payload;
        var word = command.Word;
        var dma = Instance(new DmaReader(config, Targets(config)));
        var steps = Instance(new StepPipeline(config));
        var pending = Instance(new Fifo<PendingInstruction>(PendingInstruction.Type, MaxPending));

        // What the first instruction is.
        var isUop = word.Is(layout.Memory.MemoryType, MemoryId.Uop);
        var isAcc = word.Is(layout.Memory.MemoryType, MemoryId.Acc);
        var isAcc8 = word.Is(layout.Memory.MemoryType, MemoryId.Acc8Bit);
        var isPar = config.HasRequant ? word.Is(layout.Memory.MemoryType, MemoryId.Par) : false;
        var isLoad = Let(word.Is(layout.Common.Opcode, Opcode.Load) & (isUop | isAcc | isAcc8 | isPar));
        var isGemm = Let(word.IsGemm(layout));
        var isAlu = Let(word.Is(layout.Common.Opcode, Opcode.Alu) & AnyOf(config.AluCodes.Select(code => word.Field(layout.Alu.AluOpcode) == code)));
        var isFinish = Let(word.Is(layout.Common.Opcode, Opcode.Finish));
        var hasTrips = Let(word.Field(layout.Gemm.IterOut) != 0 & word.Field(layout.Gemm.IterIn) != 0
            & word.Field(layout.Gemm.UopBegin) < word.Field(layout.Gemm.UopEnd));
        var isStep = Let((isGemm | isAlu) & hasTrips);

        // What is not defined raises a fault, unless there is nothing to do.
        var isUnknownLoad = word.Is(layout.Common.Opcode, Opcode.Load) & !isLoad & word.Field(layout.Memory.XSize).Any() & word.Field(layout.Memory.YSize).Any();
        var isUnknownAlu = word.Is(layout.Common.Opcode, Opcode.Alu) & !isAlu & hasTrips;
        var isUnknown = !AnyOf(Enum.GetValues<Opcode>().Where(layout.Knows).Select(o => word.Is(layout.Common.Opcode, o)));
        var isIllegal = Let(isUnknownLoad | isUnknownAlu | isUnknown);

        // When it starts.
        var popped = Let(Tokens.PoppedBy(word, layout.Common));
        var missing = Let(popped & ~Tokens.Available);
        var finish = Fsm(reset: FinishState.None);
        var mayStart = Let(Commands.Valid & !missing.Any() & pending.Enq.Ready & finish.Is(FinishState.None));

        // A load starts behind the last step of those before it: its data must not wait on the bus, where others would wait behind them.
        var mayLoad = Let(mayStart & isLoad & steps.Command.Ready);
        var startsLoad = Let(mayLoad & dma.Command.Ready);
        var startsStep = Let(mayStart & isStep & dma.Idle & steps.Command.Ready);
        var skips = Let(mayStart & !isLoad & !isStep & !isFinish);
        var startsFinish = Let(mayStart & isFinish);
        var starts = Let(startsLoad | startsStep | skips | startsFinish);
        Tokens.Pop.Set(Mux(starts, popped, 0));
        Commands.Ready.Set(startsLoad | startsStep | skips | finish.Is(FinishState.Done));
        DecodeFault.Set(command.Index, illegal: skips & isIllegal);

        dma.Command.Valid.Set(mayLoad);
        dma.Command.Payload.Target.Set(config.HasRequant ? Cat(isPar, isAcc8, isAcc, isUop) : Cat(isAcc8, isAcc, isUop));
        dma.Command.Payload.Base.Set(Mux(isUop, UopBase, AccBase));
        dma.Command.Payload.Word.Set(word);
        dma.Command.Payload.Index.Set(command.Index);
        Request.Connect(dma.Request);
        dma.Beat.Connect(Beat);
        LoadFault.Set(dma.Fault);

        steps.Command.Valid.Set(mayStart & isStep & dma.Idle);
        steps.Command.Payload.Word.Set(word);
        steps.Command.Payload.Index.Set(command.Index);
        StepFault.Set(steps.Fault);

        pending.Enq.Valid.Set(startsLoad | startsStep | skips);
        pending.Enq.Payload.IsLoad.Set(isLoad);
        pending.Enq.Payload.IsStep.Set(isStep);
        pending.Enq.Payload.Pushes.Set(Tokens.PushedBy(word, layout.Common));
        pending.Enq.Payload.Index.Set(command.Index);

        // The buffers. Steps still under way may read accumulators and parameters, so loads write these only behind them.
        dma.MayWrite.Set(Cat(steps.Idle.AsUInt().Repeat(Targets(config).Count - 1), Lit(1, 1)));
        dma.MayFinish.Set(true);
        var uops = Instance(new OperandBuffer(config, config.Uop, ElementWriter.WriteType(config, Targets(config)), Uop));
        uops.Write.Set(dma.Write);
        uops.ReadEnable.Set(steps.UopReadEnable);
        uops.ReadIndex.Set(steps.UopReadIndex);
        steps.Uop.Set(uops.ReadData);

        if (config.Par is { } shape)
        {
            var parameters = Instance(new OperandBuffer(config, shape, ElementWriter.WriteType(config, Targets(config)), Par));
            parameters.Write.Set(dma.Write);
            parameters.ReadEnable.Set(steps.AccReadEnable);
            parameters.ReadIndex.Set(steps.ParReadIndex!);
            steps.Par!.Set(parameters.ReadData);
            ParLoadBytes!.Set(dma.Bytes(Par));
        }

        var accumulators = Instance(new Accumulators(config));
        accumulators.Load.Set(dma.Write);
        accumulators.StepValid.Set(steps.WriteValid);
        accumulators.StepIndex.Set(steps.WriteIndex);
        accumulators.StepData.Set(steps.WriteData);
        accumulators.ReadEnable.Set(steps.AccReadEnable);
        accumulators.DstIndex.Set(steps.DstReadIndex);
        accumulators.SrcIndex.Set(steps.SrcReadIndex);
        steps.Dst.Set(accumulators.DstData);
        steps.Src.Set(accumulators.SrcData);
        accumulators.OutReadEnable.Set(OutReadEnable);
        accumulators.OutReadIndex.Set(OutReadIndex);
        OutReadData.Set(accumulators.OutReadData);

        OperandReadEnable.Set(steps.OperandReadEnable);
        InpReadIndex.Set(steps.InpReadIndex);
        WgtReadIndex.Set(steps.WgtReadIndex);
        steps.Inp.Set(Inp);
        steps.Wgt.Set(Wgt);

        GemmSteps.Set(steps.IsGemmStep);
        AluSteps.Set(steps.IsAluStep);
        UopLoadBytes.Set(dma.Bytes(Uop));
        AccLoadBytes.Set(dma.Bytes(Acc) | dma.Bytes(Acc8Bit).Extend(AccLoadBytes.Width));
        var writesPadding = dma.Write.Valid & dma.Write.IsPadding;
        var writesOthers = config.HasRequant ? dma.Write.Target[Uop] | dma.Write.Target[Par] : dma.Write.Target[Uop];
        AccWriteCount.Set(Mux(writesOthers, 0, dma.Elements + writesPadding.AsUInt()) + steps.WriteValid.AsUInt());

        // How instructions end: in order, each with its tokens.
        var loadsOver = CountEvents(dma.Finishing, out var takesLoad, "loads_over");
        var stepsOver = CountEvents(steps.Finishes, out var takesStep, "steps_over");
        var first = pending.Deq.Payload;
        var isOver = Let(pending.Deq.Valid & Mux(first.IsLoad, loadsOver, !first.IsStep | stepsOver));
        var pushes = Let(Mux(pending.Deq.Valid, first.Pushes, Tokens.PushedBy(word, layout.Common)));
        var full = Let(pushes & ~Tokens.HasRoom);
        var retires = Let(isOver & !full.Any());
        pending.Deq.Ready.Set(retires);
        takesLoad.Set(retires & first.IsLoad);
        takesStep.Set(retires & first.IsStep);

        var drained = Let(!pending.Deq.Valid & OthersIdle);
        var finishes = Let(finish.Is(FinishState.Drain) & drained & !full.Any());
        using (finish.State(FinishState.None))
        using (When(startsFinish))
            finish.Go(FinishState.Drain);
        using (finish.State(FinishState.Drain))
        using (When(finishes))
            finish.Go(FinishState.Done);
        using (finish.State(FinishState.Done))
            finish.Go(FinishState.None);
        Finished.Set(finish.Is(FinishState.Done));
        FinishIndex.Set(command.Index);
        Tokens.Push.Set(Mux(retires | finishes, pushes, 0));

        var isFull = Let((isOver | (finish.Is(FinishState.Drain) & drained)) & full.Any());
        var isMissing = Let(Commands.Valid & missing.Any() & finish.Is(FinishState.None));
        var drains = Let(finish.Is(FinishState.Drain) & !drained);
        Status.Retires.Set(retires | finish.Is(FinishState.Done));
        Status.Empty.Set(Mux(isMissing & !isFull, missing, 0));
        Status.Full.Set(Mux(isFull, full, 0));
        Status.Drains.Set(drains & !isFull);
        Status.Waits.Set(isFull | ((isMissing | drains) & !pending.Deq.Valid));
        Status.WaitIndex.Set(Mux(isFull & isOver, first.Index, command.Index));
        Status.Works.Set(starts | dma.Write.Valid | !steps.Idle | retires | finishes | finish.Is(FinishState.Done));
        Status.IsUnderWay.Set(pending.Deq.Valid);
    }

    /// <summary>True while more events have come than were taken; an event can be taken in its own cycle.</summary>
    private static Bool CountEvents(Bool comes, out Bool taken, string name)
    {
        var waiting = Reg(UInt(Hdl.Ir.Bits.WidthFor(MaxPending)), name);
        taken = Wire(Bool(), name + "_taken");
        using (When(comes & !taken))
            waiting.Set(waiting + 1);
        using (ElseWhen(taken & !comes))
            waiting.Set(waiting - 1);
        return comes | waiting != 0;
    }
}
