namespace Vta.Cli.Tests;

public class DisasmCommandTests
{
    [Fact]
    public void Text_shows_units_tokens_and_micro_ops()
    {
        var run = CliRun.Of("disasm", Repository.Program("tvm-alu-2"));

        run.ExitCode.Should().Be(0);
        run.Error.Should().BeEmpty();
        run.Output.Should().Be("""
            program tvm-alu-2 for 1x16_i8w8a32_15_15_18_17
            launch of 8 instructions at 0x02003000
                 0  compute  LOAD ACC sram 0, dram 64, size 1x64, stride 64
                 1  compute  LOAD ACC sram 64, dram 1048768, size 1x64, stride 64
                 2  compute  LOAD UOP sram 0, dram 3072, size 1x1, stride 1
                 3  compute  ALU MAX uops 0..1, loops 1x64, dst +0 +1, src +0 +1 [push store]
                               acc[0], acc[64]
                 4  store    STORE OUT sram 0, dram 512, size 1x64, stride 64 [pop compute, push compute]
                 5  load     LOAD INP sram 0, dram 0, size 0x0, stride 0 [push compute]
                 6  compute  LOAD UOP sram 0, dram 0, size 0x0, stride 0 [pop load, pop store]
                 7  compute  FINISH

            """);
    }

    [Fact]
    public void A_kernel_that_was_shown_before_is_referred_to() =>
        CliRun.Of("disasm", Repository.Program("tvm-resnet18-c8")).Output.Should().Contain("""
               223  compute  GEMM uops 196..364, loops 14x3, dst +1 +0, src +1 +1, wgt +0 +1 [pop load, push load]
                               micro-ops as in instruction 13
            """);

    [Fact]
    public void Json_has_a_list_of_instructions_for_each_launch()
    {
        var json = CliRun.Of("disasm", Repository.Program("tvm-gemm-1"), "--json").Json;

        json["name"]!.GetValue<string>().Should().Be("tvm-gemm-1");
        var instructions = json["launches"]![0]!["instructions"]!.AsArray();
        instructions.Should().HaveCount(29);
        instructions[9]!["index"]!.GetValue<int>().Should().Be(9);
        instructions[9]!["unit"]!.GetValue<string>().Should().Be("compute");
        instructions[9]!["text"]!.GetValue<string>().Should().Be("GEMM uops 2..3, loops 2x4, dst +4 +1, src +1 +0, wgt +0 +1");
        instructions[9]!["micro_ops"]![0]!.GetValue<string>().Should().Be("acc[0] += inp[0] · wgt[0]");
    }
}
