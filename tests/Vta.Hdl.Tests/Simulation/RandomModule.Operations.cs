using static Vta.Hdl.Hw;

namespace Vta.Hdl.Tests.Simulation;

/// <content>Operations.</content>
internal sealed partial class RandomModule
{
    // Verilator multiplies signed numbers of up to 512 bits, the product's width included.
    private const int MostFactorBits = 250;

    private UInt Operation()
    {
        var width = Width();
        var a = Any(width);
        switch (_random.Next(36))
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
            case 25:
            case 26:
            case 27: return SignedProduct(Math.Min(width, MostFactorBits));
            case 28: return Literals(width);
            case 29: return Fields(width);
            case 30: return Chain(width);
            case 31: return a << Any(Pick(33, 64, 70));
            case 32: return (a.AsSInt() >> Any(Pick(33, 65))).AsUInt();
            case 33: return WithExceptions(width);
            case 34: return InPieces(width);
            default: return Mux(Bit(), Mux(Bit(), a, Any(width)), Any(width) + 1);
        }
    }

    /// <summary>Numbers that take their width from what they meet.</summary>
    private UInt Literals(int width)
    {
        var a = Any(width + 3).AsSInt();
        return _random.Next(6) switch
        {
            0 => (a + -3).AsUInt(),
            1 => (a - 2).AsUInt(),
            2 => (a * -4).AsUInt(),
            3 => Mux(a < -1, a.AsUInt(), 5),
            4 => (-a + -(SInt)2).AsUInt(),
            _ => (a.MultiplyWrapping(-3) >> 1).AsUInt(),
        };
    }

    /// <summary>A product of signed numbers, which is extended: as wide as it is, cut, or made of extended factors.</summary>
    private UInt SignedProduct(int width)
    {
        var (a, b) = (Any(width).AsSInt(), Any(width).AsSInt());
        return _random.Next(3) switch
        {
            0 => a.MultiplyWrapping(b).Extend(width + _random.Next(1, 40)).AsUInt(),
            1 => a.Extend(width + 2).MultiplyWrapping(b.Extend(width + 2)).Extend((2 * width) + 7).AsUInt(),
            _ => (a * Any(Math.Min(Width(), MostFactorBits)).AsSInt()).Extend((2 * width) + 520).AsUInt().Trunc(width + 1),
        };
    }

    /// <summary>A sum and a choice of many values.</summary>
    private UInt Chain(int width)
    {
        var value = Any(width);
        for (var i = _random.Next(20, 60); i > 0; i--)
            value = _random.Next(2) == 0 ? value + Operand(width) : Mux(Bit(), Operand(width), value);
        return value;
    }
}
