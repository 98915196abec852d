using System.Runtime.CompilerServices;
using Vta.Hdl.Diagnostics;
using static Vta.Hdl.Hw;

namespace Vta.Hdl.Library;

/// <summary>
/// Divides unsigned numbers in a pipeline: a division begins in each cycle, its result is there <c>cycles</c> later. Division by zero gives a quotient of all ones,
/// and the dividend as remainder.
/// </summary>
/// <param name="width">Bits of the numbers.</param>
/// <param name="cycles">Stages, each for an equal share of the bits: from 1 to the width (HW0011).</param>
public sealed class Divider(int width, int cycles) : Module
{
    /// <summary>What is divided.</summary>
    public readonly UInt Dividend = In(UInt(width));

    /// <summary>By what it is divided.</summary>
    public readonly UInt Divisor = In(UInt(width));

    /// <summary>The quotient, of what was there so many cycles ago.</summary>
    public readonly UInt Quotient = Out(UInt(width));

    /// <summary>The remainder, of what was there so many cycles ago.</summary>
    public readonly UInt Remainder = Out(UInt(width));

    /// <inheritdoc/>
    protected override string DefinitionName => $"Divider_{width}x{cycles}";

    /// <inheritdoc/>
    protected override void Build()
    {
        Require(width >= 1);
        Require(cycles >= 1 && cycles <= width);
        Parameter("width", width);
        Parameter("cycles", cycles);

        // Bits of the quotient come in at the bottom as those of the dividend move out at the top.
        var (numbers, divisor, remainder) = (Dividend, Divisor, Lit(0, width));
        for (var stage = 0; stage < cycles; stage++)
        {
            for (var bits = Share(stage + 1) - Share(stage); bits > 0; bits--)
            {
                (var bit, remainder) = Division.Step(remainder, numbers[width - 1], divisor);
                numbers = width == 1 ? bit.Repeat(1) : Cat(numbers[width - 2, 0], bit);
            }
            numbers = RegNext(numbers, $"quotient_{stage + 1}");
            remainder = RegNext(remainder, $"remainder_{stage + 1}");
            if (stage < cycles - 1)
                divisor = RegNext(divisor, $"divisor_{stage + 1}");
        }
        Quotient.Set(numbers);
        Remainder.Set(remainder);
    }

    /// <summary>Bits that are done when so many stages are.</summary>
    private int Share(int stages) => (int)((long)width * stages / cycles);
}

/// <summary>Divisions in a pipeline.</summary>
public static class Dividing
{
    /// <summary>Quotient and remainder of two values of one cycle, so many cycles later.</summary>
    /// <exception cref="HdlException">HW0001: the widths differ. HW0011: there are more cycles than bits, or none. HW0023: the values are not there in the same cycle.</exception>
    public static (Timed<UInt> Quotient, Timed<UInt> Remainder) DivRem(
        this Timed<UInt> dividend, Timed<UInt> divisor, int cycles, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var both = dividend.Join(divisor, (a, b) => Hw.Cat(a, b));
        var width = dividend.At(both.Cycles).Width;
        var divider = Module.Instance(new Divider(width, cycles), file: file, line: line);
        divider.Dividend.Set(dividend.At(both.Cycles), file, line);
        divider.Divisor.Set(divisor.At(both.Cycles), file, line);
        return (new(divider.Quotient, both.Cycles + cycles), new(divider.Remainder, both.Cycles + cycles));
    }
}
