using System.Text.Json.Nodes;
using Vta.TestSupport;

namespace Vta.Cli.Tests;

public sealed class ProfileCommandTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("vta-cli-test").FullName;

    private string Page => Path.Combine(folder, "page.html");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_bundle_is_one_section()
    {
        var run = CliRun.Of("profile", Repository.Program("tvm-gemm-1"), "-o", Page);

        (run.ExitCode, run.Error).Should().Be((0, ""));
        run.Output.Should().Be($"""
            tvm-gemm-1: 457 cycles on 1x16_i8w8a32_15_15_18_17, verified
            cycles  ideal  roofline  bound  GEMM use  GEMM steps  ALU steps  bytes  section
               457    364       322  reads      7.0%          32         48   2408  tvm-gemm-1
            written: {Page}

            """);
        File.ReadAllText(Page).Should().StartWith("<!doctype html>").And.EndWith("</html>\n");
    }

    [Fact]
    public void A_network_has_a_section_for_each_layer_of_the_accelerator()
    {
        var run = CliRun.Of("profile", GoldenModel.PathOf("ad"), "-o", Page, "--json");

        run.ExitCode.Should().Be(0);
        var sections = run.Json["sections"]!.AsArray().Select(section => section!["name"]!.GetValue<string>()).ToList();
        sections.Should().HaveCount(10).And.StartWith("0 FULLY_CONNECTED").And.EndWith("9 FULLY_CONNECTED");
        run.Json["sections"]!.AsArray().Sum(section => section!["cycles"]!.GetValue<long>()).Should().Be(run.Json["cycles"]!.GetValue<long>());
        run.Json["sections"]!.AsArray().Sum(section => section!["gemm_steps"]!.GetValue<long>()).Should().BePositive();
    }

    [Fact]
    public void A_workload_is_compiled_and_its_instructions_are_listed()
    {
        var events = Path.Combine(folder, "trace.json");
        var run = CliRun.Of("profile", "vecadd", "-o", Page, "--events", events, "--instructions");

        (run.ExitCode, run.Error).Should().Be((0, ""));
        run.Output.Should().Contain("cycles on 1x16_i8w8a32_15_15_18_17, verified").And.Contain("launch 0:").And.Contain("FINISH").And.EndWith($"written: {events}\n");
        JsonNode.Parse(File.ReadAllText(events))!["traceEvents"]!.AsArray().Should().NotBeEmpty();
    }

    [Theory]
    [InlineData("nowhere", "nowhere: is no model, no program's folder and no workload (vta profile --help lists them)")]
    [InlineData("", "MODEL|BUNDLE: is missing: name a model, a program's folder or a workload")]
    public void What_cannot_be_profiled_is_one_line(string what, string line)
    {
        var run = what == "" ? CliRun.Of("profile", "-o", Page) : CliRun.Of("profile", what, "-o", Page);

        (run.ExitCode, run.Output, run.Error).Should().Be((2, "", $"error: {line}\n"));
        File.Exists(Page).Should().BeFalse();
    }

    [Fact]
    public void A_wrong_result_is_an_exit_code()
    {
        var bundle = Path.Combine(folder, "wrong");
        Directory.CreateDirectory(bundle);
        foreach (var file in Directory.EnumerateFiles(Repository.Program("tvm-alu-2")))
            File.Copy(file, Path.Combine(bundle, Path.GetFileName(file)));
        var program = JsonNode.Parse(File.ReadAllText(Path.Combine(bundle, "program.json")))!;
        var expected = program["expected"]![0]!;
        File.WriteAllBytes(Path.Combine(bundle, "other.bin"), new byte[16]);
        (expected["file"], expected["bytes"], expected["sha256"]) = ("other.bin", 16, null);
        expected.AsObject().Remove("sha256");
        File.WriteAllText(Path.Combine(bundle, "program.json"), program.ToJsonString());

        var run = CliRun.Of("profile", bundle, "-o", Page);

        run.ExitCode.Should().Be(1);
        run.Output.Should().Contain(", failed");
        run.Error.Should().Contain("FAILED: 16 bytes differ from other.bin");
    }
}
