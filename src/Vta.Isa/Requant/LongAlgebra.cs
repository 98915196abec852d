namespace Vta.Isa.Requant;

/// <summary>Exact arithmetic on integers of 64 bits.</summary>
public readonly struct LongAlgebra : IExactAlgebra<long>
{
    public long Constant(long value) => value;

    public long Add(long left, long right) => left + right;

    public long Subtract(long left, long right) => left - right;

    public long Multiply(long left, long right) => left * right;

    public long ShiftLeft(long value, long count, int width) => Wrap(value << (int)count, width);

    public long ShiftRight(long value, long count) => value >> (int)count;

    public long Wrap(long value, int width) => (value << (64 - width)) >> (64 - width);

    public long SelectIfLess(long left, long right, long whenLess, long otherwise) => left < right ? whenLess : otherwise;
}
