using System.Numerics;
using Vta.Isa.Instructions;

namespace Vta.Hardware.Control;

/// <summary>Reads the fields of instructions and micro-ops where the layout of the configuration puts them.</summary>
internal static class InstructionFields
{
    /// <summary>The bits of a field.</summary>
    public static UInt Field(this UInt word, InstructionField field) => word[field.End - 1, field.Offset];

    /// <summary>A flag.</summary>
    public static Bool Flag(this UInt word, InstructionField field) => word[field.Offset];

    /// <summary>True for the instructions of the matrix multiplier.</summary>
    public static Bool IsGemm(this UInt word, InstructionLayout layout)
    {
        var opcodes = Enum.GetValues<Opcode>().Where(layout.IsGemm);
        return AnyOf(opcodes.Select(opcode => word.Is(layout.Common.Opcode, opcode)));
    }

    /// <summary>True where a field holds the value of an enumeration of the instruction set.</summary>
    public static Bool Is<TEnum>(this UInt word, InstructionField field, TEnum value)
        where TEnum : struct, Enum => word.Field(field) == new BigInteger(Convert.ToInt32(value));
}
