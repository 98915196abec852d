using static Vta.Hdl.Hw;

namespace Vta.Hdl.Tests.Formal;

/// <summary>Counts to a limit and starts again, or so it promises.</summary>
public sealed class Wrapping(int limit, int promised) : Module
{
    public readonly Bool Up = In();
    public readonly UInt Count = Out(UInt(8));

    protected override void Build()
    {
        var count = Reg(UInt(8));
        Count.Set(count);
        using (When(Up))
            count.Set(Mux(count == limit, 0, count + 1));
        Assert(count <= promised, "stays within its limit");
        Cover(count == limit, "reaches its limit");
    }
}

/// <summary>Remembers something of the time before reset, which no one may.</summary>
public sealed class Leaking : Module
{
    public readonly UInt Wide = In(UInt(100));
    public readonly Bool Seen = Out();

    protected override void Build()
    {
        var state = Reg(UInt(100));
        var copy = RegNext(state);
        state.Set(Wide);
        Seen.Set(copy == 0);
        Assert(copy[99, 98] != 3, "nothing is left of the time before \"reset\"");
    }
}

/// <summary>Divides work with a part that relies on what it is given.</summary>
public sealed class Parent(bool keepsContract) : Module
{
    public readonly UInt A = In(UInt(4));
    public readonly UInt B = Out(UInt(4));

    protected override void Build()
    {
        var part = Instance(new Part());
        part.X.Set(keepsContract ? A & 7 : A);
        B.Set(part.Y);
    }
}

/// <summary>Relies on small inputs.</summary>
public sealed class Part : Module
{
    public readonly UInt X = In(UInt(4));
    public readonly UInt Y = Out(UInt(4));

    protected override void Build()
    {
        Assume(X < 8, "the input is small");
        Y.Set(X + X);
        Assert(Y >= X, "doubling does not wrap");
    }
}

/// <summary>Two assumptions of which only one can hold.</summary>
public sealed class Contradicting : Module
{
    public readonly Bool A = In();

    protected override void Build()
    {
        Assume(A, "yes");
        Assume(!A, "no");
        Assert(false, "everything");
    }
}

/// <summary>A count whose limit two cycles of induction do not see, beside a memory too large for gates.</summary>
public sealed class Slow : Module
{
    public readonly UInt Address = In(UInt(11));
    public readonly UInt Data = Out(UInt(8));

    protected override void Build()
    {
        var words = Mem(UInt(8), 1100);
        var count = Reg(UInt(8));
        count.Set(count + 1);
        using (When(count == 200))
            count.Set(0);
        words.Write(Address, count);
        Data.Set(words.Read(Address));
        Assert(count != 250, "the count never gets there");
    }
}
