using System.Numerics;
using Vta.Hdl.Ir;
using static Vta.Hdl.Hw;

namespace Vta.Hdl.Tests.Simulation;

/// <summary>
/// A module of random operations on values of 1 to some hundred bits: registers that read each other, conditions, memories with several ports and masks,
/// lanes in lanes, long chains, one or two clocks of any edge with any kind of reset. The same seed gives the same module.
/// </summary>
internal sealed partial class RandomModule(int seed, int operations = 120) : Module
{
    private static readonly int[] s_widths = [1, 1, 1, 2, 3, 5, 8, 8, 13, 16, 31, 32, 33, 63, 64, 65, 72, 96, 128, 130, 192, 256, 300, 512];

    public readonly UInt[] Inputs = [In(UInt(1), "i0"), In(UInt(8), "i1"), In(UInt(32), "i2"), In(UInt(64), "i3"), In(UInt(100), "i4"), In(UInt(256), "i5")];
    public readonly UInt[] Outputs = [Out(UInt(1), "o0"), Out(UInt(16), "o1"), Out(UInt(64), "o2"), Out(UInt(130), "o3"), Out(UInt(512), "o4")];

    public readonly Inout<UInt>[] Pins = HasPins(seed)
        ? [Inout(UInt(5), Pull.Up, "p0"), Inout(UInt(8), Pull.Down, "p1"), Inout(UInt(2), Pull.Up, "p2"), Inout(UInt(1), Pull.Up, "p3")]
        : [];

    private readonly Random _random = new(seed);
    private readonly List<UInt> _values = [];

    protected override ClockDomain DefaultDomain => RandomClocks.Of(seed).First;

    protected override void Build()
    {
        if (RandomClocks.Of(seed).Second is { } second)
            DescribeBoth(second);
        else
            Describe("r", registers: 24, memories: 4, operations, [.. Pins.Select(p => p.Value)]);
        if (HasPins(seed))
            DrivePins();
        foreach (var output in Outputs)
            output.Set(Any(output.Width));
    }

    /// <summary>What one clock moves.</summary>
    private void Describe(string prefix, int registers, int memories, int operations, params IEnumerable<UInt> values)
    {
        UInt[] all = [.. Enumerable.Range(0, registers).Select(number => MakeRegister(prefix, number))];
        _values.AddRange(Inputs);
        _values.AddRange(values);
        _values.AddRange(all);
        var writes = Enumerable.Range(0, memories).Select(_ => MakeMemory()).ToArray();
        for (var i = 0; i < operations; i++)
            _values.Add(Operation());
        foreach (var register in all)
            Drive(register);
        foreach (var write in writes)
            write();
    }

    private UInt MakeRegister(string prefix, int number)
    {
        var width = Width();
        return (number % 3) switch
        {
            0 => RegNoReset(UInt(width), $"{prefix}{number}"),
            1 => Reg(UInt(width), $"{prefix}{number}"),
            _ => Reg(UInt(width), Number(width), $"{prefix}{number}"),
        };
    }

    private UInt Operand(int width) => _random.Next(5) == 0 ? Lit(Number(width), width) : Any(width);

    private Bool Bit() => Any(1).AsBool();

    /// <summary>Some value made before, cut or filled to this width.</summary>
    private UInt Any(int width)
    {
        var value = _values[_random.Next(Math.Max(0, _values.Count - 60), _values.Count)];
        if (value.Width > width)
        {
            var low = _random.Next(3) == 0 ? 0 : _random.Next((value.Width - width) / 8 + 1) * 8;
            return value[low + width - 1, low];
        }
        return value.Width < width && _random.Next(2) == 0 ? value.Repeat((width / value.Width) + 1).Trunc(width) : value.Extend(width);
    }

    private int Width() => Pick(s_widths);

    private int Divisor(int width) => Enumerable.Range(1, width).Where(d => width % d == 0).OrderBy(_ => _random.Next()).First();

    private BigInteger Number(int width)
    {
        var bytes = new byte[(width / 8) + 1];
        _random.NextBytes(bytes);
        return new BigInteger(bytes, isUnsigned: true) & ((BigInteger.One << width) - 1);
    }

    private T Pick<T>(params T[] choices) => choices[_random.Next(choices.Length)];
}
