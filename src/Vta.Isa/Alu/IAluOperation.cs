namespace Vta.Isa.Alu;

/// <summary>
/// One operation of the ALU, defined once for the encoding, the simulators, the hardware, the disassembler and the tests.
/// A new one is a struct like <see cref="MinOperation"/>, which <see cref="VtaConfig.WithAluOperation"/> adds to a configuration.
/// </summary>
public interface IAluOperation
{
    /// <summary>Name as the disassembler shows it: a letter, then letters, digits and underscores.</summary>
    static abstract string Name { get; }

    /// <summary>Value of the alu_opcode field; 5 to 7 are free.</summary>
    static abstract int Code { get; }

    /// <summary>The new value of the destination.</summary>
    /// <param name="algebra">The arithmetic to use.</param>
    /// <param name="left">The destination's value.</param>
    /// <param name="right">The source's value, or the immediate wrapped to ACC_WIDTH.</param>
    static abstract T Evaluate<TAlgebra, T>(TAlgebra algebra, T left, T right)
        where TAlgebra : IAluAlgebra<T>;
}
