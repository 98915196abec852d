using CsCheck;
using Vta.Compiler.LoopIr;
using Vta.Compiler.LoopIr.Arithmetic;
using Vta.Compiler.TensorExpressions;
using Vta.TestSupport;

namespace Vta.Compiler.Tests;

/// <summary>Indices in one form: of the same value, and as simple as they should be.</summary>
public sealed class SimplifierTests
{
    private readonly Variable f = new("f");
    private readonly Variable i = new("i");
    private readonly Variable j = new("j");
    private readonly Simplifier simplifier;

    public SimplifierTests()
    {
        var bounds = new Bounds();
        bounds.Add(f, 24);
        bounds.Add(i, 4);
        bounds.Add(j, 6);
        simplifier = new Simplifier(bounds);
    }

    [Fact]
    public void Quotients_and_rests_of_one_division_join()
    {
        Is(f / 2 * 32 + f % 2 * 16, "f * 16");
        Is(f / 2 * 2 + f % 2, "f");
        Is(f / 6 / 2 * 12 + f / 6 % 2 * 6 + f % 6, "f");
        Is(f % 12 / 4 * 4 + f % 12 % 4, "f % 12");
        Is((i * 6 + j) / 6, "i");
        Is((i * 6 + j) % 6, "j");
        Is((f * 4 + i) / 8, "f // 2");
        Is((f * 4 + i) % 8, "f % 2 * 4 + i");
        Is((f * 4 + i) / 8 * 16 + (f * 4 + i) % 8 * 2, "i * 2 + f * 8");
        Is(f / 2 * 48 + f % 2 * 16, "f // 2 * 48 + f % 2 * 16");
    }

    [Fact]
    public void What_could_wrap_stays()
    {
        Is(f * 100000 * 100000 / 100000, "f * 100000 * 100000 // 100000");
        Is(f * 200000000 / 2, "f * 200000000 // 2");
    }

    [Fact]
    public void Values_stay() => Gen.Int[0, 10_000_000].Sample(
        seed =>
        {
            var random = new Random(seed);
            var expression = Draw(random);
            var simple = simplifier.Simplify(expression);
            for (var draw = 0; draw < 10; draw++)
            {
                var values = new Dictionary<Variable, int> { [f] = random.Next(24), [i] = random.Next(4), [j] = random.Next(6) };
                PlainEvaluator.Evaluate(simple, values).Should().Be(PlainEvaluator.Evaluate(expression, values), $"{expression} became {simple}");
            }
        },
        iter: 5000);

    /// <summary>Of draws that are always the same: a form that is not final is rare, and its values are right.</summary>
    [Fact]
    public void Forms_are_final()
    {
        for (var seed = 0; seed < 2_000; seed++)
        {
            var expression = Draw(new Random(seed));
            var simple = simplifier.Simplify(expression);
            simplifier.Simplify(simple).Should().Be(simple, $"{expression}");
        }
    }

    private Expr Draw(Random random) => random.Next(4) == 0 ? Condition(random, 3) : Index(random, random.Next(1, 6));

    private void Is(Expr expression, string simple) => simplifier.Simplify(expression).ToString().Should().Be(simple);

    private Expr Index(Random random, int depth)
    {
        if (depth == 0)
            return random.Next(4) switch { 0 => f, 1 => i, 2 => j, _ => random.Next(-8, 25) };
        Expr Number() => random.Next(30) == 0 ? random.Next(int.MinValue, int.MaxValue) : random.Next(1, 13);
        return random.Next(10) switch
        {
            0 or 1 => Index(random, depth - 1) + Index(random, depth - 1),
            2 => Index(random, depth - 1) - Index(random, depth - 1),
            3 or 4 => Index(random, depth - 1) * Number(),
            5 => Index(random, depth - 1) / Positive(Number()),
            6 => Index(random, depth - 1) % Positive(Number()),
            7 => Te.Min(Index(random, depth - 1), Index(random, depth - 1)),
            8 => Te.Max(Index(random, depth - 1), Index(random, depth - 1)),
            _ => Joined(random, Index(random, depth - 1)),
        };
    }

    /// <summary>A quotient and its rest, as fused loops have them.</summary>
    private static Expr Joined(Random random, Expr index)
    {
        var (divisor, factor) = (random.Next(1, 9), random.Next(1, 5));
        return index / divisor * (divisor * factor) + index % divisor * factor;
    }

    private Expr Condition(Random random, int depth) => random.Next(4) switch
    {
        0 when depth > 0 => Condition(random, depth - 1) & Condition(random, depth - 1),
        1 when depth > 0 => Condition(random, depth - 1) | Condition(random, depth - 1),
        2 => Index(random, 2) < Index(random, 2),
        _ => Index(random, 2) <= Index(random, 2),
    };

    private static Expr Positive(Expr number) => ((Constant)number).Value > 0 ? number : 7;
}
