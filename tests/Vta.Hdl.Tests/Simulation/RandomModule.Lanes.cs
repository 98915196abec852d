using static Vta.Hdl.Hw;

namespace Vta.Hdl.Tests.Simulation;

/// <content>Lanes.</content>
internal sealed partial class RandomModule
{
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
}
