using System.Numerics;
using Vta.Hdl.Ir;
using Vta.Hdl.Library;
using static Vta.Hdl.Hw;

namespace Vta.Hdl.Tests.Verilog;

/// <summary>A state machine with outputs set in its states.</summary>
internal sealed class Loader(int width) : Module
{
    public readonly Bool Start = In();
    public readonly Bool Done = Out();
    public readonly Bool Busy = Out();
    public readonly UInt Progress = Out(UInt(width));

    private enum State
    {
        Idle,
        Run,
        Done,
    }

    protected override string DefinitionName => $"Loader_{width}";

    protected override void Build()
    {
        Parameter("width", width);
        var fsm = Fsm(reset: State.Idle);
        var count = Reg(UInt(width));
        var unused = Reg(UInt(width));
        unused.Set(unused + count);
        Progress.Set(count);
        Done.Set(false);
        Busy.Set(!fsm.Is(State.Idle));

        using (fsm.State(State.Idle))
        using (When(Start))
        {
            count.Set(0);
            fsm.Go(State.Run);
        }
        using (fsm.State(State.Run))
        {
            count.Set(count + 1);
            using (When(count == (1 << width) - 1))
                fsm.Go(State.Done);
        }
        using (fsm.State(State.Done))
        {
            Done.Set(true);
            fsm.Go(State.Idle);
        }
        Assert(!fsm.Is(State.Done) | count == 0, "the count wraps when the run is over");
    }
}

/// <summary>A matrix of signed products, summed for each row and accumulated.</summary>
internal sealed class MultiplyAccumulate(int rows, int columns) : Module
{
    public readonly Vec<SInt> Vector = In(VecOf(columns, SInt(8)));
    public readonly Vec<Vec<SInt>> Matrix = In(VecOf(rows, VecOf(columns, SInt(8))));
    public readonly Bool Clear = In();
    public readonly Vec<SInt> Sums = Out(VecOf(rows, SInt(32)));
    public readonly Vec<SInt> Clipped = Out(VecOf(rows, SInt(8)));

    protected override string DefinitionName => $"MultiplyAccumulate_{rows}x{columns}";

    protected override void Build()
    {
        Parameter("rows", rows);
        Parameter("columns", columns);
        var products = Let(
            Matrix.Map(row => Lanes.Map(row, Vector, (w, x) => (w * x).Extend(32)).Sum()));
        var sums = Reg(Sums.TypeOf());
        sums.Set(Lanes.Map(sums, products, (s, p) => Mux(Clear, SInt(32).Zero, s) + p));
        Sums.Set(sums);
        Clipped.Set(sums.Map(s => Mux(s > 127, (SInt)127, Mux(s < -128, (SInt)(-128), s.Trunc(8)))));
    }
}

/// <summary>Memories of every kind.</summary>
internal sealed class Memories : Module
{
    public readonly UInt WriteAddress = In(UInt(4));
    public readonly UInt ReadAddress = In(UInt(4));
    public readonly UInt Word = In(UInt(32));
    public readonly UInt Mask = In(UInt(4));
    public readonly Bool Enable = In();
    public readonly UInt Masked = Out(UInt(32));
    public readonly UInt Table = Out(UInt(8));
    public readonly UInt Small = Out(UInt(32));
    public readonly UInt Odd = Out(UInt(32));

    protected override void Build()
    {
        var masked = Mem(UInt(32), 16);
        var table = Mem(UInt(8), 16, contents: Enumerable.Range(0, 16).Select(i => (BigInteger)(i * i)).ToArray());
        var small = Mem(UInt(32), 12);
        var odd = Mem(UInt(32), 12, ReadUnderWrite.Old);
        var dead = Mem(UInt(32), 12);
        using (When(Enable))
        {
            masked.Write(WriteAddress, Word, Mask);
            small.Write(WriteAddress, Word);
            odd.Write(WriteAddress, Word);
            dead.Write(WriteAddress, Word);
        }
        var maskedData = masked.Read(ReadAddress);
        Masked.Set(maskedData);
        Table.Set(table[ReadAddress]);
        Small.Set(small[ReadAddress]);
        using (When(!Enable))
            Odd.Set(odd.Read(ReadAddress));
        using (Else())
            Odd.Set(small[WriteAddress]);
    }
}

/// <summary>Instances that share a definition, and two that only share its name.</summary>
internal sealed class Hierarchy : Module
{
    public readonly Stream<UInt> Input = Sink(UInt(8));
    public readonly Stream<UInt> Output = Source(UInt(8));
    public readonly Bool Flush = In();
    public readonly UInt Added = Out(UInt(8));

    protected override void Build()
    {
        var first = Instance(new Fifo<UInt>(UInt(8), 4), resetWhen: Flush);
        var second = Instance(new Fifo<UInt>(UInt(8), 4));
        first.Enq.Connect(Input);
        second.Enq.Connect(first.Deq);
        Output.Connect(second.Deq);
        var one = Instance(new Offset(1));
        var two = Instance(new Offset(2));
        one.X.Set(Input.Payload);
        two.X.Set(one.Y);
        Added.Set(two.Y);
    }

    private sealed class Offset(int amount) : Module
    {
        public readonly UInt X = In(UInt(8));
        public readonly UInt Y = Out(UInt(8));

        protected override void Build() => Y.Set(X + amount);
    }
}

/// <summary>Names that Verilog reserves, and some that its own words would clash with.</summary>
internal sealed class Reserved : Module
{
    public readonly UInt Input = In(UInt(4));
    public readonly UInt Clock = In(UInt(4));
    public readonly UInt Logic = Out(UInt(4));

    protected override string DefinitionName => "module";

    protected override void Build()
    {
        var always = Wire(UInt(4));
        always.Set(Input & Clock);
        var register = Reg(UInt(4));
        register.Set(always);
        Logic.Set(register);
    }
}

/// <summary>Every operator, with operands that need care: slices of expressions, dynamic selects, signs, shared parts.</summary>
internal sealed class Operators : Module
{
    public readonly UInt A = In(UInt(12));
    public readonly UInt B = In(UInt(12));
    public readonly SInt S = In(SInt(8));
    public readonly SInt T = In(SInt(8));
    public readonly UInt Index = In(UInt(4));
    public readonly Vec<UInt> Elements = In(VecOf(5, UInt(6)));
    public readonly UInt Out1 = Out(UInt(6));
    public readonly UInt Out2 = Out(UInt(12));
    public readonly Bool Out3 = Out();
    public readonly SInt Out4 = Out(SInt(8));
    public readonly SInt Out5 = Out(SInt(20));
    public readonly UInt Out6 = Out(UInt(24));
    public readonly UInt Out7 = Out(UInt(12));
    public readonly UInt Out8 = Out(UInt(16));
    public readonly UInt Out9 = Out(UInt(4));

    protected override void Build()
    {
        Out1.Set(Elements[Index]);
        var sum = A + B;
        Out2.Set(Mux(sum > 100, sum - 100, sum & ~B | A ^ 5));
        Out3.Set((A >= B | S < T) & !(A.Any() ^ B.All()) & A[Index] & !(A.Parity() == (B == 3)));
        Out4.Set(Mux(S >= -3, S >> Index, -T));
        Out5.Set((S * T).Extend(20) + S.Extend(20));
        Out6.Set(A * B + 1);
        Out7.Set(A << Index | (B >> 3) | (A + B)[11, 8].Extend(12));
        Out8.Set(Cat(A[3], B[7, 0], A.AddWide(B)[12, 6]));
        Out9.Set(Lanes.Generate(4, i => i + Index.Trunc(2) == A.Trunc(2)).AsUInt());
    }
}

/// <summary>Operations on streams in a row.</summary>
internal sealed class StreamAlgebra : Module
{
    public readonly Stream<UInt> Input = Sink(UInt(16));
    public readonly Stream<UInt> Words = Sink(UInt(8));
    public readonly Stream<UInt> Output = Source(UInt(16));
    public readonly Stream<Bool> Line = Source(Bool());
    public readonly Bool Stop = In();

    protected override void Build()
    {
        var even = Input.Queue(4).Pipe().DropWhen(x => x[0]);
        var copies = even.Fork(2);
        var wide = Words.Skid().Widen(2);
        var joined = copies[0].Join(wide);
        Output.Connect(joined.Map(p => p.First + p.Second));
        Line.Connect(copies[1].HaltWhen(Stop).Serialize());
    }
}

/// <summary>Signals of whose bits each depends on the one below: an output, and a wire.</summary>
internal sealed class Carry : Module
{
    public readonly UInt A = In(UInt(4));
    public readonly UInt B = In(UInt(4));
    public readonly UInt C = Out(UInt(5));
    public readonly UInt D = Out(UInt(5));

    protected override void Build()
    {
        C.Set(Cat(Next(3), Next(2), Next(1), Next(0), (Bool)false));
        var below = Wire(UInt(5));
        below.Set(Cat(below[3] & A[3], below[2] & A[2], below[1] & A[1], below[0] & A[0], (Bool)true));
        D.Set(below);
    }

    private Bool Next(int bit) => (A[bit] & B[bit]) | (C[bit] & (A[bit] | B[bit]));
}

/// <summary>An asynchronous reset, falling edges, an instance that is reset besides, and a second clock without a reset.</summary>
internal sealed class Resets : Module
{
    public readonly Bool Restart = In();
    public readonly UInt Laps = Out(UInt(8));
    public readonly UInt Power = Out(UInt(8));

    protected override ClockDomain DefaultDomain =>
        new("bus") { Edge = ClockEdge.Falling, Reset = ResetKind.AsynchronousLow, ClockPort = "bus_clk", ResetPort = "bus_rst_n" };

    protected override void Build()
    {
        var laps = Instance(new Lap(), resetWhen: Restart);
        Laps.Set(laps.Count);
        using (Domain(new("power") { Reset = ResetKind.None }))
        {
            var power = Reg(UInt(8), 100);
            using (When(power != 0))
                power.Set(power - 1);
            Power.Set(power);
        }
    }

    private sealed class Lap : Module
    {
        public readonly UInt Count = Out(UInt(8));

        protected override void Build()
        {
            var count = Reg(UInt(8), 1);
            var before = RegNext(count);
            count.Set(count + 1);
            Count.Set(count ^ before);
            Assert(count != before, "a lap counts");
        }
    }
}
