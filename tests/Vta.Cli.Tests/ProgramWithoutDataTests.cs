using Vta.Compiler;
using Vta.Compiler.Schedules;
using Vta.Isa;
using Vta.Isa.Programs;

namespace Vta.Cli.Tests;

/// <summary>Programs that are to be called with data, at the command line.</summary>
public sealed class ProgramWithoutDataTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("vta").FullName;

    [Fact]
    public void Compile_leaves_data_out_and_exec_says_what_is_missing()
    {
        var path = Path.Combine(folder, "conv");
        CliRun.Of("compile", "conv2d", "--in-channels", "16", "--height", "4", "--bias", "true", "--no-data", "-o", path).ExitCode.Should().Be(0);
        Directory.GetFiles(path).Select(Path.GetFileName).Should().BeEquivalentTo("program.json", "insn.bin.gz", "uop.bin.gz");

        var run = CliRun.Of("exec", path);
        run.ExitCode.Should().Be(2);
        run.Error.Should().Contain("brings no values for data (int8, 1x1x4x4x1x16), kernel (int8, 1x1x3x3x16x16), bias (int32, 1x1x1x1x1x16)")
            .And.NotContain("   at ");
    }

    [Fact]
    public void A_bundle_with_data_says_what_its_arguments_are()
    {
        var path = Path.Combine(folder, "add");
        CliRun.Of("compile", "vecadd", "--length", "32", "-o", path).ExitCode.Should().Be(0);
        ProgramBundle.Load(path).Arguments.Select(argument => $"{argument.Role} {argument}").Should().Equal(
            "Input left (int32, 2x1x16)", "Input right (int32, 2x1x16)", "Output res (int8, 2x1x16)");
        CliRun.Of("exec", path).ExitCode.Should().Be(0);
    }

    /// <summary>What TVM's users miss in <c>print(env)</c>: code and command say the same.</summary>
    [Fact]
    public void Env_prints_the_same_in_code_and_at_the_command_line()
    {
        var config = Path.Combine(Repository.Root, "config", "int4.json");
        var env = new Env(VtaConfig.Load(config));
        var output = CliRun.Of("env", "--config", config).Output;
        output.Should().Be($"{env}\n");
        foreach (var intrinsic in (Intrinsic[])[env.Gemm, env.Alu, env.DmaCopy])
            output.Should().Contain($"\n  {intrinsic}\n");
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
