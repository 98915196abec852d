using Vta.Isa;
using Vta.Isa.Instructions;
using Vta.Isa.Launch;
using Vta.Isa.Programs;

namespace Vta.Cli.Tests;

public sealed class ExecCommandTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("vta-cli-test").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void One_bundle_shows_its_statistics_as_tvm_does()
    {
        var run = CliRun.Of("exec", Repository.Program("tvm-gemm-1"));

        run.ExitCode.Should().Be(0);
        run.Error.Should().BeEmpty();
        run.Output.Should().Be("""
            tvm-gemm-1 on fsim: verified
            Execution statistics:
            	inp_load_nbytes :               64
            	wgt_load_nbytes :             2048
            	acc_load_nbytes :                0
            	uop_load_nbytes :               40
            	out_store_nbytes:              256
            	gemm_counter    :               16
            	alu_counter     :               48

            """);
    }

    [Fact]
    public void Json_has_a_run_for_each_bundle_named_by_its_folder()
    {
        var run = CliRun.Of("exec", Repository.Program("tvm-gemm-1"), Repository.Program("onera-lenet5-layer2"), "--json");

        run.ExitCode.Should().Be(0);
        run.Json["verified"]!.GetValue<bool>().Should().BeTrue();
        run.Json.ContainsKey("error").Should().BeFalse();
        var runs = run.Json["runs"]!.AsArray();
        runs.Select(each => each!["bundle"]!.GetValue<string>()).Should().Equal("tvm-gemm-1", "onera-lenet5-layer2");
        runs[0]!["target"]!.GetValue<string>().Should().Be("fsim");
        runs[0]!["verified"]!.GetValue<bool>().Should().BeTrue();
        runs[0]!["statistics"]!["gemm_counter"]!.GetValue<long>().Should().Be(16);
        runs[0]!["error"].Should().BeNull();
    }

    [Fact]
    public void A_wrong_result_says_where_and_is_a_failed_check()
    {
        var run = CliRun.Of("exec", Save("wrong", Program(InstructionWords.Finish(Layout)), expected: [0, 0, 7, 0]));

        run.ExitCode.Should().Be(1);
        run.Output.Should().BeEmpty();
        run.Error.Should().Be(
            "wrong on fsim: FAILED: 1 byte differs from expected.bin, the first at 0x00002002: expected 0x07, found 0x00\n");
    }

    [Fact]
    public void A_deadlock_names_the_units_and_the_instruction()
    {
        var store = new MemoryInstruction(Opcode.Store, Dependencies.PopPrev, MemoryId.Out, 0, 0, 1, 1, 1).Encode(Layout);
        var path = Save("stuck", Program(store, InstructionWords.Finish(Layout)), expected: []);

        var run = CliRun.Of("exec", path);
        run.ExitCode.Should().Be(1);
        run.Error.Should().Be("""
            stuck on fsim: FAILED: fault DEADLOCK: the run cannot go on
              load has nothing to do
              compute waits for load and store to end at instruction 1: FINISH
              store waits for a token from compute at instruction 0: STORE OUT sram 0, dram 0, size 1x1, stride 1 [pop compute]

            """);

        var json = CliRun.Of("exec", path, "--json");
        json.ExitCode.Should().Be(1);
        json.Json["verified"]!.GetValue<bool>().Should().BeFalse();
        json.Json["runs"]![0]!["error"]!.GetValue<string>().Should().Contain("instruction 0: STORE OUT");
    }

    [Fact]
    public void A_broken_bundle_is_bad_input_whatever_else_runs()
    {
        var run = CliRun.Of("exec", "/nowhere/b", Repository.Program("tvm-gemm-1"));

        run.ExitCode.Should().Be(2);
        run.Error.Should().Be("error: /nowhere/b/program.json: no such file\n");
        run.Output.Should().Be("tvm-gemm-1 on fsim: verified\n1 of 2 runs verified\n");
    }

    [Fact]
    public void A_broken_bundle_in_json_is_an_error_and_a_run()
    {
        var run = CliRun.Of("exec", "/nowhere/b", "--json");

        run.ExitCode.Should().Be(2);
        run.Json["error"]!["message"]!.GetValue<string>().Should().Be("no such file");
        run.Json["error"]!["where"]!.GetValue<string>().Should().Be("/nowhere/b/program.json");
        run.Json["runs"]![0]!["error"]!.GetValue<string>().Should().Be("/nowhere/b/program.json: no such file");
    }

    [Fact]
    public void What_is_wrong_with_one_bundle_stays_with_it()
    {
        var wrong = Program(InstructionWords.Finish(Layout));
        string[] bundles =
        [
            Save("one", wrong, expected: [1]), Save("two", wrong, expected: [1]), Save("name\u001b[2J", wrong, expected: [0]),
            Path.Combine(folder, "nothing"), Repository.Program("tvm-gemm-1"),
        ];

        var run = CliRun.Of(["exec", .. bundles]);
        run.ExitCode.Should().Be(2);
        run.Error.Should().Be(
            "one on fsim: FAILED: 1 byte differs from expected.bin, the first at 0x00002000: expected 0x01, found 0x00\n"
            + "two on fsim: FAILED: 1 byte differs from expected.bin, the first at 0x00002000: expected 0x01, found 0x00\n"
            + $"error: {folder}/nothing/program.json: no such file\n");
        run.Output.Should().Be("name\\u001b[2J on fsim: verified\ntvm-gemm-1 on fsim: verified\n2 of 5 runs verified\n");

        var json = CliRun.Of(["exec", .. bundles, "--json"]);
        json.ExitCode.Should().Be(2);
        json.Json["verified"]!.GetValue<bool>().Should().BeFalse();
        json.Json["runs"]!.AsArray().Select(each => each!["verdict"]!.GetValue<string>())
            .Should().Equal("failed", "failed", "verified", "refused", "verified");
    }

    [Fact]
    public void A_launch_that_is_refused_names_its_bundle()
    {
        var far = new MemoryInstruction(Opcode.Load, Dependencies.None, MemoryId.Wgt, 0, uint.MaxValue, 1, 1, 1).Encode(Layout);
        CliRun.Of("exec", Save("far", Program(far, InstructionWords.Finish(Layout)), expected: [0])).Error
            .Should().StartWith("error: far: instruction 0: reads up to address 0x");
    }

    [Fact]
    public void A_bundle_that_expects_nothing_ran_and_is_not_verified()
    {
        var path = Save("free", Program(InstructionWords.Finish(Layout)), expected: []);

        var run = CliRun.Of("exec", path);
        run.ExitCode.Should().Be(0);
        run.Output.Should().StartWith("free on fsim: ran; nothing is expected\nExecution statistics:\n");
        CliRun.Of("exec", path, Repository.Program("tvm-gemm-1")).Output
            .Should().EndWith("1 of 2 runs verified, 1 ran with nothing expected\n");

        var json = CliRun.Of("exec", path, "--json");
        json.ExitCode.Should().Be(0);
        json.Json["verified"]!.GetValue<bool>().Should().BeFalse();
        json.Json["runs"]![0]!["verified"]!.GetValue<bool>().Should().BeFalse();
        json.Json["runs"]![0]!["verdict"]!.GetValue<string>().Should().Be("ran");
    }

    [Theory]
    [InlineData("fsim")]
    [InlineData("rtl")]
    public void Tokens_left_over_are_a_note_unless_it_is_strict(string target)
    {
        var store = new MemoryInstruction(Opcode.Store, Dependencies.PushPrev, MemoryId.Out, 0, 0x200, 1, 1, 1).Encode(Layout);
        var path = Save("loose", Program(store, store, InstructionWords.Finish(Layout)), expected: new byte[16]);

        var run = CliRun.Of("exec", path, "--target", target);
        run.ExitCode.Should().Be(0);
        run.Output.Should().MatchRegex(@"^loose on \w+: verified(, \d+ cycles)?\n  note: 2 tokens left over in store→compute\nExecution");
        var json = CliRun.Of("exec", path, "--target", target, "--json").Json;
        json["runs"]![0]!["verified"]!.GetValue<bool>().Should().BeTrue();
        json["runs"]![0]!["notes"]!.AsArray().Select(note => note!.GetValue<string>()).Should().Equal("2 tokens left over in store→compute");

        var strict = CliRun.Of("exec", path, "--target", target, "--strict");
        strict.ExitCode.Should().Be(1);
        strict.Error.Should().Be($"loose on {target}: FAILED: 2 tokens left over in store→compute\n");
    }

    [Fact]
    public void A_configuration_that_is_not_the_bundles_is_refused_with_both()
    {
        var program = Repository.Program("tvm-gemm-1");
        var config = Path.Combine(Repository.Root, "config", "batch2.json");
        var hash = VtaConfig.Load(config).ConfigurationHash;

        CliRun.Of("disasm", program, "--config", config).ShouldBeRefused(
            $"error: {program}: is for 1x16_i8w8a32_15_15_18_17 (hash 0x{VtaConfig.Default.ConfigurationHash:x8}), "
            + $"--config is 2x16_i8w8a32_15_15_18_17 (hash 0x{hash:x8})");
    }

    [Fact]
    public void An_unknown_target_is_shown_with_the_nearest() =>
        CliRun.Of("exec", Repository.Program("tvm-gemm-1"), "--target", "vsim")
            .ShouldBeRefused("error: --target: unknown target 'vsim'; there are fsim, rtl, tsim, gates");

    [Fact]
    public void Rtl_counts_cycles_and_memory_that_is_slow_costs_some()
    {
        var fast = Cycles("exec", Repository.Program("tvm-gemm-1"), "--target", "rtl", "--json");
        var slow = Cycles("exec", Repository.Program("tvm-gemm-1"), "--target", "rtl", "--dram-latency", "64", "--json");
        var stalled = Cycles("exec", Repository.Program("tvm-gemm-1"), "--target", "rtl", "--dram-stall", "0.3", "--seed", "7", "--json");

        fast.Should().BePositive();
        slow.Should().BeGreaterThan(fast + 64);
        stalled.Should().BeGreaterThan(fast);
        Cycles("exec", Repository.Program("tvm-gemm-1"), "--target", "rtl", "--dram-stall", "0.3", "--seed", "7", "--json").Should().Be(stalled);

        static long Cycles(params string[] arguments)
        {
            var run = CliRun.Of(arguments);
            run.ExitCode.Should().Be(0);
            return run.Json["runs"]![0]!["statistics"]!["cycle_count"]!.GetValue<long>();
        }
    }

    [Fact]
    public void Memory_answers_as_controllers_of_boards_do()
    {
        var run = CliRun.Of("exec", Repository.Program("tvm-gemm-1"), "--target", "rtl", "--dram-model", "one-burst");
        run.ExitCode.Should().Be(0);
        run.Output.Should().Contain("verified");
        CliRun.Of("exec", Repository.Program("tvm-gemm-1"), "--dram-model", "one-bust")
            .ShouldBeRefused("error: --dram-model: unknown model of memory 'one-bust'; did you mean one-burst?");
    }

    [Fact]
    public void A_number_out_of_bounds_is_shown_with_them() =>
        CliRun.Of("exec", Repository.Program("tvm-gemm-1"), "--dram-stall", "2")
            .ShouldBeRefused("error: option --dram-stall takes a number from 0 to 0.99, not '2'");

    [Theory]
    [InlineData("error: --trace: only rtl and tsim write a waveform; add --target rtl", "a.fst", "fsim")]
    [InlineData("error: --trace: a waveform is of one target; choose rtl or tsim with --target", "a.fst", "rtl", "tsim")]
    public void A_waveform_is_of_one_target_with_cycles(string line, string file, params string[] targets) =>
        CliRun.Of(["exec", Repository.Program("tvm-gemm-1"), "--trace", file, .. targets.SelectMany(t => new[] { "--target", t })]).ShouldBeRefused(line);

    [Fact]
    public void A_waveform_has_the_format_that_its_name_says()
    {
        var run = CliRun.Of("exec", Repository.Program("tvm-gemm-1"), "--target", "rtl", "--trace", "wave.txt");
        run.ExitCode.Should().Be(2);
        (run.Output + run.Error).Should().Contain("wave.txt: target rtl writes its waveform to a .vcd or .fst file");
    }

    [Fact]
    public void The_waveform_of_rtl_is_a_VCD_file()
    {
        var file = Path.Combine(folder, "wave.vcd");
        CliRun.Of("exec", Repository.Program("tvm-gemm-1"), "--target", "rtl", "--trace", file).ExitCode.Should().Be(0);
        var wave = File.ReadAllText(file);
        wave.Should().Contain("$scope module core $end").And.Contain(" m_axi_arvalid $end").And.MatchRegex(@"\ns[A-Z]\w+ \S+\n", "states have names");
    }

    [Fact]
    public void A_waveform_on_a_full_disk_is_one_line()
    {
        var file = Path.Combine(folder, "full.vcd");
        File.CreateSymbolicLink(file, "/dev/full");
        var run = CliRun.Of("exec", Repository.Program("tvm-gemm-1"), "--target", "rtl", "--trace", file);
        run.Error.Should().StartWith($"error: {file}: cannot be written: No space left on device");
        run.Error.Count(character => character == '\n').Should().Be(1);
        run.ExitCode.Should().Be(2);
        Directory.GetFileSystemEntries(folder).Should().Equal(file);
    }

    [Fact]
    public void A_waveform_is_of_one_program() =>
        CliRun.Of("exec", Repository.Program("tvm-gemm-1"), Repository.Program("tvm-alu-2"), "--target", "tsim", "--trace", "a.fst")
            .ShouldBeRefused("error: --trace: a waveform is of one program, not of 2");

    private static InstructionLayout Layout => VtaConfig.Default.Layout;

    private static byte[] Program(params InstructionWord[] words)
    {
        var bytes = new byte[words.Length * InstructionWord.Bytes];
        for (var index = 0; index < words.Length; index++) words[index].Write(bytes.AsSpan(index * InstructionWord.Bytes));
        return bytes;
    }

    private string Save(string name, byte[] program, byte[] expected)
    {
        var path = Path.Combine(folder, name);
        new ProgramBundle
        {
            Name = name,
            Config = VtaConfig.Default,
            Launches = [new LaunchRequest(0x1000, (uint)(program.Length / InstructionWord.Bytes))],
            Memory = [new MemorySegment("program.bin", 0x1000, program)],
            Expected = [new MemorySegment("expected.bin", 0x2000, expected)],
        }.Save(path);
        return path;
    }
}
