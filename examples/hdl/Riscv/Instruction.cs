using Vta.Hdl;
using static Vta.Hdl.Hw;

namespace HdlTutorial;

/// <summary>An instruction word of RV32I as its fields: a helper of C#, which costs no module and no wires.</summary>
/// <param name="word">The word, 32 bits.</param>
public sealed class Instruction(UInt word)
{
    public UInt Opcode => word[6, 0];

    public UInt Destination => word[11, 7];

    /// <summary>What exactly an instruction of the opcode does.</summary>
    public UInt Function => word[14, 12];

    public UInt FirstSource => word[19, 15];

    public UInt SecondSource => word[24, 20];

    /// <summary>Tells subtraction from addition, and an arithmetic shift from a logical one.</summary>
    public Bool IsAlternate => word[30];

    /// <summary>A number in the instruction, for loads, jumps to a register and arithmetic.</summary>
    public UInt Immediate => Signed(word[31, 20]);

    public UInt StoreOffset => Signed(Cat(word[31, 25], word[11, 7]));

    public UInt BranchOffset => Signed(Cat(word[31], word[7], word[30, 25], word[11, 8], (Bool)false));

    public UInt JumpOffset => Signed(Cat(word[31], word[19, 12], word[20], word[30, 21], (Bool)false));

    /// <summary>The upper twenty bits of a number.</summary>
    public UInt Upper => word[31, 12].PadLow(12);

    public Bool Is(Opcode opcode) => Opcode == Lit(opcode);

    private static UInt Signed(UInt bits) => bits.AsSInt().Extend(32).AsUInt();
}
