using CsCheck;
using Vta.Isa.Requant;
using Vta.TestSupport;

namespace Vta.Isa.Tests;

public sealed class RequantTests
{
    private static readonly Gen<int> Accumulators = Gen.OneOf(Gen.Int, Gen.Int[-1000, 1000], Among(int.MinValue, int.MaxValue, 1 << 30, -(1 << 30)));

    private static readonly Gen<RequantParameters> Parameters =
        from bias in Gen.OneOf(Gen.Const(0), Gen.Int)
        from multiplier in Gen.OneOf(Gen.Int[0, int.MaxValue], Among(0, 1, 1 << 30, int.MaxValue))
        from right in Gen.Int[0, 31]
        from left in Gen.OneOf(Gen.Const(0), Gen.Int[0, 31])
        from rounding in Gen.Enum<RequantRounding>()
        from point in Gen.SByte
        from bounds in Gen.Select(Gen.SByte, Gen.SByte)
        from narrows in Gen.Bool
        select new RequantParameters(bias, multiplier, right, left, rounding, point, bounds.Item1, bounds.Item2, narrows);

    [Fact]
    public void Requant_is_what_the_declaration_says() =>
        Gen.Select(Accumulators, Parameters).Sample((accumulator, parameters) =>
            parameters.Apply(accumulator) == PlainRequant.Apply(Bytes(parameters), accumulator), iter: 20_000);

    [Fact]
    public void Ties_go_where_the_rule_says()
    {
        // A multiplier of 2³⁰ and a right shift of 0 halve.
        int[] values = [-5, -3, -1, 1, 3, 5];
        IEnumerable<int> Halves(RequantRounding rounding, int right) =>
            values.Select(value => new RequantParameters(0, 1 << 30, right, 0, rounding).Apply(value << right));
        Halves(RequantRounding.Double, 0).Should().Equal(-2, -1, 0, 1, 2, 3);
        Halves(RequantRounding.Single, 0).Should().Equal(-2, -1, 0, 1, 2, 3);
        Halves(RequantRounding.HalfToEven, 0).Should().Equal(-2, -2, 0, 0, 2, 2);

        // With a shift, two roundings go away from zero.
        Halves(RequantRounding.Double, 1).Should().Equal(-3, -2, -1, 1, 2, 3);
        Halves(RequantRounding.Single, 1).Should().Equal(-2, -1, 0, 1, 2, 3);
    }

    [Theory]
    [InlineData(RequantRounding.Double, -37)]
    [InlineData(RequantRounding.Single, -36)]
    public void Rules_differ_as_measured(RequantRounding rounding, int expected) =>
        new RequantParameters(0, 2088193403, 1, 0, rounding).Apply(-75).Should().Be(expected);

    [Fact]
    public void What_narrows_is_clamped_and_else_keeps_32_bits()
    {
        var once = new RequantParameters(100, int.MaxValue, ZeroPoint: -5, Minimum: -10, Maximum: 20);
        once.Apply(1000).Should().Be(20);
        once.Apply(-1000).Should().Be(-10);
        (once with { Narrows = false }).Apply(1000).Should().Be(1095);
    }

    [Fact]
    public void Parameters_lie_in_their_bytes()
    {
        var parameters = new RequantParameters(-2, 0x12345678, 3, 4, RequantRounding.HalfToEven, -1, -128, 127);
        Bytes(parameters).Should().Equal(0xfe, 0xff, 0xff, 0xff, 0x78, 0x56, 0x34, 0x12, 3, 4, 2, 1, 0xff, 0x80, 0x7f, 0);
        Parameters.Sample(each => RequantParameters.Read(Bytes(each)) == each);
    }

    [Fact]
    public void Parameters_that_do_not_fit_are_refused()
    {
        var write = () => Bytes(new RequantParameters(0, -1));
        write.Should().Throw<VtaInputException>().WithMessage("multiplier is -1; its 31 bits hold 0 to 2147483647");
    }

    private static Gen<int> Among(params int[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);

    private static byte[] Bytes(RequantParameters parameters)
    {
        var bytes = new byte[RequantParameters.Bytes];
        parameters.Write(bytes);
        return bytes;
    }
}
