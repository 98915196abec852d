using static Vta.Hdl.Hw;

namespace Vta.Hdl.Tests.Writing;

/// <summary>Parts of signals that are set: bits, slices, elements, at known places and at computed ones.</summary>
internal sealed class Parts : Module
{
    public readonly UInt Index = In(UInt(4));
    public readonly UInt Column = In(UInt(2));
    public readonly UInt Data = In(UInt(8));
    public readonly Bool Flag = In();
    public readonly Bool Enable = In();
    public readonly UInt Flags = Out(UInt(8));
    public readonly UInt Bytes = Out(UInt(32));
    public readonly UInt Odd = Out(UInt(50));
    public readonly UInt Matrix = Out(UInt(96));
    public readonly UInt Halves = Out(UInt(8));
    public readonly UInt Prefix = Out(UInt(8));
    public readonly UInt Decoded = Out(UInt(10));

    protected override void Build()
    {
        var flags = Reg(UInt(8), 0x81);
        using (When(Enable))
        {
            flags[3].Set(Flag);
            flags[7, 6].Set(Column);
        }
        using (ElseWhen(Flag))
            flags[Index].Set(Enable);
        Flags.Set(flags);

        var bytes = Reg(VecOf(4, UInt(8)));
        using (When(Enable))
            bytes[Column].Set(Data);
        Bytes.Set(bytes.AsUInt());

        var odd = RegNoReset(VecOf(10, UInt(5)));
        odd[Index].Set(Data[4, 0]);
        using (When(Enable))
            odd[9][Column].Set(Flag);
        Odd.Set(odd.AsUInt());

        var matrix = Reg(VecOf(4, VecOf(3, UInt(8))));
        matrix[Index[3, 2]][Column][6, 2].Set(Data[4, 0]);
        Matrix.Set(matrix.AsUInt());

        Halves[3, 0].Set(Data[7, 4]);
        Halves[7, 4].Set(Mux(Enable, Data[3, 0], 9));

        Prefix[0].Set(Data[0]);
        for (var i = 1; i < 8; i++)
            Prefix[i].Set(Prefix[i - 1] ^ Data[i]);

        Decoded.Set(0);
        Decoded[Index].Set(true);
        using (When(Enable))
            Decoded[9, 8].Set(Column);
    }
}

/// <summary>Inputs of an instance that are set bit by bit, and a choice that reads what else it sets.</summary>
internal sealed class PartsOfPorts : Module
{
    public readonly UInt A = In(UInt(4));
    public readonly Bool Turn = In();
    public readonly UInt Y = Out(UInt(4));
    public readonly UInt Chain = Out(UInt(4));

    protected override void Build()
    {
        var inner = Instance(new Inner());
        inner.X[1, 0].Set(A[3, 2]);
        inner.X[3, 2].Set(A[1, 0]);
        Y.Set(inner.Y);

        using (When(Turn))
        {
            Chain[3].Set(Chain[2] ^ A[3]);
            Chain[2, 1].Set(A[1, 0]);
        }
        using (Else())
            Chain[3, 1].Set(A[2, 0]);
        Chain[0].Set(!Chain[3]);
    }

    private sealed class Inner : Module
    {
        public readonly UInt X = In(UInt(4));
        public readonly UInt Y = Out(UInt(4));

        protected override void Build() => Y.Set(X + 1);
    }
}
