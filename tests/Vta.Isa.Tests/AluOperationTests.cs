using CsCheck;

namespace Vta.Isa.Tests;

public sealed class AluOperationTests
{
    [Theory]
    [InlineData(8)]
    [InlineData(16)]
    [InlineData(32)]
    public void Operations_are_what_the_design_declares(int width)
    {
        var algebra = new IntegerAlgebra(width);
        long Wrap(Int128 value) => (long)(value << (128 - width) >> (128 - width));
        int[] borders = [int.MinValue, int.MaxValue, -128, 127, -32768];
        var value = Gen.OneOf(Gen.Int, Gen.Int[-40, 40], Gen.Int[0, 4].Select(i => borders[i])).Select(algebra.Constant);
        var declared = new Dictionary<string, Func<long, long, long>>
        {
            ["MIN"] = Math.Min,
            ["MAX"] = Math.Max,
            ["ADD"] = (a, b) => Wrap(a + b),
            ["MUL"] = (a, b) => Wrap(a * b),
            ["SHR"] = (a, b) => b >= 0 ? a >> (int)Math.Min(b, 31) : Wrap((Int128)a << (int)Math.Min(-b, 32)),
        };
        declared.Keys.Should().BeEquivalentTo(AluOperations.All.Select(operation => operation.Name));
        Gen.Select(value, value).Sample((left, right) => AluOperations.All.All(operation =>
            operation.Evaluate(algebra, left, right) == declared[operation.Name](left, right)));
    }

    [Fact]
    public void Codes_and_names_find_their_operation()
    {
        AluOperations.All.Select(operation => $"{operation.Code} {operation.Name}").Should().Equal("0 MIN", "1 MAX", "2 ADD", "3 SHR", "4 MUL");
        AluOperations.All.Should().OnlyContain(operation =>
            AluOperations.Find(operation.Code) == operation && AluOperations.Find(operation.Name) == operation);
        AluOperations.Find(7).Should().BeNull();
        AluOperations.Find("XOR").Should().BeNull();
    }
}
