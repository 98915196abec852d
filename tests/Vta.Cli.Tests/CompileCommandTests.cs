using Vta.Isa.Programs;
using Vta.TestSupport;

namespace Vta.Cli.Tests;

public sealed class CompileCommandTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("vta-cli-test").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void What_it_writes_is_what_exec_and_disasm_take()
    {
        var bundle = Path.Combine(folder, "sum");

        var run = CliRun.Of("compile", "vecadd", "-o", bundle);

        run.ExitCode.Should().Be(0);
        run.Error.Should().BeEmpty();
        run.Output.Should().Be($"vecadd 1024: tiles of 64 elements, 1 thread\n{bundle}: 6 instructions\n");
        CliRun.Of("exec", bundle).Output.Should().StartWith("sum on fsim: verified\n");
        CliRun.Of("disasm", bundle).Output.Should().Contain("ALU ADD").And.Contain("FINISH");
    }

    [Fact]
    public void Json_says_what_was_written()
    {
        var bundle = Path.Combine(folder, "sum");

        var json = CliRun.Of("compile", "vecadd", "-o", bundle, "--json").Json;

        json["workload"]!.GetValue<string>().Should().Be("vecadd 1024");
        json["bundle"]!.GetValue<string>().Should().Be(bundle);
        json["instructions"]!.GetValue<int>().Should().Be(6);
    }

    [Theory]
    [InlineData("vecadd")]
    [InlineData("conv2d", "--in-channels", "16", "--height", "4")]
    public void Without_a_check_nothing_is_expected(params string[] workload)
    {
        var bundle = Path.Combine(folder, "unchecked");

        CliRun.Of(["compile", .. workload, "-o", bundle, "--no-check"]).ExitCode.Should().Be(0);

        ProgramBundle.Load(bundle).Expected.Should().BeEmpty();
    }

    [Fact]
    public void A_network_is_a_program_that_runs_on_each_backend()
    {
        var (bundle, input) = (Path.Combine(folder, "ad"), Path.Combine(Path.GetDirectoryName(GoldenModel.PathOf("ad"))!, "00.input.bin"));

        var run = CliRun.Of("compile", GoldenModel.PathOf("ad"), "--input", input, "-o", bundle);

        (run.ExitCode, run.Error).Should().Be((0, ""));
        run.Output.Should().StartWith($"{bundle}: ").And.Contain("instructions for 0 FULLY_CONNECTED, 1 FULLY_CONNECTED,");
        CliRun.Of("exec", bundle, "--target", "fsim", "--target", "rtl").Output.Should().Contain("ad on fsim: verified").And.Contain("ad on rtl: verified");
        ProgramBundle.Load(bundle).Sections.Should().HaveCount(10);
        CliRun.Of("check", bundle).ExitCode.Should().Be(0);
    }

    [Fact]
    public void A_network_without_inputs_is_to_be_called_with_any()
    {
        var bundle = Path.Combine(folder, "ad");

        CliRun.Of("compile", GoldenModel.PathOf("ad"), "-o", bundle).ExitCode.Should().Be(0);

        ProgramBundle.Load(bundle).MissingInputs.Should().ContainSingle();
        CliRun.Of("exec", bundle).Error.Should().Contain("brings no values");
    }

    [Fact]
    public void A_network_that_the_accelerator_does_nothing_of_is_refused()
    {
        CliRun.Of("compile", GoldenModel.PathOf("ad"), "-o", Path.Combine(folder, "ad"), "--config", Path.Combine(Repository.Root, "vta_config.json"))
            .ShouldBeRefused("error: nothing of model runs on 1x16_i8w8a32_15_15_18_17: the configuration has no requantisation (LOG_PAR_BUFF_SIZE); vta inspect says so of each node");
        Directory.Exists(Path.Combine(folder, "ad")).Should().BeFalse();
    }

    [Theory]
    [InlineData("nothing", "error: nothing: is no model and no workload (vta compile --help lists them)")]
    [InlineData(null, "error: MODEL: is missing: name a model or a workload")]
    public void What_is_neither_a_workload_nor_a_model(string? what, string line) =>
        CliRun.Of(["compile", .. what is null ? Array.Empty<string>() : [what], "-o", Path.Combine(folder, "x")]).ShouldBeRefused(line);

    [Fact]
    public void The_folder_is_required() => CliRun.Of("compile", "vecadd").ShouldBeRefused("error: 'vta compile vecadd' needs -o BUNDLE");

    [Fact]
    public void A_folder_that_cannot_be_written()
    {
        var run = CliRun.Of("compile", "vecadd", "-o", "/proc/nothing");

        run.ExitCode.Should().Be(2);
        run.Error.Should().StartWith("error: /proc/nothing: cannot be written: ");
    }
}
