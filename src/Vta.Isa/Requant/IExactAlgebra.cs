namespace Vta.Isa.Requant;

/// <summary>
/// The arithmetic that <see cref="RequantOperation"/> is written in: signed integers without a width of their own, exact unless a result is cut where
/// that is said. All of them fit 64 bits. Implementations: integers, hardware signals.
/// </summary>
/// <typeparam name="T">What holds a value.</typeparam>
public interface IExactAlgebra<T>
{
    T Constant(long value);

    T Add(T left, T right);

    T Subtract(T left, T right);

    T Multiply(T left, T right);

    /// <summary>The low bits of the value shifted left, as a signed number of <paramref name="width"/> bits.</summary>
    /// <param name="value">Of <paramref name="width"/> bits at most.</param>
    /// <param name="count">0 to 63.</param>
    /// <param name="width">At most 64.</param>
    T ShiftLeft(T value, T count, int width);

    /// <summary>The value divided by 2^<paramref name="count"/>, towards minus infinity.</summary>
    /// <param name="value">What is shifted.</param>
    /// <param name="count">0 to 63.</param>
    T ShiftRight(T value, T count);

    /// <summary>The low bits as a signed number.</summary>
    T Wrap(T value, int width);

    /// <summary><paramref name="left"/> &lt; <paramref name="right"/> ? <paramref name="whenLess"/> : <paramref name="otherwise"/>.</summary>
    T SelectIfLess(T left, T right, T whenLess, T otherwise);
}
