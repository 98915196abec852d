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
    public void Reductions()
    {
        Refusal.Of(() => Te.Compute([4], i => Te.Sum(x[i[0], k], [k]) + 1, "y"),
            "the reduction has to be all that y computes; compute what is done to it in another tensor");
        Refusal.Of(() => Te.Compute([4, 6], (i, j) => Te.Max(x[i, j], [(IterVar)j]), "y"), "j is not a reduce axis; make one with Te.ReduceAxis");
    }

    [Fact]
    public void Types()
    {
        Refusal.Of(() => Te.Compute([4, 6], (i, j) => x[i, j] + x[i, j].Cast(DataType.Int8), "y"),
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
