using Vta.Isa.Alu;

namespace Vta.Simulator.Lanes;

/// <summary>One lane: no vector instructions needed.</summary>
internal readonly unsafe struct Lanes1(int accWidth) : ILanes<Lanes1, int>
{
    private readonly IntegerAlgebra algebra = new(accWidth);

    public static int Count => 1;

    public static bool IsSupported => true;

    public static Lanes1 Create(int accWidth) => new(accWidth);

    public static int Load(int* source) => *source;

    public static void Store(int* destination, int value) => *destination = value;

    public static int Sum(int left, int right) => left + right;

    public static int Dot(int weights, int* inputs) => (short)weights * (short)*inputs + (weights >> 16) * (*inputs >> 16);

    public int Wrap(int value) => algebra.Constant(value);

    public int Constant(int value) => algebra.Constant(value);

    public int Add(int left, int right) => algebra.Add(left, right);

    public int Subtract(int left, int right) => algebra.Subtract(left, right);

    public int Multiply(int left, int right) => algebra.Multiply(left, right);

    public int ShiftLeft(int value, int count) => algebra.ShiftLeft(value, count);

    public int ShiftRight(int value, int count) => algebra.ShiftRight(value, count);

    public int SelectIfLess(int left, int right, int whenLess, int otherwise) => algebra.SelectIfLess(left, right, whenLess, otherwise);
}
