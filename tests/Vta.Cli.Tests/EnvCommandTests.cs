namespace Vta.Cli.Tests;

public class EnvCommandTests
{
    [Fact]
    public void Text_is_the_dictionary_that_tvm_prints_and_the_intrinsics()
    {
        var run = CliRun.Of("env");

        run.ExitCode.Should().Be(0);
        run.Error.Should().BeEmpty();
        run.Output.Should().StartWith("""
            {'TARGET': 'sim',
             'HW_VER': '0.0.2',
             'LOG_BATCH': 0,
             'LOG_BLOCK': 4,
             'INP_WIDTH': 8,
             'WGT_WIDTH': 8,
             'ACC_WIDTH': 32,
             'OUT_WIDTH': 8,
             'BATCH': 1,
             'BLOCK_IN': 16,
             'BLOCK_OUT': 16,
             'UOP_BUFF_SIZE': 32768,
             'INP_BUFF_SIZE': 32768,
             'WGT_BUFF_SIZE': 262144,
             'ACC_BUFF_SIZE': 131072,
             'OUT_BUFF_SIZE': 32768,
             'INP_ELEM_BITS': 128,
             'WGT_ELEM_BITS': 2048,
             'ACC_ELEM_BITS': 512,
             'OUT_ELEM_BITS': 128,
             'acc_dtype': 'int32',
             'inp_dtype': 'int8',
             'wgt_dtype': 'int8',
             'out_dtype': 'int8',
             'BITSTREAM': '1x16_i8w8a32_15_15_18_17',
             'MODEL': 'sim_1x16_i8w8a32_15_15_18_17',
            """);
        run.Output.Should().EndWith("""

            Intrinsics:
              gemm      acc[1x16 int32] += inp[1x16 int8] * transpose(wgt[16x16 int8])
              alu       acc[1x16 int32] = op(acc[1x16 int32], acc[1x16 int32] or imm16), op: MIN, MAX, ADD, SHR, MUL
              dma_copy  DRAM to uop, inp, wgt, acc (with zero padding); out to DRAM

            """);
    }

    [Fact]
    public void Json_has_the_parameters_at_its_top()
    {
        var json = CliRun.Of("env", "--json", "--config", Path.Combine(Repository.Root, "config", "batch2.json")).Json;

        json["BATCH"]!.GetValue<int>().Should().Be(2);
        json["BLOCK_IN"]!.GetValue<int>().Should().Be(16);
        json["inp_dtype"]!.GetValue<string>().Should().Be("int8");
        json["intrinsics"]!["gemm"]!.GetValue<string>().Should().Be("acc[2x16 int32] += inp[2x16 int8] * transpose(wgt[16x16 int8])");
    }
}
