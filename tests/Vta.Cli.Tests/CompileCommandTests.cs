using Vta.Isa.Programs;

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
    public void The_folder_is_required() => CliRun.Of("compile", "vecadd").ShouldBeRefused("error: 'vta compile vecadd' needs -o BUNDLE");

    [Fact]
    public void A_folder_that_cannot_be_written()
    {
        var run = CliRun.Of("compile", "vecadd", "-o", "/proc/nothing");

        run.ExitCode.Should().Be(2);
        run.Error.Should().StartWith("error: /proc/nothing: cannot be written: ");
    }
}
