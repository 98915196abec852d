using Vta.Isa.Alu;

namespace Vta.Hardware.Computing;

/// <summary>The arithmetic of ALU operations in hardware: values of ACC_WIDTH bits.</summary>
internal readonly struct HardwareAlgebra(int accWidth) : IAluAlgebra<SInt>
{
    public SInt Constant(int value)
    {
        var unused = 32 - accWidth;
        return Lit(((value << unused) >>> unused), accWidth).AsSInt();
    }

    public SInt Add(SInt left, SInt right) => left + right;

    public SInt Subtract(SInt left, SInt right) => left - right;

    public SInt Multiply(SInt left, SInt right) => left.MultiplyWrapping(right);

    public SInt ShiftLeft(SInt value, SInt count) => value << count.AsUInt();

    public SInt ShiftRight(SInt value, SInt count) => value >> count.AsUInt();

    public SInt SelectIfLess(SInt left, SInt right, SInt whenLess, SInt otherwise) => Mux(left < right, whenLess, otherwise);
}
