using System.Numerics;
using static Vta.Hdl.Hw;

namespace Vta.Hdl.Tests.Simulation;

/// <summary>
/// A module of random operations on values of 1 to some hundred bits: registers that read each other, conditions, memories with masks, lanes
/// in lanes. The same seed gives the same module.
/// </summary>
internal sealed class RandomModule(int seed, int operations = 120) : Module
{
    private static readonly int[] s_widths = [1, 1, 1, 2, 3, 5, 8, 8, 13, 16, 31, 32, 33, 63, 64, 65, 72, 96, 128, 130, 192, 256, 300, 512];

    public readonly UInt[] Inputs = [In(UInt(1), "i0"), In(UInt(8), "i1"), In(UInt(32), "i2"), In(UInt(64), "i3"), In(UInt(100), "i4"), In(UInt(256), "i5")];
    public readonly UInt[] Outputs = [Out(UInt(1), "o0"), Out(UInt(16), "o1"), Out(UInt(64), "o2"), Out(UInt(130), "o3"), Out(UInt(512), "o4")];

    private readonly Random _random = new(seed);
    private readonly List<UInt> _values = [];

    protected override void Build()
    {
        var registers = Enumerable.Range(0, 24).Select(MakeRegister).ToArray();
        _values.AddRange(Inputs);
        _values.AddRange(registers);
        var memories = Enumerable.Range(0, 4).Select(_ => MakeMemory()).ToArray();
        for (var i = 0; i < operations; i++)
            _values.Add(Operation());
        foreach (var register in registers)
            Drive(register);
        foreach (var memory in memories)
            memory();
        foreach (var output in Outputs)
            output.Set(Any(output.Width));
    }

    private UInt MakeRegister(int number)
    {
        var width = Width();
        return (number % 3) switch
        {
            0 => RegNoReset(UInt(width), $"r{number}"),
            1 => Reg(UInt(width), $"r{number}"),
            _ => Reg(UInt(width), Number(width), $"r{number}"),
        };
    }

    private void Drive(UInt register)
    {
        switch (_random.Next(4))
        {
            case 0:
                register.Set(Any(register.Width));
                break;
            case 1:
                using (When(Bit()))
                    register.Set(Any(register.Width));
                break;
            case 2:
                using (When(Bit()))
                    register.Set(Any(register.Width));
                using (ElseWhen(Bit()))
                    register.Set(register + Any(register.Width));
                break;
            default:
                using (When(Bit()))
                {
                    register.Set(0);
                    using (When(Bit()))
                        register.Set(Any(register.Width));
                }
                break;
        }
    }

    /// <summary>Declares a memory and reads it; what comes back writes it.</summary>
    private Action MakeMemory()
    {
        var depth = _random.Next(2, 40);
        var parts = Pick(1, 2, 4, 8, 16);
        var width = parts * Pick(1, 5, 8, 16, 64, 72);
        var memory = Mem(UInt(width), depth, Ir.ReadUnderWrite.Old, contents: [Number(width), Number(width)]);
        if (_random.Next(2) == 0)
        {
            _values.Add(memory[Any(memory.AddressWidth)]);
        }
        else
        {
            using (When(Bit()))
                _values.Add(memory.Read(Any(memory.AddressWidth)));
        }
        return () =>
        {
            for (var port = _random.Next(1, 3); port > 0; port--)
            {
                using (When(Bit()))
                {
                    if (_random.Next(2) == 0)
                        memory.Write(Any(memory.AddressWidth), Any(width));
                    else
                        memory.Write(Any(memory.AddressWidth), Any(width), Any(parts));
                }
            }
        };
    }

    private UInt Operation()
    {
        var width = Width();
        var a = Any(width);
        switch (_random.Next(26))
        {
            case 0: return ~a;
            case 1: return a & Any(width);
            case 2: return a | Any(width);
            case 3: return a ^ Any(width);
            case 4: return a + Any(width);
            case 5: return a - Any(width);
            case 6: return (a * Any(width)).Trunc(Math.Max(1, width));
            case 7: return (a == Any(width)).Repeat(1);
            case 8: return (a < Any(width)).Repeat(1);
            case 9: return (a.AsSInt() < Any(width).AsSInt()).Repeat(1);
            case 10: return a << Any(_random.Next(1, 9));
            case 11: return a >> Any(_random.Next(1, 9));
            case 12: return (a.AsSInt() >> Any(_random.Next(1, 9))).AsUInt();
            case 13: return a.AsSInt().Extend(width + _random.Next(1, 70)).AsUInt();
            case 14: return Cat(a, Any(Width()));
            case 15: return a.Repeat(_random.Next(1, 5));
            case 16: return Cat(a.Any(), a.All(), a.Parity());
            case 17: return a[Any(_random.Next(1, 6))].Repeat(2);
            case 18: return a.AsVec(UInt(Divisor(width)))[Any(_random.Next(1, 5))];
            case 19: return Mux(Bit(), a, Operand(width));
            case 20: return Elementwise(width);
            case 21: return Dot();
            case 22: return OneHot(Any(_random.Next(1, 6)), _random.Next(1, 70));
            case 23: return Any(width * 2).AsVec(UInt(width)).Map(x => x ^ a).Sum();
            case 24: return Select(width);
            default: return Mux(Bit(), Mux(Bit(), a, Any(width)), Any(width) + 1);
        }
    }

    private UInt Elementwise(int width)
    {
        var element = Pick(1, 2, 3, 4, 5, 6, 7, 8, 8, 11, 16, 20, 25, 32, 32, 64, 70);
        var count = Pick(2, 3, 4, 8, 16, 16, 32, 64);
        var type = UInt(element);
        var shared = Any(element);
        var condition = Bit();
        var amount = Any(_random.Next(1, 7));
        return Lanes.Map(Any(element * count).AsVec(type), Any(element * count).AsVec(type), (x, y) => Body(x, y, _random.Next(10), shared, condition, amount))
            .AsUInt();
    }

    private static UInt Body(UInt x, UInt y, int kind, UInt shared, Bool condition, UInt amount) => kind switch
    {
        0 => x + y,
        1 => Mux(x.AsSInt() < y.AsSInt(), x, y),
        2 => (x.AsSInt() >> amount).AsUInt(),
        3 => Mux(condition, x - shared, y ^ x),
        4 => (x < y).Repeat(1),
        5 => (x.AsSInt() * y.AsSInt()).AsUInt(),
        6 => Mux(x == y, shared, x & ~y),
        7 => Cat(x, y),
        8 => x.Trunc((x.Width + 1) / 2),
        _ => x << (y.Width > 3 ? y[2, 0] : y),
    };

    /// <summary>A matrix times a vector, as in a GEMM core.</summary>
    private UInt Dot()
    {
        var (rows, columns, bits) = (Pick(2, 4, 16), Pick(2, 4, 8, 16), Pick(2, 3, 4, 8, 8));
        var sum = (2 * bits) + 4;
        var vector = Any(columns * bits).AsVec(SInt(bits));
        var matrix = Any(rows * columns * bits).AsVec(VecOf(columns, SInt(bits)));
        return matrix.Map(row => Lanes.Map(row, vector, (w, x) => (w * x).Extend(sum)).Sum()).AsUInt();
    }

    private UInt Select(int width)
    {
        var wire = Wire(UInt(width), "chosen");
        var subject = Any(3);
        using (When(Bit()))
            wire.Set(Any(width));
        using (ElseWhen(subject == 2))
            wire.Set(Operand(width));
        using (Else())
            wire.Set(Any(width) ^ Any(width));
        return wire;
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
