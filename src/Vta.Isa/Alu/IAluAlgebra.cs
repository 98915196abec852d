namespace Vta.Isa.Alu;

/// <summary>
/// The arithmetic that ALU operations are written in. Values are two's complement of ACC_WIDTH bits and every result wraps to
/// that width. Implementations: integers, vectors of integers, hardware signals.
/// </summary>
/// <typeparam name="T">What holds a value.</typeparam>
public interface IAluAlgebra<T>
{
    T Constant(int value);

    T Add(T left, T right);

    T Subtract(T left, T right);

    /// <summary>The low ACC_WIDTH bits of the product.</summary>
    T Multiply(T left, T right);

    /// <summary>Shifts left; <paramref name="count"/> is taken as unsigned, ACC_WIDTH and above give zero.</summary>
    T ShiftLeft(T value, T count);

    /// <summary>Shifts right, filling with the sign; <paramref name="count"/> is taken as unsigned, ACC_WIDTH and above leave signs only.</summary>
    T ShiftRight(T value, T count);

    /// <summary><paramref name="left"/> &lt; <paramref name="right"/> as signed numbers ? <paramref name="whenLess"/> : <paramref name="otherwise"/>.</summary>
    T SelectIfLess(T left, T right, T whenLess, T otherwise);
}
