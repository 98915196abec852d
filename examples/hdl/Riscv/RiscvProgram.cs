namespace HdlTutorial;

/// <summary>Programs for a <see cref="RiscvComputer"/>.</summary>
public static class RiscvProgram
{
    /// <summary>Where the program keeps its data: behind the instructions.</summary>
    private const int Data = 0x200;

    /// <summary>Counts the prime numbers below a limit with the sieve of Eratosthenes, a byte for each number, and displays the count.</summary>
    /// <param name="below">The limit, at most 2047.</param>
    /// <param name="isEndless">Begins again and again; otherwise it stops then.</param>
    public static IReadOnlyList<uint> Primes(int below, bool isEndless = false)
    {
        const int Zero = 0, Sieve = 8, Limit = 9, Number = 10, Multiple = 11, Count = 12, Place = 13, Mark = 14, Display = 15;
        var program = new RiscvAssembler()
            .Load(Sieve, Data)
            .Load(Limit, (uint)below)
            .Load(Display, 0x8000_0000)
            .Compute(AluOperation.Add, Mark, Zero, new Immediate(1))

            .Label("begin")
            .Compute(AluOperation.Add, Number, Zero, new Immediate(0))
            .Label("clear")
            .Compute(AluOperation.Add, Place, Sieve, Number)
            .Store(MemoryAccess.SignedByte, Zero, Place)
            .Compute(AluOperation.Add, Number, Number, new Immediate(1))
            .Branch(BranchCondition.Less, Number, Limit, "clear")

            .Compute(AluOperation.Add, Count, Zero, new Immediate(0))
            .Compute(AluOperation.Add, Number, Zero, new Immediate(2))
            .Label("number")
            .Compute(AluOperation.Add, Place, Sieve, Number)
            .Load(MemoryAccess.Byte, Multiple, Place)
            .Branch(BranchCondition.NotEqual, Multiple, Zero, "next")
            .Compute(AluOperation.Add, Count, Count, new Immediate(1))
            .Compute(AluOperation.Add, Multiple, Number, Number)
            .Jump(Zero, "test")
            .Label("mark")
            .Compute(AluOperation.Add, Place, Sieve, Multiple)
            .Store(MemoryAccess.SignedByte, Mark, Place)
            .Compute(AluOperation.Add, Multiple, Multiple, Number)
            .Label("test")
            .Branch(BranchCondition.Less, Multiple, Limit, "mark")
            .Label("next")
            .Compute(AluOperation.Add, Number, Number, new Immediate(1))
            .Branch(BranchCondition.Less, Number, Limit, "number")

            .Store(MemoryAccess.Word, Count, Display);
        return (isEndless ? program.Jump(Zero, "begin") : program.Halt()).Words;
    }
}
