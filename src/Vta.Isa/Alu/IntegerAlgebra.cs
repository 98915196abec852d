namespace Vta.Isa.Alu;

/// <summary>ALU arithmetic on single integers, kept sign-extended from ACC_WIDTH: the plain form that others are compared with.</summary>
public readonly struct IntegerAlgebra(int accWidth) : IAluAlgebra<int>
{
    private readonly int unused = 32 - accWidth;

    /// <summary>A value wrapped to ACC_WIDTH bits.</summary>
    public int Constant(int value) => (value << unused) >> unused;

    public int Add(int left, int right) => Constant(left + right);

    public int Subtract(int left, int right) => Constant(left - right);

    public int Multiply(int left, int right) => Constant(left * right);

    public int ShiftLeft(int value, int count) => (uint)count < 32 ? Constant(value << count) : 0;

    public int ShiftRight(int value, int count) => value >> (int)uint.Min((uint)count, 31);

    public int SelectIfLess(int left, int right, int whenLess, int otherwise) => left < right ? whenLess : otherwise;
}
