using Vta.Isa.Alu;
using Vta.Isa.Requant;

namespace Vta.Isa.Instructions;

/// <summary>
/// An ALU instruction: for i &lt; IterOut, j &lt; IterIn, k in [UopBegin, UopEnd): acc[dst] = op(acc[dst], UseImmediate ? Immediate : acc[src]);
/// each index is the micro-op's field + i·FactorOut + j·FactorIn. <see cref="Code"/> is an <see cref="AluOperation.Code"/>;
/// <see cref="Reset"/> does nothing. With the code of <see cref="RequantOperation"/>: acc[dst] = requantised acc[dst] by par[src], whatever UseImmediate.
/// </summary>
public readonly record struct AluInstruction(
    Dependencies Dependencies,
    int UopBegin,
    int UopEnd,
    int IterOut,
    int IterIn,
    int Code,
    bool UseImmediate,
    int Immediate = 0,
    int DstFactorOut = 0,
    int DstFactorIn = 0,
    int SrcFactorOut = 0,
    int SrcFactorIn = 0,
    bool Reset = false)
{
    /// <summary>How many steps it takes; with none it does nothing and raises no fault.</summary>
    public long Steps => (long)IterOut * IterIn * Math.Max(0, UopEnd - UopBegin);

    /// <summary>Reads the fields of an ALU instruction.</summary>
    public static AluInstruction Decode(InstructionLayout layout, InstructionWord word)
    {
        var fields = layout.Alu;
        return new AluInstruction(
            word.Dependencies(layout),
            (int)fields.UopBegin.Extract(word),
            (int)fields.UopEnd.Extract(word),
            (int)fields.IterOut.Extract(word),
            (int)fields.IterIn.Extract(word),
            (int)fields.AluOpcode.Extract(word),
            fields.UseImmediate.Extract(word) != 0,
            fields.Immediate.ExtractSigned(word),
            (int)fields.DstFactorOut.Extract(word),
            (int)fields.DstFactorIn.Extract(word),
            (int)fields.SrcFactorOut.Extract(word),
            (int)fields.SrcFactorIn.Extract(word),
            fields.Reset.Extract(word) != 0);
    }

    /// <exception cref="VtaInputException">A value does not fit its field.</exception>
    public InstructionWord Encode(InstructionLayout layout)
    {
        var fields = layout.Alu;
        var word = InstructionWords.Begin(layout, Opcode.Alu, Dependencies);
        word = fields.Reset.Insert(word, Reset ? 1 : 0);
        word = fields.UopBegin.Insert(word, UopBegin);
        word = fields.UopEnd.Insert(word, UopEnd);
        word = fields.IterOut.Insert(word, IterOut);
        word = fields.IterIn.Insert(word, IterIn);
        word = fields.DstFactorOut.Insert(word, DstFactorOut);
        word = fields.DstFactorIn.Insert(word, DstFactorIn);
        word = fields.SrcFactorOut.Insert(word, SrcFactorOut);
        word = fields.SrcFactorIn.Insert(word, SrcFactorIn);
        word = fields.AluOpcode.Insert(word, Code);
        word = fields.UseImmediate.Insert(word, UseImmediate ? 1 : 0);
        return fields.Immediate.Insert(word, Immediate);
    }
}
