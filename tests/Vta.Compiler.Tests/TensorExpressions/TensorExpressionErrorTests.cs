using Vta.Compiler.TensorExpressions;
using Vta.Compiler.Tensors;
using Vta.Isa;

namespace Vta.Compiler.Tests;

/// <summary>What is wrong with a tensor expression is said at the line that declares it.</summary>
public sealed class TensorExpressionErrorTests
{
    private readonly SymbolicTensor x = Te.Placeholder([4, 6], "x", DataType.Int32);
    private readonly IterVar k = Te.ReduceAxis(6, "k");

    [Fact]
    public void Shapes()
    {
        Refusal.Of(() => Te.Placeholder([4, 0], "y", DataType.Int8), "y has the shape (4, 0); every length has to be at least 1");
        Refusal.Of(() => Te.Placeholder([1 << 20, 1 << 20], "y", DataType.Int8),
            "y has the shape (1048576, 1048576), which are 1099511627776 values; at most 268435456 are possible");
        Refusal.Of(() => Te.ReduceAxis(0, "r"), "reduce axis r has an extent of 0; it has to be at least 1");
    }

    [Fact]
    public void Indices()
    {
        Refusal.Of(() => Te.Compute([4, 6], (i, j) => x[i], "y"), "x has 2 axes and is read with 1 indices");
        Refusal.Of(() => Te.Compute([4, 6, 2], (i, j) => x[i, j], "y"), "y has 3 axes and its lambda 2 parameters");
        Refusal.Of(() => Te.Compute([4, 6], (i, j) => x[i, k], "y"), "y uses the axis k, which is neither its own nor reduced");
    }

    [Fact]
    public void Reads_beyond_a_tensor()
    {
        Refusal.Of(() => Te.Compute([4, 6], (i, j) => x[i, j + 1], "y"),
            "y reads x[i, j + 1], where j + 1 is 1 to 6 and the axis of x is 0 to 5; compute less, or pad with Topi.Pad");
        Refusal.Of(() => Te.Compute([4], i => Te.Sum(x[i[0] - 1, k], [k]), "y"),
            "y reads x[i0 - 1, k], where i0 - 1 is -1 to 2 and the axis of x is 0 to 3; compute less, or pad with Topi.Pad");
        var inside = () =>
        {
            Te.Compute([4, 12], (i, j) => x[i, j / 2], "half");
            Te.Compute([4, 12], (i, j) => x[3 - i, j % 6], "turned");
            Te.Compute([4, 7], (i, j) => Te.IfThenElse(j < 6, x[i, j], 0), "guarded");
        };
        inside.Should().NotThrow();
    }

    [Fact]
    public void Reads_beyond_a_tensor_where_a_condition_holds()
    {
        Refusal.Of(() => Te.Compute([4, 6], (i, j) => Te.IfThenElse(i < 9, x[i + 1, j], 0), "y"),
            "y reads x[i + 1, j], where i + 1 can be 4 and the axis of x is 0 to 3; the condition around it has to keep it inside");
        Refusal.Of(() => Te.Compute([8, 6], (i, j) => Te.IfThenElse(i < 4, 0, x[i, j]), "y"),
            "y reads x[i, j], where i can be 4 and the axis of x is 0 to 3; the condition around it has to keep it inside");
        Refusal.Of(() => Te.Compute([8, 6], (i, j) => Te.IfThenElse(x[0, j] > 0, x[i, j], 0), "y"),
            "y reads x[i, j], where i can be 4 and the axis of x is 0 to 3; the condition around it has to keep it inside");
        var inside = () =>
        {
            Te.Compute([8, 6], (i, j) => Te.IfThenElse(i < 4, x[i, j], x[i - 4, j]), "both");
            Te.Compute([8, 6], (i, j) => Te.IfThenElse(i >= 4 | i == 3, x[0, j], x[i + 1, j]), "either");
            Te.Compute([3000, 3000], (i, j) => Te.IfThenElse(i * 3 - j * 2 >= 0 & i * 3 - j * 2 < 4, x[i * 3 - j * 2, 0], 0), "band");
            Te.Compute([300, 300], (i, j) => Te.IfThenElse(!(i + j * 2 < 30) & (i + j * 2) / 10 < 4, x[(i + j * 2) / 10, 0], 0), "quotient");
        };
        inside.Should().NotThrow();
    }

    [Fact]
    public void Arithmetic_on_axes()
    {
        Refusal.Of(() => Te.Compute([4, 6], (i, j) => x[i / 0, j], "y"), "i // 0 divides by zero");
        Refusal.Of(() => Te.Compute([4, 6], (i, j) => x[i % 0, j], "y"), "i % 0 divides by zero");
        Refusal.Of(() => Te.Compute([4, 6], (i, j) => x[i, 6 / j], "y"), "y has 6 // j, where j is 0 to 5; a divisor is not 0");
        Refusal.Of(() => Te.Compute([4, 6], (i, j) => x[i * 100000 * 100000, j], "y"),
            "y has i * 100000 * 100000, which is not within 32 bits for all values of its axes; arithmetic on axes does not wrap");
        Refusal.Of(() => Te.Compute([4, 6], (i, j) => x[i, j] + (i << 30), "y"),
            "y has T.shift_left(i, 30), which is not within 32 bits for all values of its axes; arithmetic on axes does not wrap");
        Refusal.Of(() => Te.Compute([4, 6], (i, j) => x[i, j] + 5_000_000_000L, "y"), "the number 5000000000 does not fit 32 bits");
        Refusal.Of(() => Te.Compute([4, 6], i => x[i[2], i[0]], "y"), "there is no axis 2; they are 0 to 1");
    }

    [Fact]
    public void Operators_on_what_they_do_not_take()
    {
        const string bits = "; there are no operators on the bits of numbers: x % 4 is the two lowest";
        Refusal.Of(() => Te.Compute([4, 6], (i, j) => x[i, j] & 3, "y"), "\"&\" joins conditions such as i < 3, and x[i, j] is int32" + bits);
        Refusal.Of(() => Te.Compute([4, 6], (i, j) => x[i | 1, j], "y"), "\"|\" joins conditions such as i < 3, and i is int32" + bits);
        Refusal.Of(() => Te.Compute([4, 6], (i, j) => x[i & 1, j], "y"), "\"&\" joins conditions such as i < 3, and i is int32" + bits);
        Refusal.Of(() => Te.Compute([4, 6], (i, j) => (i < 3) + (j < 2), "y"), "\"+\" takes integers, and i < 3 is a condition; Te.IfThenElse makes numbers of it");
        Refusal.Of(() => Te.Compute([4, 6], (i, j) => x[i, j] * (j < 2), "y"), "\"*\" takes integers, and j < 2 is a condition; Te.IfThenElse makes numbers of it");
        Refusal.Of(() => Te.Compute([4, 6], (i, j) => -(j < 2), "y"), "\"-\" takes integers, and j < 2 is a condition; Te.IfThenElse makes numbers of it");
        Refusal.Of(() => Te.Compute([4, 6], (i, j) => Te.IfThenElse(x[i, j], 1, 0), "y"),
            "x[i, j] is int32, and chooses between two values; a condition compares, as in i < 3");
        Refusal.Of(() => Te.Compute([4, 6], (i, j) => !x[i, j], "y"), "x[i, j] is int32, and chooses between two values; a condition compares, as in i < 3");
        Refusal.Of(() => Te.Compute([4, 6], (i, j) => x[i, j].Cast(DataType.Bool), "y"), "x[i, j] is int32; a condition compares it, as in x != 0");
    }

    [Fact]
    public void Values_that_are_evaluated()
    {
        var y = Te.Compute([4, 6], (i, j) => x[0, 0] / x[i, j], "y");
        var values = Enumerable.Range(-3, 24).ToArray();
        Refusal.Of(() => TensorEvaluator.Evaluate(y, new Dictionary<SymbolicTensor, int[]> { [x] = values }), "-3 is divided by zero");
        Refusal.Of(() => TensorEvaluator.Evaluate(y, new Dictionary<SymbolicTensor, int[]>()), "x is given no values");
        Refusal.Of(() => TensorEvaluator.Evaluate(y, new Dictionary<SymbolicTensor, int[]> { [x] = [1] }), "x has 24 values (4x6) and is given 1");
    }

    [Fact]
    public void Reductions()
    {
        Refusal.Of(() => Te.Compute([4], i => Te.Sum(x[i[0], 0], []), "y"), "the Sum of x[i0, 0] is along no axis; make one with Te.ReduceAxis");
        Refusal.Of(() => Te.Compute([4], i => Te.Sum(x[i[0], k], [k, k]), "y"), "the Sum of x[i0, k] names the axis k twice");
        Refusal.Of(() => Te.Compute([4], i => Te.Max(x[i[0], k] < 3, [k]), "y"),
            "x[i0, k] < 3 is a condition, and Max takes integers; Te.IfThenElse makes numbers of it");
        Refusal.Of(() => Te.Compute([4], i => Te.Sum(x[i[0], k], [k]) + 1, "y"),
            "the reduction has to be all that y computes; compute what is done to it in another tensor");
        Refusal.Of(() => Te.Compute([4, 6], (i, j) => Te.Max(x[i, j], [(IterVar)j]), "y"), "j is not a reduce axis; make one with Te.ReduceAxis");
    }

    [Fact]
    public void Types()
    {
        Refusal.Of(() => Te.Compute([4, 6], (i, j) => x[i, j] + x[i, j].Cast(DataType.Int8), "y"),
            "x[i, j] is int32 and T.Cast(\"int8\", x[i, j]) is int8; cast one of them to combine them");
        Refusal.Of(() => Te.Compute([4, 6], (i, j) => x[i, j].Cast(DataType.Int8) + 128, "y"), "the number 128 does not fit int8, -128 to 127");
        Refusal.Of(() => Te.Compute([4, 6], (i, j) => Te.IfThenElse(i < 2, x[i, j], x[i, j].Cast(DataType.Int8)), "y"),
            "x[i, j] is int32 and T.Cast(\"int8\", x[i, j]) is int8; cast one of them to combine them");
        var type = () => DataType.Int(33);
        type.Should().Throw<VtaInputException>().WithMessage("there are no integers of 33 bits; allowed are 2 to 32");
    }

    [Fact]
    public void Padding()
    {
        Refusal.Of(() => Topi.Pad(x, [1]), "x has 2 axes and is padded along 1 before and 1 after");
        Refusal.Of(() => Topi.Pad(x, [0, -1]), "x is padded by (0, -1) before and (0, -1) after; a padding is 0 or more");
    }

    [Fact]
    public void Schedules()
    {
        Refusal.Of(() => Te.CreateSchedule(x), "x is an input; a schedule computes something");
        var same = Te.Compute([4, 6], (i, j) => x[i, j], "x");
        Refusal.Of(() => Te.CreateSchedule(same), "2 tensors of this schedule are named x; give each a name of its own");
    }
}
