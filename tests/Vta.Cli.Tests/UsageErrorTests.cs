namespace Vta.Cli.Tests;

/// <summary>The exact line for each way to get a command line wrong.</summary>
public class UsageErrorTests
{
    [Fact]
    public void A_misspelt_verb_is_shown_with_the_nearest() =>
        CliRun.Of("disam").ShouldBeRefused("error: unknown verb 'disam'; did you mean disasm?");

    [Fact]
    public void A_misspelt_option_is_shown_with_the_nearest() =>
        CliRun.Of("env", "--confg", "x.json").ShouldBeRefused("error: 'vta env' has no option --confg; did you mean --config?");

    [Fact]
    public void An_unknown_option_is_not_taken_for_an_argument() =>
        CliRun.Of("disasm", "--verbose").ShouldBeRefused(
            "error: 'vta disasm' has no option --verbose; known are --help, --config, --json");

    [Fact]
    public void An_argument_too_many() =>
        CliRun.Of("env", "here").ShouldBeRefused("error: 'vta env' does not take the argument 'here'");

    [Fact]
    public void An_argument_left_out() =>
        CliRun.Of("disasm").ShouldBeRefused("error: 'vta disasm' needs BUNDLE");

    [Fact]
    public void An_option_without_its_value() =>
        CliRun.Of("env", "--config").ShouldBeRefused("error: option --config needs a value");

    [Fact]
    public void An_option_given_twice() =>
        CliRun.Of("env", "--config", "a.json", "--config", "b.json").ShouldBeRefused("error: option --config is given 2 times");

    [Fact]
    public void A_workload_left_out() => CliRun.Of("run").ShouldBeRefused(
        "error: 'vta run' needs a workload: conv2d, conv2d-transpose, max-pool2d, avg-pool2d, gemm, dense, vecadd, vecmul, vecmax, matmul, matmul-blocked");

    [Fact]
    public void A_workload_that_does_not_exist() => CliRun.Of("run", "conv9d").ShouldBeRefused(
        "error: unknown workload 'conv9d'; there are conv2d, conv2d-transpose, max-pool2d, avg-pool2d, gemm, dense, vecadd, vecmul, vecmax, matmul, matmul-blocked");

    [Fact]
    public void A_layer_that_does_not_exist() => CliRun.Of("cosim", "conv2d", "--layer", "resnet18.c99").ShouldBeRefused(
        "error: there is no layer \"resnet18.c99\"; there are resnet18.c2, resnet18.c3, resnet18.c4, resnet18.c5, resnet18.c6, "
        + "resnet18.c7, resnet18.c8, resnet18.c9, resnet18.c10, resnet18.c11, mobilenet.D1, mobilenet.D2, "
        + "mobilenet.D3, mobilenet.D4, mobilenet.D5, mobilenet.D6, mobilenet.D7, mobilenet.D8, mobilenet.D9");

    [Fact]
    public void A_schedule_that_does_not_exist() => CliRun.Of("run", "gemm", "--schedule", "fast").ShouldBeRefused(
        "error: gemm has no schedule \"fast\"; it has auto");

    [Fact]
    public void An_option_of_another_workload() => CliRun.Of("run", "gemm", "--layer", "resnet18.c2").ShouldBeRefused(
        "error: 'vta run gemm' has no option --layer; known are --schedule, --m, --k, --n, --bias, --shift, --residual, --clip, --tile, --threads, "
        + "--thread-axis, --target, --dram-latency, --dram-stall, --dram-model, --trace, --strict, --seed, --no-check, --help, --config, --json");

    [Fact]
    public void With_json_the_error_is_a_document_and_standard_error_is_silent()
    {
        var run = CliRun.Of("env", "here", "--json");

        run.ExitCode.Should().Be(2);
        run.Error.Should().BeEmpty();
        run.Output.Should().Be("""
            {
              "error": {
                "message": "'vta env' does not take the argument 'here'",
                "where": "command line"
              }
            }

            """);
    }

    [Theory]
    [InlineData("error: the value of --config is empty", "env", "--config", "")]
    [InlineData("error: the value of -o is empty", "diagram", "-o", "")]
    [InlineData("error: the value of --target is empty", "exec", "b", "--target", "")]
    [InlineData("error: the value of --tile is empty", "run", "conv2d", "--tile", "")]
    [InlineData("error: the value of --trace is empty", "run", "conv2d", "--trace", "", "--target", "rtl")]
    [InlineData("error: an argument of 'vta exec' is empty", "exec", "b", "")]
    [InlineData("error: an argument of 'vta exec' has a NUL in it: 'a\\u0000b'", "exec", "a\0b")]
    [InlineData("error: the value of --config has a NUL in it: '\\u0000'", "env", "--config", "\0")]
    public void Names_have_characters(string line, params string[] arguments) => CliRun.Of(arguments).ShouldBeRefused(line);

    [Fact]
    public void An_axis_of_a_tile_is_given_once() =>
        CliRun.Of("run", "conv2d", "--layer", "resnet18.c8", "--tile", "h=3,h=4").ShouldBeRefused("error: tile is \"h=3,h=4\"; it gives axis h twice");
}
