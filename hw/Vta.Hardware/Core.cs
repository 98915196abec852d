using Vta.Hardware.Buffers;
using Vta.Hardware.Bus;
using Vta.Hardware.Computing;
using Vta.Hardware.Control;
using Vta.Hardware.Dma;
using Vta.Hardware.Fetching;
using Vta.Hardware.Host;
using Vta.Hardware.Loading;
using Vta.Hardware.Storing;
using Vta.Hdl.Ir;
using Vta.Isa.Instructions;
using Vta.Isa.Launch;

namespace Vta.Hardware;

/// <summary>
/// The accelerator without its host registers: fetch, the three units with their command queues and buffers, the dependency queues, the way to
/// memory. Reset before each launch; one launch is one run.
/// </summary>
internal sealed class Core(VtaConfig config) : Module
{
    /// <summary>Instructions that a unit holds unfinished at most.</summary>
    private const int QueueDepth = 512;

    /// <summary>Cycles without any change after which a run that waits is known to wait for ever.</summary>
    private const int QuietCycles = 15;

    public readonly Bool Launch = In();
    public readonly UInt InstructionAddress = In(UInt(32));
    public readonly UInt InstructionCount = In(UInt(32));
    public readonly UInt UopBase = In(UInt(32));
    public readonly UInt InpBase = In(UInt(32));
    public readonly UInt WgtBase = In(UInt(32));
    public readonly UInt AccBase = In(UInt(32));
    public readonly UInt OutBase = In(UInt(32));

    public readonly Stream<Burst> ReadAddress = Source(Burst.Type(BusShape.Of(config)));
    public readonly Stream<AxiReadData> ReadData = Sink(AxiReadData.Type(BusShape.Of(config)));
    public readonly Stream<Burst> WriteAddress = Source(Burst.Type(BusShape.Of(config)));
    public readonly Stream<WriteBeat> WriteData = Source(WriteBeat.Type(BusShape.Of(config)));
    public readonly Bool ResponseValid = In();
    public readonly Bool ResponseReady = Out();
    public readonly Bool ResponseError = In();

    /// <summary>The run is over, and nothing is under way on the bus.</summary>
    public readonly Bool Done = Out();
    public readonly Bool Running = Out();
    public readonly UInt FaultStatus = Out(UInt(32));
    public readonly UInt FaultInstruction = Out(UInt(32));

    /// <summary>What the units wait for, two registers each.</summary>
    public readonly IReadOnlyDictionary<Register, UInt> Waits = Enum.GetValues<Unit>()
        .SelectMany(unit => new[] { RegisterMap.WaitOf(unit).Wait, RegisterMap.WaitOf(unit).Instruction })
        .ToDictionary(r => r, r => Port.Out(UInt(r.Width), r.Name));

    /// <summary>The counters of the run.</summary>
    public readonly IReadOnlyDictionary<Register, UInt> Counts = RegisterMap.Of(config).Where(r => r.Width == 64).ToDictionary(r => r, r => Port.Out(UInt(r.Width), "count_" + r.Name));

    /// <summary>What observers of a simulation follow.</summary>
    internal CoreProbes Probes { get; private set; } = null!;

    protected override void Build()
    {
        var bus = BusShape.Of(config);
        var arbiter = Instance(new ReadArbiter(bus));
        var fetch = Instance(new Fetch(config));
        var load = Instance(new Load(config));
        var compute = Instance(new Compute(config));
        var store = Instance(new Store(config));

        // Memory.
        arbiter.FetchRequest.Connect(fetch.Request);
        arbiter.LoadRequest.Connect(load.Request);
        arbiter.ComputeRequest.Connect(compute.Request);
        fetch.Beat.Connect(arbiter.FetchBeat);
        load.Beat.Connect(arbiter.LoadBeat);
        compute.Beat.Connect(arbiter.ComputeBeat);
        ReadAddress.Connect(arbiter.Address);
        arbiter.Data.Connect(ReadData);
        WriteAddress.Connect(store.Address);
        WriteData.Connect(store.Data);
        store.ResponseValid.Set(ResponseValid);
        store.ResponseError.Set(ResponseError);
        ResponseReady.Set(store.ResponseReady);

        // The host's words.
        fetch.Launch.Set(Launch);
        fetch.Address.Set(InstructionAddress);
        fetch.Count.Set(InstructionCount);
        compute.UopBase.Set(UopBase);
        compute.AccBase.Set(AccBase);
        load.InpBase.Set(InpBase);
        load.WgtBase.Set(WgtBase);
        store.OutBase.Set(OutBase);

        // Commands, in the order of the units.
        (Stream<Command> Commands, UnitStatus Status, TokenPorts Tokens)[] units =
        [
            (load.Commands, load.Status, load.Tokens),
            (compute.Commands, compute.Status, compute.Tokens),
            (store.Commands, store.Status, store.Tokens),
        ];
        var unfinished = units.Select((unit, i) => ConnectQueue(fetch, unit.Commands, unit.Status.Retires, (Unit)i)).ToArray();
        fetch.UnitReady.Set(Cat(unfinished.Reverse().Select(count => (Packed)(count != QueueDepth)).ToArray()));
        compute.OthersIdle.Set(unfinished[(int)Unit.Load] == 0 & unfinished[(int)Unit.Store] == 0);
        var queues = ConnectTokens(units.Select(u => u.Tokens).ToArray());
        var leftover = EachOf(queues, queue => queue.Available);

        // The operand buffers between load and compute, the output buffer between compute and store.
        var writeType = ElementWriter.WriteType(config, Load.Targets(config));
        var inputs = Instance(new OperandBuffer(config, config.Inp, writeType, Load.Inp));
        inputs.Write.Set(load.Write);
        inputs.ReadEnable.Set(compute.OperandReadEnable);
        inputs.ReadIndex.Set(compute.InpReadIndex);
        compute.Inp.Set(inputs.ReadData);
        var weights = Instance(new OperandBuffer(config, config.Wgt, writeType, Load.Wgt));
        weights.Write.Set(load.Write);
        weights.ReadEnable.Set(compute.OperandReadEnable);
        weights.ReadIndex.Set(compute.WgtReadIndex);
        compute.Wgt.Set(weights.ReadData);
        compute.OutReadEnable.Set(store.ReadEnable);
        compute.OutReadIndex.Set(store.ReadIndex);
        store.ReadData.Set(compute.OutReadData);

        // The end: FINISH, or nothing that could still happen.
        var running = Reg(reset: false);
        var finished = Reg(reset: false);
        var quiet = Reg(UInt(Bits.WidthFor(QuietCycles)));
        var isQuiet = Let(running & !finished & !compute.Finished & fetch.Waits
            & AllOf(units.Select((unit, i) => unfinished[i] == 0 | unit.Status.Waits)));
        quiet.Set(Mux(isQuiet, quiet + 1, 0));
        var deadlocks = Let(isQuiet & quiet == QuietCycles);
        var deadlocked = Reg(reset: false);
        var done = Reg(reset: false);
        var ends = Let(running & ((finished & fetch.Drained) | deadlocks));
        using (When(Launch))
            running.Set(true);
        using (ElseWhen(ends))
        {
            running.Set(false);
            done.Set(true);
            deadlocked.Set(deadlocks);
        }
        Running.Set(running);
        Done.Set(done);

        var tokens = Reg(UInt(TokenQueue.Count));
        var finishIndex = Reg(UInt(ProgramIndex.Width));
        using (When(compute.Finished))
        {
            finished.Set(true);
            tokens.Set(leftover);
            finishIndex.Set(compute.FinishIndex);
        }
        ShowFaults(
            [
                ("fetch_fault", fetch.Fault),
                ("load_fault", load.Fault),
                ("compute_load_fault", compute.LoadFault),
                ("compute_step_fault", compute.StepFault),
                ("compute_decode_fault", compute.DecodeFault),
                ("store_range_fault", store.RangeFault),
                ("store_response_fault", store.ResponseFault),
                ("store_decode_fault", store.DecodeFault),
            ],
            tokens,
            finishIndex,
            deadlocked);
        ShowWaits(units.Select(u => u.Status).ToArray(), deadlocks);
        var activities = units.Select((unit, i) => Activity((Unit)i, unit.Status, fetch.HasMore | unfinished[i] != 0)).ToList();
        ShowCounts([load, compute, store], activities, running);
        Probes = new(running, activities, [.. units.Select(unit => unit.Status.Retires)], [.. queues.Select(queue => queue.Count)]);
    }

    /// <summary>Puts a command queue before a unit; gives the number of its unfinished instructions.</summary>
    private static UInt ConnectQueue(Fetch fetch, Stream<Command> commands, Bool retires, Unit unit)
    {
        var queue = Instance(new BlockFifo<Command>(Command.Type, QueueDepth), unit.Name() + "_queue");
        var handedOut = fetch.Dispatch[(int)unit];
        queue.Enq.Valid.Set(handedOut);
        queue.Enq.Payload.Set(fetch.Command);
        commands.Connect(queue.Deq);

        var unfinished = Reg(UInt(Bits.WidthFor(QueueDepth)), unit.Name() + "_unfinished");
        using (When(handedOut & !retires))
            unfinished.Set(unfinished + 1);
        using (ElseWhen(retires & !handedOut))
            unfinished.Set(unfinished - 1);
        return unfinished;
    }

    /// <summary>Makes the dependency queues.</summary>
    private static List<TokenCounter> ConnectTokens(IReadOnlyList<TokenPorts> units)
    {
        var counters = new List<TokenCounter>();
        for (var i = 0; i < TokenQueue.Count; i++)
        {
            var queue = (TokenQueues)(1 << i);
            var (producer, consumer) = (TokenQueue.Producer(queue), TokenQueue.Consumer(queue));
            var counter = Instance(new TokenCounter(), $"{producer.Name()}_to_{consumer.Name()}");
            counter.Push.Set(units[(int)producer].Push[i]);
            counter.Pop.Set(units[(int)consumer].Pop[i]);
            counters.Add(counter);
        }
        foreach (var unit in units)
        {
            unit.Available.Set(EachOf(counters, counter => counter.Available));
            unit.HasRoom.Set(EachOf(counters, counter => counter.HasRoom));
        }
        return counters;
    }

    /// <summary>A bit for each dependency queue.</summary>
    private static UInt EachOf(IEnumerable<TokenCounter> counters, Func<TokenCounter, Bool> bit) => Cat([.. counters.Reverse().Select(counter => (Packed)bit(counter))]);

    private void ShowFaults(IReadOnlyList<(string Name, Fault Fault)> sources, UInt leftover, UInt finishIndex, Bool deadlocked)
    {
        var latches = sources.Select(source =>
        {
            var latch = Instance(new FaultLatch(source.Fault.Kinds), source.Name);
            latch.Raised.Set(source.Fault);
            return latch;
        }).ToArray();
        var hasLeftover = Let(leftover.Any());
        FaultStatus.Set(Cat(
            leftover,
            Lit(0, Isa.Launch.FaultStatus.LeftoverShift - Isa.Launch.FaultStatus.FaultBits),
            deadlocked,
            hasLeftover,
            AnyOf(latches.Select(l => l.Latched.Bus).OfType<Bool>()),
            AnyOf(latches.Select(l => l.Latched.Illegal).OfType<Bool>()),
            AnyOf(latches.Select(l => l.Latched.OutOfRange).OfType<Bool>())).Extend(32));

        (Bool Any, UInt Least)[] first = [.. latches.Select(latch => (latch.Any, latch.Latched.Index)), (hasLeftover, finishIndex)];
        while (first.Length > 1)
            first = [.. first.Chunk(2).Select(pair => pair.Length == 1 ? pair[0] : Earlier(pair[0], pair[1]))];
        FaultInstruction.Set(Mux(first[0].Any, first[0].Least, 0));
    }

    /// <summary>The lesser of two indices, where both are there.</summary>
    private static (Bool Any, UInt Least) Earlier((Bool Any, UInt Least) left, (Bool Any, UInt Least) right)
    {
        var takesRight = right.Any & (!left.Any | right.Least < left.Least);
        return (Let(left.Any | right.Any, "has_fault"), Let(Mux(takesRight, right.Least, left.Least), "least"));
    }

    private void ShowWaits(IReadOnlyList<UnitStatus> units, Bool deadlocks)
    {
        for (var i = 0; i < units.Count; i++)
        {
            var status = units[i];
            var (wait, instruction) = RegisterMap.WaitOf((Unit)i);
            var waits = Reg(UInt(UnitWait.DrainBit + 1), wait.Name + "_value");
            var index = Reg(UInt(ProgramIndex.Width), instruction.Name + "_value");
            using (When(deadlocks & status.Waits))
            {
                waits.Set(Cat(status.Drains, status.Full, status.Empty));
                index.Set(status.WaitIndex);
            }
            Waits[wait].Set(waits.Extend(32));
            Waits[instruction].Set(index);
        }
    }

    /// <summary>What a unit's cycle counts as.</summary>
    private static UInt Activity(Unit unit, UnitStatus status, Bool hasMore)
    {
        var activity = Wire(EnumOf<UnitActivity>(), unit.Name() + "_activity");
        activity.Set(
            Mux(status.Works, Lit(UnitActivity.Busy),
                Mux(status.Full.Any(), Lit(UnitActivity.TokenStalled),
                    Mux(status.IsUnderWay, Lit(UnitActivity.MemoryStalled),
                        Mux(status.Empty.Any() | status.Drains, Lit(UnitActivity.TokenStalled),
                            Mux(hasMore, Lit(UnitActivity.InstructionStalled), Lit(UnitActivity.Idle)))))));
        return activity;
    }

    /// <summary>Counts cycles, what the units do in them, and their events.</summary>
    private void ShowCounts(IReadOnlyList<Module> units, IReadOnlyList<UInt> activities, Bool running)
    {
        var amounts = new Dictionary<Register, UInt> { [RegisterMap.CycleCount] = running.AsUInt() };
        foreach (var unit in Enum.GetValues<Unit>())
        {
            foreach (var activity in Enum.GetValues<UnitActivity>())
                amounts.Add(RegisterMap.CyclesOf(unit, activity), (running & activities[(int)unit] == Lit(activity)).AsUInt());
        }
        foreach (var counter in Counters.Of(config))
            amounts.Add(counter.Register, units[(int)counter.Unit].OutputNamed(counter.Register.Name));

        var counters = Instance(new CounterBank(amounts.ToDictionary(each => each.Key, each => each.Value.Width)));
        foreach (var (register, amount) in amounts)
        {
            counters.Amounts[register].Set(amount);
            Counts[register].Set(counters.Counts[register]);
        }
    }
}
