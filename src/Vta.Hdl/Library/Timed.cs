using System.Runtime.CompilerServices;
using Vta.Hdl.Diagnostics;

namespace Vta.Hdl.Library;

/// <summary>
/// A value that is there a known number of cycles after what it is computed from: the latency is part of its type, as the width is. Values are only joined where
/// they are there in the same cycle (HW0023).
/// </summary>
public sealed class Timed<T>
    where T : Data
{
    private readonly T _value;

    internal Timed(T value, int cycles)
    {
        _value = value;
        Cycles = cycles;
    }

    /// <summary>How many cycles later it is there.</summary>
    public int Cycles { get; }

    /// <summary>The value, for one who knows when it is there.</summary>
    /// <exception cref="HdlException">HW0023: it is there in another cycle.</exception>
    public T At(int cycles) => cycles == Cycles
        ? _value
        : throw Elaboration.Require.Fail(
            Rule.Latency, $"the value is there after {Cycles} cycles, and not after {cycles}{(cycles > Cycles ? $": Until({cycles}) delays it" : "")}");

    /// <summary>What is computed from it in the same cycle.</summary>
    public Timed<TResult> Map<TResult>(Func<T, TResult> body)
        where TResult : Data => new(body(_value), Cycles);

    /// <summary>What is computed from two values in one cycle.</summary>
    /// <exception cref="HdlException">HW0023: they are not there in the same cycle.</exception>
    public Timed<TResult> Join<TOther, TResult>(Timed<TOther> other, Func<T, TOther, TResult> body)
        where TOther : Data
        where TResult : Data => other.Cycles == Cycles
        ? new(body(_value, other._value), Cycles)
        : throw Elaboration.Require.Fail(
            Rule.Latency, $"one value is there after {Cycles} cycles and the other after {other.Cycles}: Until({Math.Max(Cycles, other.Cycles)}) delays the earlier");

    /// <summary>The value in registers until so many cycles are over.</summary>
    /// <exception cref="HdlException">HW0023: it is there only later.</exception>
    public Timed<T> Until(int cycles, string? name = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) => cycles >= Cycles
        ? new(_value.Delayed(cycles - Cycles, name, file, line), cycles)
        : throw Elaboration.Require.Fail(Rule.Latency, $"the value is there after {Cycles} cycles, and not after {cycles}");
}

/// <summary>Values that are there at once.</summary>
public static class Timed
{
    /// <summary>The value in this cycle.</summary>
    public static Timed<T> Now<T>(T value)
        where T : Data => new(value, 0);
}
