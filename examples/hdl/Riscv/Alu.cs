using Vta.Hdl;
using static Vta.Hdl.Hw;

namespace HdlTutorial;

/// <summary>The arithmetic of RV32I.</summary>
public sealed class Alu : Module
{
    public readonly UInt A = In(UInt(32));
    public readonly UInt B = In(UInt(32));
    public readonly UInt Operation = In(EnumOf<AluOperation>());

    /// <summary>Subtracts where it would add, and fills with the sign where it would shift right.</summary>
    public readonly Bool IsAlternate = In();
    public readonly UInt Result = Out(UInt(32));

    protected override void Build()
    {
        var amount = Let(B[4, 0]);
        var operation = Switch(Operation);
        using (operation.Case(AluOperation.Add))
            Result.Set(Mux(IsAlternate, A - B, A + B));
        using (operation.Case(AluOperation.ShiftLeft))
            Result.Set(A << amount);
        using (operation.Case(AluOperation.LessSigned))
            Result.Set((A.AsSInt() < B.AsSInt()).AsUInt().Extend(32));
        using (operation.Case(AluOperation.Less))
            Result.Set((A < B).AsUInt().Extend(32));
        using (operation.Case(AluOperation.Xor))
            Result.Set(A ^ B);
        using (operation.Case(AluOperation.ShiftRight))
        {
            // One shifter for both: the bit that moves in is the sign, or zero.
            var filled = Cat(IsAlternate & A[31], A).AsSInt();
            Result.Set((filled >> amount).AsUInt()[31, 0]);
        }
        using (operation.Case(AluOperation.Or))
            Result.Set(A | B);
        using (operation.Case(AluOperation.And))
            Result.Set(A & B);
    }
}
