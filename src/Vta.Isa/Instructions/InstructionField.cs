using System.Runtime.CompilerServices;

namespace Vta.Isa.Instructions;

/// <summary>One field of an instruction or micro-op. It never straddles a 64-bit word.</summary>
/// <param name="Name">Name in VTA's terms, such as <c>sram_base</c>.</param>
/// <param name="Offset">Its lowest bit.</param>
/// <param name="Width">Its bits.</param>
/// <param name="IsSigned">Whether it holds two's complement.</param>
public readonly record struct InstructionField(string Name, int Offset, int Width, bool IsSigned = false)
{
    /// <summary>The first bit past the field.</summary>
    public int End => Offset + Width;

    /// <summary>The least value the field holds.</summary>
    public long Minimum => IsSigned ? -(1L << (Width - 1)) : 0;

    /// <summary>The greatest value the field holds.</summary>
    public long Maximum => IsSigned ? (1L << (Width - 1)) - 1 : (1L << Width) - 1;

    /// <summary>The field's value in an instruction, as unsigned bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public uint Extract(InstructionWord word) =>
        (uint)((Offset < 64 ? word.Low : word.High) >> Offset) & (uint)((1UL << Width) - 1);

    /// <summary>The field's value in an instruction, sign-extended.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int ExtractSigned(InstructionWord word) => (int)(Extract(word) << (32 - Width)) >> (32 - Width);

    /// <summary>The instruction with this field's value put in, which must be zero before.</summary>
    /// <exception cref="VtaInputException">The value does not fit the field.</exception>
    public InstructionWord Insert(InstructionWord word, long value)
    {
        if (value < Minimum || value > Maximum)
            throw new VtaInputException($"{Name} is {value}; its {Width} bits hold {Minimum} to {Maximum}");
        var bits = ((ulong)value & ((1UL << Width) - 1)) << Offset;
        return Offset < 64 ? word with { Low = word.Low | bits } : word with { High = word.High | bits };
    }
}
