using Vta.Hardware.Bus;
using Vta.Hardware.Control;
using Vta.Hardware.Loading;
using Vta.Hdl.Ir;
using Vta.Isa.Instructions;
using Vta.Isa.Launch;

namespace Vta.Hardware.Fetching;

/// <summary>
/// Reads the program and hands instructions out in order, each to its unit. Nothing behind the first FINISH is handed out; beats of it that are
/// on their way are taken and dropped.
/// </summary>
internal sealed class Fetch(VtaConfig config) : Module
{
    /// <summary>Beats in the buffer, or on their way to it.</summary>
    private const int BufferBeats = 64;

    private const int RequestBeats = 16;

    private const int UnitCount = 3;

    private readonly BusShape _bus = BusShape.Of(config);

    public readonly Bool Launch = In();
    public readonly UInt Address = In(UInt(BusShape.AddressWidth));
    public readonly UInt Count = In(UInt(ProgramIndex.Width));
    public readonly Stream<Burst> Request = Source(Burst.Type(BusShape.Of(config)));
    public readonly Stream<ReadBeat> Beat = Sink(ReadBeat.Type(BusShape.Of(config)));
    public readonly Command Command = Out(Command.Type);

    /// <summary>One bit for each unit: the instruction goes to it in this cycle.</summary>
    public readonly UInt Dispatch = Out(UInt(UnitCount));

    /// <summary>One bit for each unit: it has room for an instruction.</summary>
    public readonly UInt UnitReady = In(UInt(UnitCount));

    /// <summary>The program has instructions that are not handed out yet.</summary>
    public readonly Bool HasMore = Out();

    /// <summary>Nothing more happens here until a unit makes room, and no read is on its way.</summary>
    public readonly Bool Waits = Out();

    /// <summary>No read is on its way and none will be: the run may end.</summary>
    public readonly Bool Drained = Out();

    public readonly Fault Fault = Out(Fault.Type(Faults.Bus));

    protected override void Build()
    {
        var perBeat = Math.Max(1, _bus.Width / InstructionLayout.InstructionBits);
        var beatsPerInstruction = Math.Max(1, InstructionLayout.InstructionBits / _bus.Width);
        var countWidth = ProgramIndex.Width + 2;

        // Requests: as many beats as the buffer has room for, in bursts that end at multiples of their greatest length.
        var word = RegNoReset(UInt(_bus.WordAddressWidth));
        var beatsLeft = Reg(UInt(countWidth));
        var reserved = Reg(UInt(Bits.WidthFor(BufferBeats)));
        var inFlight = Reg(UInt(Bits.WidthFor(BufferBeats)));
        var toBorder = Let(RequestBeats - word.Trunc(int.Log2(RequestBeats)).Extend(BusShape.BeatsWidth));
        var beats = Let(Mux(beatsLeft < toBorder, beatsLeft.Trunc(BusShape.BeatsWidth), toBorder));
        var buffer = Instance(new Fifo<ReadBeat>(ReadBeat.Type(_bus), BufferBeats));
        Request.Valid.Set(beatsLeft != 0 & reserved <= BufferBeats - RequestBeats);
        Request.Payload.Word.Set(word);
        Request.Payload.Beats.Set(beats);
        Request.Payload.Last.Set(true);
        buffer.Enq.Connect(Beat);

        var isActive = Reg(reset: false);
        var index = Reg(UInt(ProgramIndex.Width));
        var left = Reg(UInt(ProgramIndex.Width));
        var asked = Mux(Request.Fire, beats, 0);
        reserved.Set(reserved + asked - buffer.Deq.Fire.AsUInt());
        inFlight.Set(inFlight + asked - Beat.Fire.AsUInt());
        var isOver = Reg(reset: false);
        using (When(Request.Fire))
        {
            word.Set(word + beats);
            beatsLeft.Set(beatsLeft - beats);
        }

        // A request that is offered already must stay until it is taken.
        using (When(isOver & (Request.Fire | !Request.Valid)))
            beatsLeft.Set(0);

        // Instructions from beats: several beats make one, or one beat holds several.
        var position = Reg(UInt(2));
        var head = buffer.Deq.Payload;
        var firstError = RegNoReset(Bool());
        UInt instruction;
        Bool isComplete, endsBeat;
        if (beatsPerInstruction > 1)
        {
            var firstBeat = RegNoReset(UInt(_bus.Width));
            instruction = Cat(head.Data, firstBeat);
            isComplete = position == beatsPerInstruction - 1;
            endsBeat = true;
            using (When(buffer.Deq.Fire))
            {
                firstBeat.Set(head.Data);
                firstError.Set(head.Error);
            }
        }
        else
        {
            instruction = perBeat == 1 ? head.Data : head.Data.AsVec(UInt(InstructionLayout.InstructionBits))[position];
            isComplete = true;
            endsBeat = position == perBeat - 1 | left == 1;
            firstError.Set(false);
        }
        var error = Let(head.Error | firstError);

        var layout = config.Layout;
        var opcode = Let(instruction.Field(layout.Common.Opcode));
        var memory = Let(instruction.Field(layout.Memory.MemoryType));
        var isLoad = Let(opcode == (int)Opcode.Load & AnyOf(Load.Memories(config).Select(id => memory == (int)id)));
        var isStore = Let(opcode == (int)Opcode.Store);
        var isFinish = Let(opcode == (int)Opcode.Finish);
        var unit = Let(Cat(isStore, !isLoad & !isStore, isLoad));
        var offers = Let(isActive & left != 0 & buffer.Deq.Valid & isComplete);
        var dispatches = Let(offers & (unit & UnitReady).Any());
        Dispatch.Set(Mux(dispatches, unit, 0));
        Command.Word.Set(instruction);
        Command.Index.Set(index);

        var drops = Let(!isActive | left == 0);
        HasMore.Set(!drops);
        buffer.Deq.Ready.Set(drops | (isActive & !isComplete) | (dispatches & endsBeat));
        using (When(buffer.Deq.Fire & !isComplete))
            position.Set(position + 1);
        using (When(dispatches))
        {
            index.Set(index + 1);
            left.Set(left - 1);
            position.Set(beatsPerInstruction > 1 ? 0 : perBeat == 1 ? 0 : Mux(endsBeat, 0, position + 1));
            using (When(isFinish))
            {
                isActive.Set(false);
                isOver.Set(true);
            }
        }
        using (When(Launch))
        {
            isActive.Set(true);
            isOver.Set(false);
            index.Set(0);
            left.Set(Count);
            word.Set(Address[BusShape.AddressWidth - 1, _bus.LogBytes]);
            if (beatsPerInstruction > 1)
            {
                position.Set(0);
                beatsLeft.Set(Count.Extend(countWidth) << int.Log2(beatsPerInstruction));
            }
            else
            {
                var first = Address[_bus.LogBytes, 4].Trunc(Math.Max(1, int.Log2(perBeat)));
                var start = perBeat == 1 ? Lit(0, 2) : first.Extend(2);
                position.Set(start);
                beatsLeft.Set((Count.Extend(countWidth) + start + (perBeat - 1)) >> int.Log2(perBeat));
            }
        }

        Fault.Set(index, bus: dispatches & error);

        Drained.Set(!Request.Valid & inFlight == 0 & !Launch);
        Waits.Set(Drained & (drops | !buffer.Deq.Valid | (offers & !dispatches)));
    }
}
