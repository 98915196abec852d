using CsCheck;
using Vta.Compiler.LoopIr;
using Vta.Compiler.TensorExpressions;
using Vta.Compiler.Tensors;
using Vta.Isa.Alu;
using Vta.TestSupport;

namespace Vta.Compiler.Tests;

/// <summary>One arithmetic for numbers that fold, for values that are evaluated, and in the plain reference.</summary>
public sealed class ArithmeticTests
{
    [Fact]
    public void Numbers_fold_as_the_hardware_computes()
    {
        Folds((Expr)5 >> -1, 10);
        Folds((Expr)5 << -1, 2);
        Folds((Expr)(-5) >> 1, -3);
        Folds((Expr)(-5) >> 40, -1);
        Folds((Expr)5 << 31, int.MinValue);
        Folds((Expr)5 << 32, 0);
        Folds((Expr)5 << int.MinValue, 0);
        Folds(((Expr)300).Cast(DataType.Int8), 44);
        Folds((Expr)int.MaxValue + 1, int.MinValue);
        Folds((Expr)int.MinValue - 1, int.MaxValue);
        Folds((Expr)int.MinValue / -1, int.MinValue);
        Folds((Expr)65536 * 65537, 65536);
        Folds((Expr)(-7) / 2, -4);
        Folds((Expr)(-7) % 2, 1);
        Folds((Expr)7 % -2, -1);
        Folds(-(Expr)5, -5);
        Folds(~(Expr)5, -6);
        Folds(((Expr)100).Cast(DataType.Int8) + 100, -56);
        Folds(Te.Alu<ShrOperation>(5, -1), 10);
    }

    [Fact]
    public void Conditions_fold()
    {
        Folds((Expr)3 == 3, 1);
        Folds((Expr)3 != 3, 0);
        Folds(!((Expr)3 < 4), 0);
        Folds((Expr)3 > 4 | (Expr)4 >= 4, 1);
        Folds(!((Expr)3 > 4 | (Expr)4 >= 4), 0);
        Folds(Te.IfThenElse((Expr)3 < 4, 1, 2), 1);
    }

    [Fact]
    public void Numbers_fold_to_what_the_reference_says() => Gen.Int[0, 1_000_000].Sample(
        seed =>
        {
            var random = new Random(seed);
            var type = DataType.Int(random.Next(2, 33));
            var number = ((Expr)random.Next(int.MinValue, int.MaxValue)).Cast(type);
            // Axes that are given their values fold; without them nothing does.
            var axis = new Variable("v");
            var expression = new RandomExpression(random, [axis.Cast(type)]).OfProcessor(4);
            var folded = expression.Substitute(axis, ((Constant)number).Value).Should().BeOfType<Constant>().Which;
            folded.Type.Should().Be(type);
            folded.Value.Should().Be(PlainEvaluator.Evaluate(expression, new Dictionary<Variable, int> { [axis] = ((Constant)number).Value }), $"{expression} of {number}");
        },
        iter: 3000);

    [Fact]
    public void Values_are_what_the_reference_says() => Gen.Int[0, 1_000_000].Sample(
        seed =>
        {
            var random = new Random(seed);
            var type = DataType.Int(random.Next(2, 33));
            var (x, y) = (Te.Placeholder([3, 5], "x", type), Te.Placeholder([3, 5], "y", type));
            // What axes alone compute may not wrap.
            var z = Te.Compute([3, 5], (i, j) => new RandomExpression(random, [x[i, j], y[i, j], x[2 - i, j], type == DataType.Int32 ? x[j / 2, i] : i.Cast(type)]).OfProcessor(4), "z");
            var k = Te.ReduceAxis(5, "k");
            var reduced = Te.Compute([3], i => random.Next(3) switch { 0 => Te.Sum(z[i[0], k], [k]), 1 => Te.Min(z[i[0], k], [k]), _ => Te.Max(z[i[0], k], [k]) }, "r");
            var inputs = new Dictionary<SymbolicTensor, int[]> { [x] = Tensor.Random(random, type.Bits, 15).Data, [y] = Tensor.Random(random, type.Bits, 15).Data };
            TensorEvaluator.Evaluate(z, inputs).Should().Equal(PlainEvaluator.Evaluate(z, inputs), $"{z.Operation!.Body}");
            TensorEvaluator.Evaluate(reduced, inputs).Should().Equal(PlainEvaluator.Evaluate(reduced, inputs));
        },
        iter: 60);

    private static void Folds(Expr expression, int value) => expression.Should().BeOfType<Constant>().Which.Value.Should().Be(value);
}
