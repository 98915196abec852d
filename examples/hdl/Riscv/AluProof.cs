using Vta.Hdl;
using static Vta.Hdl.Hw;

namespace HdlTutorial;

/// <summary>
/// An <see cref="Alu"/> computes what the manual says, written here bit by bit: a chain of full adders, and a choice among all amounts of a
/// shift.
/// </summary>
public sealed class AluProof : Module
{
    private const int Width = 32;

    public readonly UInt A = In(UInt(Width));
    public readonly UInt B = In(UInt(Width));
    public readonly UInt Operation = In(EnumOf<AluOperation>());
    public readonly Bool IsAlternate = In();
    public readonly UInt Result = Out(UInt(Width));

    protected override void Build()
    {
        var alu = Instance(new Alu());
        alu.A.Set(A);
        alu.B.Set(B);
        alu.Operation.Set(Operation);
        alu.IsAlternate.Set(IsAlternate);
        Result.Set(alu.Result);

        var (sum, _) = Add(B, carry: false);
        var (difference, isNotLess) = Add(~B, carry: true);
        var isLessSigned = Mux(A[Width - 1] ^ B[Width - 1], A[Width - 1], !isNotLess);
        Promise(AluOperation.Add, Mux(IsAlternate, difference, sum));
        Promise(AluOperation.Less, (!isNotLess).AsUInt().Extend(Width));
        Promise(AluOperation.LessSigned, isLessSigned.AsUInt().Extend(Width));
        Promise(AluOperation.ShiftLeft, Shifted((bit, amount) => bit - amount, false));
        Promise(AluOperation.ShiftRight, Shifted((bit, amount) => bit + amount, IsAlternate & A[Width - 1]));
        Promise(AluOperation.Xor, BitByBit((a, b) => a != b));
        Promise(AluOperation.Or, BitByBit((a, b) => Mux(a, true, b)));
        Promise(AluOperation.And, BitByBit((a, b) => Mux(a, b, false)));
        Cover(Operation == Lit(AluOperation.ShiftRight) & Result == 0xFFFF_FFFE, "a negative number is shifted");
    }

    private void Promise(AluOperation operation, UInt expected) =>
        Assert(Operation != Lit(operation) | Result == expected, $"{operation} is what the manual says");

    private (UInt Sum, Bool Carry) Add(UInt other, Bool carry)
    {
        var sum = new Bool[Width];
        for (var bit = 0; bit < Width; bit++)
        {
            var (a, b) = (A[bit], other[bit]);
            sum[bit] = a ^ b ^ carry;
            carry = (a & b) | (carry & (a | b));
        }
        return (FromBits(sum), carry);
    }

    /// <summary>The bits of A at other places.</summary>
    /// <param name="source">Which bit of A comes to a bit, for an amount.</param>
    /// <param name="outside">The bit that comes from outside.</param>
    private UInt Shifted(Func<int, int, int> source, Bool outside)
    {
        var result = A;
        for (var amount = 1; amount < Width; amount++)
        {
            var moved = EachBit(bit => source(bit, amount) is >= 0 and < Width and var from ? A[from] : outside);
            result = Mux(B[4, 0] == amount, moved, result);
        }
        return result;
    }

    private UInt BitByBit(Func<Bool, Bool, Bool> operation) => EachBit(bit => operation(A[bit], B[bit]));

    private static UInt EachBit(Func<int, Bool> value) => FromBits([.. Enumerable.Range(0, Width).Select(value)]);

    /// <summary>The lowest bit is given first.</summary>
    private static UInt FromBits(Bool[] bits) => VecFrom(bits).AsUInt();
}
