using Vta.Isa.Alu;
using Vta.Isa.Disassembly;
using Vta.Isa.Instructions;
using Vta.Isa.Launch;
using Vta.Isa.Memory;
using Vta.Isa.Requant;

namespace Vta.Isa.Tests;

public sealed class ExtensionTests
{
    private static readonly VtaConfig Extended = VtaConfig.Default.With(("LOG_PAR_BUFF_SIZE", 14), ("PAD_VALUE", 1), ("GEMM_OVERWRITE", 1), ("DEPTHWISE_TAPS", 3));

    [Fact]
    public void Keys_make_another_device_and_their_absence_does_not()
    {
        Extended.Extensions.Should().Be(Extensions.Requant | Extensions.PadValue | Extensions.GemmOverwrite | Extensions.Depthwise);
        Extended.Bitstream.Should().Be("1x16_i8w8a32_15_15_18_17_par14_pad_set_dw3");
        (Extended.Par!.ElemBytes, Extended.Par.Depth).Should().Be((256, 64));
        VtaConfig.Default.ConfigurationHash.Should().Be(1084561955);
        VtaConfig.Default.With(("PAD_VALUE", 0), ("GEMM_OVERWRITE", 0)).ConfigurationHash.Should().Be(VtaConfig.Default.ConfigurationHash);
        VtaConfig.Default.Par.Should().BeNull();
        (string, int)[] keys = [("LOG_PAR_BUFF_SIZE", 14), ("LOG_PAR_BUFF_SIZE", 15), ("PAD_VALUE", 1), ("GEMM_OVERWRITE", 1), ("DEPTHWISE_TAPS", 3), ("DEPTHWISE_TAPS", 4)];
        keys.Select(key => VtaConfig.Default.With(key).ConfigurationHash).Append(Extended.ConfigurationHash).Should().OnlyHaveUniqueItems();
        VtaConfig.FromKeys(VtaConfigKeys.Of(Extended)).ConfigurationHash.Should().Be(Extended.ConfigurationHash);
    }

    [Theory]
    [InlineData("LOG_PAR_BUFF_SIZE", 8, "LOG_PAR_BUFF_SIZE is 8; allowed are 9 to 19")]
    [InlineData("LOG_PAR_BUFF_SIZE", 20, "LOG_PAR_BUFF_SIZE is 20; allowed are 9 to 19")]
    [InlineData("PAD_VALUE", 2, "PAD_VALUE is 2; allowed are 0 to 1")]
    [InlineData("DEPTHWISE_TAPS", 0, "DEPTHWISE_TAPS is 0; allowed are 2 to 16")]
    [InlineData("DEPTHWISE_TAPS", 17, "DEPTHWISE_TAPS is 17; allowed are 2 to 16")]
    [InlineData("GEMM_OVERWRITE", -1, "GEMM_OVERWRITE is -1; allowed are 0 to 1")]
    public void Values_out_of_range_are_refused(string key, int value, string message)
    {
        var change = () => VtaConfig.Default.With((key, value));
        change.Should().Throw<VtaInputException>().Where(error => error.Message == message && error.Where == key);
    }

    [Fact]
    public void Requant_needs_wide_accumulators_and_a_free_code()
    {
        var narrow = () => VtaConfig.Default.With(("LOG_PAR_BUFF_SIZE", 13), ("LOG_ACC_WIDTH", 4), ("LOG_ACC_BUFF_SIZE", 16));
        narrow.Should().Throw<VtaInputException>().WithMessage(
            "LOG_PAR_BUFF_SIZE is 13; REQUANT needs accumulators of 32 bits, so LOG_ACC_WIDTH has to be 5 (it is 4), or LOG_PAR_BUFF_SIZE left out");
        var taken = () => Extended.WithAluOperation<Five>();
        taken.Should().Throw<VtaInputException>().WithMessage("LOG_PAR_BUFF_SIZE adds the ALU operation REQUANT of code 5, and there is FIVE of code 5");
    }

    [Fact]
    public void Depthwise_taps_need_square_blocks()
    {
        var change = () => VtaConfig.Default.With(("DEPTHWISE_TAPS", 3), ("LOG_BLOCK_OUT", 3), ("LOG_ACC_BUFF_SIZE", 16), ("LOG_WGT_BUFF_SIZE", 17));
        change.Should().Throw<VtaInputException>().WithMessage(
            "DEPTHWISE_TAPS is 3; DWCONV needs LOG_BLOCK_IN and LOG_BLOCK_OUT to be the same and at least 1 (they are 4 and 3), or DEPTHWISE_TAPS left out");
    }

    [Fact]
    public void A_device_runs_programs_that_need_no_more_than_it_has()
    {
        Extended.Runs(VtaConfig.Default).Should().BeTrue();
        Extended.Runs(VtaConfig.Default.With(("PAD_VALUE", 1))).Should().BeTrue();
        Extended.Runs(Extended).Should().BeTrue();
        Extended.Runs(Extended.With(("LOG_PAR_BUFF_SIZE", 15))).Should().BeFalse();
        Extended.Runs(VtaConfig.Default.With(("LOG_BLOCK", 5))).Should().BeFalse();
        VtaConfig.Default.Runs(VtaConfig.Default.With(("PAD_VALUE", 1))).Should().BeFalse();
    }

    [Fact]
    public void Instructions_read_as_text_where_they_are_defined()
    {
        string[] Format(InstructionWord word) => [new Disassembler(Extended).Format(word), new Disassembler(VtaConfig.Default).Format(word)];
        var layout = Extended.Layout;
        Format(MemoryInstruction.PadValue(Dependencies.PushNext, -128).Encode(layout)).Should().Equal(
            "LOAD PAD value -128 [push compute]", "LOAD MEMORY_7 sram 65408, dram 0, size 0x0, stride 0 [push store]");
        Format(new MemoryInstruction(Opcode.Load, Dependencies.None, MemoryId.Par, 1, 2, 3, 4, 5).Encode(layout)).Should().Equal(
            "LOAD PAR sram 1, dram 2, size 3x4, stride 5", "LOAD MEMORY_6 sram 1, dram 2, size 3x4, stride 5");
        var gemm = new GemmInstruction(Dependencies.None, false, 0, 1, 2, 3, Overwrites: true).Encode(layout);
        Format(gemm).Should().Equal("GEMM_SET uops 0..1, loops 2x3, dst +0 +0, src +0 +0, wgt +0 +0", "OPCODE_5");
        GemmInstruction.Decode(layout, gemm).Overwrites.Should().BeTrue();
        var depthwise = GemmInstruction.Depthwise(Dependencies.None, true, 0, 1, 3, 7, 2, 0, 1, 9, 1, 1);
        Format(depthwise.Encode(layout)).Should().Equal("DWCONV set uops 0..1, loops 3x7, dst +0 +1, src +9 +1, wgt +1, writes from 2", "OPCODE_6");
        GemmInstruction.Decode(layout, depthwise.Encode(layout)).Should().Be(depthwise);
        (depthwise.Steps, depthwise.Writes).Should().Be((21, 15));
        var alu = new AluInstruction(Dependencies.None, 0, 1, 2, 3, RequantOperation.Code, true, 7, 1, 2, 3, 4).Encode(layout);
        Format(alu).Should().Equal("ALU REQUANT uops 0..1, loops 2x3, dst +1 +2, src +3 +4", "ALU CODE_5 uops 0..1, loops 2x3, dst +1 +2, imm 7");
        var uop = new MicroOp(3, 4, 5).Encode(layout);
        new Disassembler(Extended).Format(gemm, uop).Should().Be("acc[3] = inp[4] · wgt[5]");
        new Disassembler(Extended).Format(depthwise.Encode(layout), uop).Should().Be("acc[3] = window[inp[4]] · wgt[5]");
        new Disassembler(Extended).Format(alu, uop).Should().Be("acc[3], par[4]");
    }

    [Fact]
    public void Registers_show_what_a_device_has()
    {
        RegisterMap.Of(VtaConfig.Default).Should().NotContain([RegisterMap.Capabilities, Counters.ParLoadBytes.Register]);
        RegisterMap.Of(Extended).Should().Equal(RegisterMap.All);
        RegisterMap.Of(VtaConfig.Default.With(("PAD_VALUE", 1))).Should().Contain(RegisterMap.Capabilities).And.NotContain(Counters.ParLoadBytes.Register);
        new LaunchStatistics().Named.Should().NotContain(each => each.Name == "par_load_nbytes");
        new LaunchStatistics { [Counters.ParLoadBytes] = 256 }.Named.Should().Contain(("par_load_nbytes", 256));
    }

    [Fact]
    public void Parameters_are_addressed_from_the_base_of_accumulators()
    {
        var config = VtaConfig.Default.With(("LOG_PAR_BUFF_SIZE", 14));
        var word = new MemoryInstruction(Opcode.Load, Dependencies.None, MemoryId.Par, 0, 0x00ff_fff0, 1, 16, 0).Encode(config.Layout);
        var bytes = new byte[InstructionWord.Bytes];
        word.Write(bytes);
        var dram = new Dram();
        dram.Write(0, bytes);
        var check = (uint acc) => () => LaunchValidation.Check(config, dram, new LaunchRequest(0, 1, new BaseAddresses(Acc: acc)));
        check(0).Should().NotThrow();
        check(64).Should().Throw<VtaInputException>().WithMessage("the acc base register is 0x40; it has to be a multiple of 256");
        check(256).Should().Throw<VtaInputException>().WithMessage("reads up to address 0x1000000ff, beyond 32-bit addresses: LOAD PAR*");
    }

    private readonly struct Five : IAluOperation
    {
        public static string Name => "FIVE";

        public static int Code => 5;

        public static T Evaluate<TAlgebra, T>(TAlgebra algebra, T left, T right)
            where TAlgebra : IAluAlgebra<T> => left;
    }
}
