using Vta.Isa.Instructions;
using Vta.Isa.Programs;

namespace Vta.Cli.Tests;

public sealed class CheckCommandTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("vta-cli-test").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_good_program_is_accepted()
    {
        var run = CliRun.Of("check", Repository.Program("tvm-gemm-1"));

        (run.ExitCode, run.Error, run.Output).Should().Be((0, "", "tvm-gemm-1: accepted, 29 instructions\n"));
    }

    [Fact]
    public void A_missing_token_is_shown_with_both_instructions_and_the_mend()
    {
        var run = CliRun.Of("check", WithoutFlag(8, Dependencies.PopPrev, "gemm"), Repository.Program("tvm-alu-2"));

        run.ExitCode.Should().Be(1);
        run.Error.Should().BeEmpty();
        run.Output.Should().Be("""
            gemm: REJECTED, 29 instructions
              error: load and compute use element 0 of the inp buffer, and no token says which is first
                instruction 4: LOAD INP sram 0, dram 256, size 1x2, stride 2 [pop compute]
                instruction 9: GEMM uops 2..3, loops 2x4, dst +4 +1, src +1 +0, wgt +0 +1
                mend: one of compute's instructions 2 to 9 needs pop load
              error: load and compute use element 0 of the wgt buffer, and no token says which is first
                instruction 5: LOAD WGT sram 0, dram 32, size 1x4, stride 4 [push compute]
                instruction 9: GEMM uops 2..3, loops 2x4, dst +4 +1, src +1 +0, wgt +0 +1
              error: load and compute use element 2 of the inp buffer, and no token says which is first
                instruction 6: LOAD INP sram 2, dram 258, size 1x2, stride 2 [pop compute]
                instruction 17: GEMM uops 6..7, loops 2x4, dst +4 +1, src +1 +0, wgt +0 +1
              error: load and compute use element 4 of the wgt buffer, and no token says which is first
                instruction 7: LOAD WGT sram 4, dram 32, size 1x4, stride 4 [push compute]
                instruction 17: GEMM uops 6..7, loops 2x4, dst +4 +1, src +1 +0, wgt +0 +1
              warning: 1 token is left over in load→compute
                instruction 26: LOAD INP sram 0, dram 0, size 0x0, stride 0 [push compute]
            tvm-alu-2: accepted, 8 instructions
            1 of 2 programs accepted

            """);
    }

    [Fact]
    public void Json_has_findings_with_instructions_and_mends()
    {
        var run = CliRun.Of("check", WithoutFlag(5, Dependencies.PushNext, "gemm"), "--json");

        run.ExitCode.Should().Be(1);
        run.Json["accepted"]!.GetValue<bool>().Should().BeFalse();
        var program = run.Json["programs"]![0]!;
        program["bundle"]!.GetValue<string>().Should().Be("gemm");
        program["instructions"]!.GetValue<int>().Should().Be(29);
        var finding = program["findings"]![0]!;
        finding["kind"]!.GetValue<string>().Should().Be("deadlock");
        finding["level"]!.GetValue<string>().Should().Be("error");
        finding["mends"]!.AsArray().Should().NotBeEmpty();
        finding["instructions"]![0]!["text"]!.GetValue<string>().Should().Be("LOAD UOP sram 0, dram 0, size 0x0, stride 0 [pop load, pop store]");
    }

    [Fact]
    public void Tokens_left_over_are_a_failure_with_strict_only()
    {
        var leftover = WithFlag(24, Dependencies.PushPrev, "leftover");

        CliRun.Of("check", leftover).ExitCode.Should().Be(0);
        CliRun.Of("check", leftover).Output.Should().StartWith("leftover: accepted, 29 instructions\n  warning: 1 token is left over in store→compute\n");
        CliRun.Of("check", leftover, "--strict").ExitCode.Should().Be(1);
        CliRun.Of("check", leftover, "--strict").Output.Should().StartWith("leftover: REJECTED, 29 instructions\n  warning: 1 token is left over");
    }

    [Fact]
    public void A_broken_bundle_is_bad_input_and_the_others_are_checked()
    {
        var run = CliRun.Of("check", Path.Combine(folder, "none"), Repository.Program("tvm-gemm-1"));

        run.ExitCode.Should().Be(2);
        run.Error.Should().Be($"error: {Path.Combine(folder, "none", "program.json")}: no such file\n");
        run.Output.Should().Be("tvm-gemm-1: accepted, 29 instructions\n1 of 2 programs accepted\n");
    }

    private string WithFlag(uint index, Dependencies flag, string name) => With(index, name, word => word with { Low = word.Low | ((ulong)flag << 3) });

    private string WithoutFlag(uint index, Dependencies flag, string name) => With(index, name, word => word with { Low = word.Low & ~((ulong)flag << 3) });

    /// <summary>A program of TVM with one instruction changed.</summary>
    private string With(uint index, string name, Func<InstructionWord, InstructionWord> change)
    {
        var bundle = ProgramBundle.Load(Repository.Program("tvm-gemm-1"));
        var address = bundle.Launches[0].InstructionAddress + index * InstructionWord.Bytes;
        var bytes = new byte[InstructionWord.Bytes];
        bundle.CreateDram().Read(address, bytes);
        change(InstructionWord.Read(bytes)).Write(bytes);
        new ProgramBundle
        {
            Name = name,
            Config = bundle.Config,
            Launches = bundle.Launches,
            Memory = [.. bundle.Memory, new MemorySegment("changed.bin", address, bytes)],
            Expected = bundle.Expected,
        }.Save(Path.Combine(folder, name));
        return Path.Combine(folder, name);
    }
}
