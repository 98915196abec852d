namespace Vta.Cli.Tests;

public class IsaCommandTests
{
    [Fact]
    public void Text_is_a_page_of_formats_codes_and_registers()
    {
        var run = CliRun.Of("isa");

        run.ExitCode.Should().Be(0);
        run.Error.Should().BeEmpty();
        run.Output.Should().StartWith("# Instruction set, version 1\n").And.Contain("""
            ## LOAD, STORE: 128 bits

            | bits | field | width | values |
            |---|---|---|---|
            | 2:0 | `opcode` | 3 | 0 to 7 |
            | 3 | `pop_prev` | 1 | 0 to 1 |
            | 4 | `pop_next` | 1 | 0 to 1 |
            | 5 | `push_prev` | 1 | 0 to 1 |
            | 6 | `push_next` | 1 | 0 to 1 |
            | 9:7 | `memory_type` | 3 | 0 to 7 |
            | 25:10 | `sram_base` | 16 | 0 to 65535 |
            | 57:26 | `dram_base` | 32 | 0 to 4294967295 |
            | 79:64 | `y_size` | 16 | 0 to 65535 |
            """).And.Contain("""
            ## Values of opcode

            | value | is |
            |---|---|
            | 0 | `LOAD` |
            | 1 | `STORE` |
            | 2 | `GEMM` |
            | 3 | `FINISH` |
            | 4 | `ALU` |

            """).And.Contain("| `0x08` | `instruction_count` | 32 | read, write | instructions of the program |");
        run.Output.Should().NotContain("capabilities", "a device without extensions has no such register");
    }

    [Fact]
    public void Extensions_show() => CliRun.Of("isa", "--config", Path.Combine(Repository.Root, "config", "networks.json")).Output.Should()
        .Contain("| 5 | `GEMM_SET` |").And.Contain("| 5 | `REQUANT` |").And.Contain("| 6 | `PAR` |").And.Contain("`par_load_bytes`").And.Contain("`capabilities`");

    [Fact]
    public void Json_has_the_same_as_data()
    {
        var json = CliRun.Of("isa", "--json").Json;

        json["codes"]!["alu_opcode"]!["SHR"]!.GetValue<int>().Should().Be(3);
        json["formats"]!.AsArray().Select(format => format!["bits"]!.GetValue<int>()).Should().Equal(128, 128, 128, 128, 32);
        json["formats"]![4]!["fields"]![0]!.ToJsonString().Should().Be("""{"name":"dst","offset":0,"width":11,"signed":false}""");
        json["registers"]![0]!["writable"]!.GetValue<bool>().Should().BeTrue();
    }
}
