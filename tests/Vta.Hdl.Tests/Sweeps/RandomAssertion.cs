using static Vta.Hdl.Hw;

namespace Vta.Hdl.Tests.Sweeps;

/// <summary>A module of so little state that all of it can be visited, with an assertion that holds or does not. The same seed gives the same module.</summary>
internal sealed class RandomAssertion(int seed) : Module
{
    public readonly UInt X = In(UInt(2));

    private readonly Random _random = new(seed);
    private readonly List<UInt> _values = [];

    protected override void Build()
    {
        UInt[] registers =
        [
            Reg(UInt(3), _random.Next(8), "a"),
            Reg(UInt(2), "b"),
            RegNoReset(UInt(1), "c"),
        ];
        _values.AddRange([X, .. registers]);
        for (var i = 0; i < 10; i++)
            _values.Add(Operation());
        foreach (var register in registers)
        {
            using (When(_random.Next(2) == 0 ? Any(1).AsBool() : true))
                register.Set(Any(register.Width));
        }
        var width = _random.Next(2, 5);
        using (When(_random.Next(3) == 0 ? Any(1).AsBool() : true))
            Assert(Any(width) != Lit(_random.Next(1 << width), width), "a value is never reached");
    }

    private UInt Operation()
    {
        var width = _random.Next(1, 5);
        var (a, b) = (Any(width), Any(width));
        return _random.Next(12) switch
        {
            0 => a + b,
            1 => a - b,
            2 => a & b,
            3 => a | b,
            4 => a ^ b,
            5 => (a * b).Trunc(width),
            6 => Mux(Any(1).AsBool(), a, b),
            7 => (a.AsSInt() < b.AsSInt()).AsUInt(),
            8 => a.DivRem(b).Remainder,
            9 => a.RotateLeft(Any(2)),
            10 => a.PopCount(),
            _ => a[Any(2)].AsUInt(),
        };
    }

    private UInt Any(int width)
    {
        var value = _values[_random.Next(_values.Count)];
        return value.Width > width ? value.Trunc(width) : value.Extend(width);
    }
}
