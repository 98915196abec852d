using CsCheck;
using Vta.Isa.Alu;
using Vta.Isa.Disassembly;
using Vta.Isa.Instructions;
using Vta.Isa.Programs;

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
        declared.Keys.Should().BeEquivalentTo(AluOperations.Standard.Select(operation => operation.Name));
        Gen.Select(value, value).Sample((left, right) => AluOperations.Standard.All(operation =>
            operation.Evaluate(algebra, left, right) == declared[operation.Name](left, right)));
    }

    [Fact]
    public void Codes_and_names_find_their_operation()
    {
        AluOperations.Standard.Select(operation => $"{operation.Code} {operation.Name}").Should().Equal("0 MIN", "1 MAX", "2 ADD", "3 SHR", "4 MUL");
        AluOperations.Standard.Should().OnlyContain(operation =>
            AluOperations.Standard.Find(operation.Code) == operation && AluOperations.Standard.Find(operation.Name) == operation);
        AluOperations.Standard.Find(7).Should().BeNull();
        AluOperations.Standard.Find("XOR").Should().BeNull();
    }

    [Fact]
    public void An_added_operation_makes_another_device()
    {
        var config = VtaConfig.Default.WithAluOperation<Left>();
        config.AluOperations.ToString().Should().Be("MIN, MAX, ADD, SHR, MUL, LEFT");
        config.Bitstream.Should().Be("1x16_i8w8a32_15_15_18_17_left");
        config.ConfigurationHash.Should().NotBe(VtaConfig.Default.ConfigurationHash)
            .And.NotBe(VtaConfig.Default.WithAluOperation<Other>().ConfigurationHash);
        config.With(("LOG_BLOCK", 5)).AluOperations.Should().Equal(config.AluOperations);

        var word = new AluInstruction(Dependencies.None, 0, 1, 1, 1, Left.Code, true, 3).Encode(config.Layout);
        new Disassembler(config).Format(word).Should().Be("ALU LEFT uops 0..1, loops 1x1, dst +0 +0, imm 3");
        new Disassembler(VtaConfig.Default).Format(word).Should().Be("ALU CODE_6 uops 0..1, loops 1x1, dst +0 +0, imm 3");
    }

    [Fact]
    public void Operations_that_cannot_be_added_are_refused()
    {
        var operations = AluOperations.Standard.With<Left>();
        Refused(() => operations.With<Left>(), "there is an ALU operation LEFT already; its code is 6");
        Refused(() => operations.With<Other>(), "ALU operation OTHER has the code 6, which is that of LEFT; free are 5, 7");
        Refused(() => operations.With<Large>(), "ALU operation LARGE has the code 8, which does not fit the 3 bits of alu_opcode; free are 5, 7");
        Refused(() => operations.With<Unnamed>(), "an ALU operation has the name \"a b\"; it has to be a letter, then letters, digits and underscores");
    }

    [Fact]
    public void A_bundle_cannot_say_what_an_added_operation_is()
    {
        var program = new ProgramBundle { Name = "some program", Config = VtaConfig.Default.WithAluOperation<Left>(), Launches = [], Memory = [] };
        using var folder = new TemporaryFolder();
        Refused(() => program.Save(folder.Path), "some program is for an ALU with LEFT, which the keys of a bundle's configuration cannot say");
    }

    private static void Refused(Action action, string message) => action.Should().Throw<VtaInputException>().WithMessage(message);

    private readonly struct Left : IAluOperation
    {
        public static string Name => "LEFT";

        public static int Code => 6;

        public static T Evaluate<TAlgebra, T>(TAlgebra algebra, T left, T right)
            where TAlgebra : IAluAlgebra<T> => left;
    }

    private readonly struct Other : IAluOperation
    {
        public static string Name => "OTHER";

        public static int Code => 6;

        public static T Evaluate<TAlgebra, T>(TAlgebra algebra, T left, T right)
            where TAlgebra : IAluAlgebra<T> => right;
    }

    private readonly struct Large : IAluOperation
    {
        public static string Name => "LARGE";

        public static int Code => 8;

        public static T Evaluate<TAlgebra, T>(TAlgebra algebra, T left, T right)
            where TAlgebra : IAluAlgebra<T> => right;
    }

    private readonly struct Unnamed : IAluOperation
    {
        public static string Name => "a b";

        public static int Code => 5;

        public static T Evaluate<TAlgebra, T>(TAlgebra algebra, T left, T right)
            where TAlgebra : IAluAlgebra<T> => right;
    }
}
