namespace Vta.Isa.Tests;

public sealed class VtaConfigTests
{
    [Fact]
    public void The_environment_is_that_of_the_reference_in_its_order() =>
        VtaEnvironment.Of(VtaConfig.Default).Take(30).Select(pair => $"{pair.Key}={pair.Value}").Should().Equal(
            "TARGET=sim", "HW_VER=0.0.2", "LOG_BATCH=0", "LOG_BLOCK=4",
            "INP_WIDTH=8", "WGT_WIDTH=8", "ACC_WIDTH=32", "OUT_WIDTH=8",
            "BATCH=1", "BLOCK_IN=16", "BLOCK_OUT=16",
            "UOP_BUFF_SIZE=32768", "INP_BUFF_SIZE=32768", "WGT_BUFF_SIZE=262144", "ACC_BUFF_SIZE=131072", "OUT_BUFF_SIZE=32768",
            "INP_ELEM_BITS=128", "WGT_ELEM_BITS=2048", "ACC_ELEM_BITS=512", "OUT_ELEM_BITS=128",
            "acc_dtype=int32", "inp_dtype=int8", "wgt_dtype=int8", "out_dtype=int8",
            "BITSTREAM=1x16_i8w8a32_15_15_18_17", "MODEL=sim_1x16_i8w8a32_15_15_18_17",
            "UOP_DEPTH=8192", "INP_DEPTH=2048", "WGT_DEPTH=1024", "ACC_DEPTH=2048");

    [Fact]
    public void The_file_at_the_root_is_the_default() =>
        VtaConfig.Load(Path.Combine(RepositoryFiles.Root, VtaConfig.DefaultFileName)).Model.Should().Be(VtaConfig.Default.Model);

    [Fact]
    public void The_hash_is_of_the_meaning()
    {
        var hash = VtaConfig.Default.ConfigurationHash;
        hash.Should().Be(0x40a51a23);
        VtaConfig.Default.With(("LOG_BUS_WIDTH", 6), ("LOG_BLOCK_IN", 4), ("LOG_OUT_WIDTH", 3)).ConfigurationHash.Should().Be(hash);
        VtaConfig.Default.With(("LOG_BUS_WIDTH", 7)).ConfigurationHash.Should().NotBe(hash);
        VtaConfig.FromKeys([.. VtaConfigKeys.Of(VtaConfig.Default).Where(pair => pair.Key is not ("TARGET" or "HW_VER")).Reverse(),
            new("TARGET", "pynq"), new("HW_VER", "9")]).ConfigurationHash.Should().Be(hash);
    }

    [Fact]
    public void Presets_differ_in_their_hash() =>
        RepositoryFiles.Presets.Select(path => VtaConfig.Load(path)).GroupBy(config => config.ConfigurationHash)
            .Where(group => group.Select(config => config.Bitstream).Distinct().Count() > 1).Should().BeEmpty();

    [Fact]
    public void Blocks_may_be_given_by_their_parts_alone()
    {
        var keys = VtaConfigKeys.Of(VtaConfig.Default).Where(pair => pair.Key != "LOG_BLOCK");
        var config = VtaConfig.FromKeys([.. keys, new("LOG_BLOCK_IN", "3"), new("LOG_BLOCK_OUT", "5")]);
        config.Bitstream.Should().Be("1x8x32_i8w8a32_15_15_18_17");
        (config.Wgt.Rows, config.Wgt.Columns, config.Acc.Columns, config.Inp.Columns).Should().Be((32, 8, 32, 8));
        VtaConfig.FromKeys(VtaConfigKeys.Of(config)).ConfigurationHash.Should().Be(config.ConfigurationHash);
    }

    [Theory]
    [InlineData("LOG_ACC_BUFF_SIZE", 40,
        "LOG_ACC_BUFF_SIZE is 40; allowed are 7 to 17, which is 2 to 2048 elements of 64 bytes "
        + "(with the other keys as they are, instructions have no room for more)")]
    [InlineData("LOG_WGT_BUFF_SIZE", 8,
        "LOG_WGT_BUFF_SIZE is 8; allowed are 9 to 18, which is 2 to 1024 elements of 256 bytes "
        + "(with the other keys as they are, instructions have no room for more)")]
    [InlineData("LOG_UOP_BUFF_SIZE", 30,
        "LOG_UOP_BUFF_SIZE is 30; allowed are 3 to 15, which is 2 to 8192 elements of 4 bytes "
        + "(with the other keys as they are, instructions have no room for more)")]
    [InlineData("LOG_BLOCK", -1, "LOG_BLOCK is -1; allowed are 0 to 7")]
    [InlineData("LOG_ACC_WIDTH", 6, "LOG_ACC_WIDTH is 6; allowed are 3 to 5")]
    [InlineData("LOG_BUS_WIDTH", 10, "LOG_BUS_WIDTH is 10; allowed are 6 to 9")]
    [InlineData("LOG_OUT_WIDTH", 4, "LOG_OUT_WIDTH is 4; outputs are as wide as inputs (LOG_INP_WIDTH), so it has to be 3 or left out")]
    [InlineData("LOG_OUT_BUFF_SIZE", 16, "LOG_OUT_BUFF_SIZE is 16; the out buffer is as deep as the acc buffer, so it has to be 15 or left out")]
    public void Values_out_of_range_are_refused(string key, int value, string message)
    {
        var change = () => VtaConfig.Default.With((key, value));
        var error = change.Should().Throw<VtaInputException>().Which;
        error.Message.Should().Be(message);
        error.Where.Should().Be(key);
    }

    [Theory]
    [InlineData("LOG_UOP_BUFF_SIZE", 16,
        "a GEMM instruction does not fit 128 bits: opcode 3 + pop_prev 1 + pop_next 1 + push_prev 1 + push_next 1 + reset 1 + uop_bgn 14 "
        + "+ uop_end 15 + iter_out 14 + iter_in 14 + dst_factor_out 11 + dst_factor_in 11 + src_factor_out 11 + src_factor_in 11 "
        + "+ wgt_factor_out 10 + wgt_factor_in 10 + 19 unused before a 64-bit border = 148; make one of these smaller: "
        + "LOG_UOP_BUFF_SIZE is 16 (at most 15), LOG_INP_BUFF_SIZE is 15 (not enough alone), LOG_WGT_BUFF_SIZE is 18 (not enough alone), "
        + "LOG_ACC_BUFF_SIZE is 17 (at most 10); or elements larger (LOG_BATCH, LOG_BLOCK, LOG_INP_WIDTH, LOG_WGT_WIDTH, LOG_ACC_WIDTH)")]
    [InlineData("LOG_WGT_BUFF_SIZE", 19,
        "a micro-op does not fit 32 bits: dst 11 + src 11 + wgt 11 = 33; make one of these smaller: LOG_WGT_BUFF_SIZE is 19 (at most 18), "
        + "LOG_ACC_BUFF_SIZE is 17 (at most 16); or elements larger (LOG_BATCH, LOG_BLOCK, LOG_INP_WIDTH, LOG_WGT_WIDTH, LOG_ACC_WIDTH)")]
    [InlineData("LOG_ACC_BUFF_SIZE", 18,
        "a micro-op does not fit 32 bits: dst 12 + src 12 + wgt 10 = 34; make one of these smaller: LOG_WGT_BUFF_SIZE is 18 (not enough alone), "
        + "LOG_ACC_BUFF_SIZE is 18 (at most 17); or elements larger (LOG_BATCH, LOG_BLOCK, LOG_INP_WIDTH, LOG_WGT_WIDTH, LOG_ACC_WIDTH)")]
    [InlineData("LOG_INP_WIDTH", 1,
        "a micro-op does not fit 32 bits: dst 11 + src 13 + wgt 10 = 34; make one of these smaller: LOG_INP_BUFF_SIZE is 15 (at most 13), "
        + "LOG_WGT_BUFF_SIZE is 18 (at most 16), LOG_ACC_BUFF_SIZE is 17 (at most 15); or elements larger (LOG_BATCH, LOG_BLOCK, LOG_INP_WIDTH, LOG_WGT_WIDTH, LOG_ACC_WIDTH)")]
    public void What_does_not_fit_the_encoding_is_shown_with_its_arithmetic(string key, int value, string message)
    {
        var change = () => VtaConfig.Default.With((key, value));
        change.Should().Throw<VtaInputException>().WithMessage(message);
    }

    [Fact]
    public void The_largest_values_that_a_message_names_are_accepted_and_one_more_is_not()
    {
        Try(("LOG_UOP_BUFF_SIZE", 15)).Should().NotThrow();
        Try(("LOG_UOP_BUFF_SIZE", 16), ("LOG_ACC_BUFF_SIZE", 10)).Should().NotThrow();
        Try(("LOG_UOP_BUFF_SIZE", 16), ("LOG_ACC_BUFF_SIZE", 11)).Should().Throw<VtaInputException>();
        Try(("LOG_UOP_BUFF_SIZE", 16), ("LOG_INP_BUFF_SIZE", 5)).Should().Throw<VtaInputException>();
        Try(("LOG_WGT_BUFF_SIZE", 19), ("LOG_ACC_BUFF_SIZE", 16)).Should().NotThrow();

        static Action Try(params (string, int)[] changes) => () => VtaConfig.Default.With(changes);
    }

    [Fact]
    public void Elements_are_at_least_a_byte()
    {
        var change = () => VtaConfig.Default.With(("LOG_INP_WIDTH", 1), ("LOG_BLOCK", 1));
        change.Should().Throw<VtaInputException>().WithMessage(
            "inp elements have 4 bits, and need at least 8: LOG_BATCH + LOG_BLOCK + LOG_INP_WIDTH is 0 + 1 + 1 = 2; allowed are 3 and more");
    }

    [Fact]
    public void Missing_keys_are_listed()
    {
        var make = () => VtaConfig.FromKeys([new("TARGET", "sim")], "program.json: config");
        var error = make.Should().Throw<VtaInputException>().Which;
        error.Line.Should().Be("program.json: config: missing keys HW_VER, LOG_INP_WIDTH, LOG_WGT_WIDTH, LOG_ACC_WIDTH, LOG_BATCH, LOG_BLOCK, "
            + "LOG_UOP_BUFF_SIZE, LOG_INP_BUFF_SIZE, LOG_WGT_BUFF_SIZE, LOG_ACC_BUFF_SIZE");
    }
}
